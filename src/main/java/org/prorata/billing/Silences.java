package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Item;
import org.prorata.contract.Term;
import org.prorata.course.Course;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;
import org.prorata.policy.choice.TermRenewal;
import org.prorata.terms.Setting;
import org.prorata.terms.TermRule;

/** What a table decides where the order says nothing, which its first bill says once. */
final class Silences {

    private final Setting setting;
    private final Course course;
    private final Ask.Bill window;

    Silences(Setting setting, Course course, Ask.Bill window) {
        this.setting = setting;
        this.course = course;
        this.window = window;
    }

    List<FindingSlot> findings() {
        List<FindingSlot> findings = new ArrayList<>(0);
        Dossier dossier = setting.dossier();
        Term term = dossier.contract().term();
        TermRule rule = setting.termRule();
        if (term.kind() == Term.Kind.STATED && rule.renewal() != TermRenewal.NONE && rule.row().reading() == Reading.INTERPRETATION) {
            findings.add(first(FindingSlot.possible(Finding.ORDER_RENEWS, Reason.of("finding.order_renews", term.months()), rule.row()),
                    dossier.contract().start()));
        }
        if (course.rhythm().row() != null) {
            int invoiced = course.rhythm().billing().every().months();
            for (Item item : dossier.contract().items()) {
                if (item.recurring() && item.per().months() > 0) {
                    // how many whole prices one invoice holds: one at the most where it is made as often as the price is stated for
                    findings.add(first(FindingSlot.possible(Finding.BILLED_LONGER_AT_ONCE, Reason.of("finding.billed_longer_at_once", item.id(),
                            item.per().months(), invoiced), course.rhythm().row()), item.from()).item(item.id())
                            .of(BigDecimal.valueOf(invoiced / item.per().months())).between(null, BigDecimal.ONE));
                }
            }
        }
        return findings;
    }

    /** The bill whose window a day lies in, or the first one of all. */
    private FindingSlot first(FindingSlot finding, LocalDate day) {
        boolean nothingBilled = setting.dossier().billed().map(List::isEmpty).orElse(false);
        return finding.on(day).within(nothingBilled && day.isBefore(window.from()) ? day : window.from(), window.to());
    }
}
