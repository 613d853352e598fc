package org.prorata.subject.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.Item;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.subject.course.ContractRemarks;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.course.ExitPhase;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.RenewalTelling;

/** What a bill may have to tell beside its lines, handed to the rules. */
final class BillFindings {

    private final EffectiveTerms setting;
    private final ContractState course;
    private final Ask.Bill window;

    BillFindings(EffectiveTerms setting, ContractState course, Ask.Bill window) {
        this.setting = setting;
        this.course = course;
        this.window = window;
    }

    /** Of days that stay paid without being used. */
    List<FindingSlot> unused(List<UnusedSlot> kept) {
        List<FindingSlot> findings = new ArrayList<>(
                kept.stream().map(unused -> unused.finding(window)).toList());
        findings.addAll(restitution(kept));
        return findings;
    }

    /** Of what was billed and fits nothing that is known; none where what was billed is not told. */
    List<FindingSlot> ofBilled(Difference difference) {
        List<FindingSlot> findings = new ArrayList<>(0);
        if (difference != null) {
            for (Billed row : difference.unexplained()) {
                findings.add(FindingSlot.certain(
                        Finding.CREDIT_WITHOUT_CHARGE,
                        Reason.of("finding.credit_without_charge", row.item(), row.from(), row.to(), row.amount())));
            }
            findings.addAll(dropped());
        }
        return findings;
    }

    /** Items that were billed and that the dossier has no more: what was billed for them is given back, which is said. */
    private List<FindingSlot> dropped() {
        Set<String> items = new HashSet<>();
        setting.dossier().contract().items().forEach(item -> items.add(item.id()));
        return setting.dossier().billed().get().stream()
                .map(Billed::item)
                .distinct()
                .filter(id -> !items.contains(id))
                .sorted()
                .map(id -> FindingSlot.certain(Finding.ITEM_DROPPED, Reason.of("finding.item_dropped", id)))
                .toList();
    }

    /** That nothing falls due in the window. */
    List<FindingSlot> nothingDue() {
        List<FindingSlot> findings = new ArrayList<>(2);
        LocalDate last = course.end() == null ? null : course.end().last();
        if (last != null) {
            findings.add(FindingSlot.possible(
                            Finding.NOTHING_AFTER_END, Reason.of("finding.nothing_after_end", last), endRow())
                    .on(window.from())
                    .within(null, last));
        }
        findings.add(FindingSlot.possible(
                        Finding.NOTHING_FALLS_DUE, Reason.of("finding.nothing_falls_due", window.from(), window.to()))
                .on(window.from())
                .within(null, last));
        return findings;
    }

    /** Days paid after an end that the law may let the client ask for, on the bill that would give them back. */
    private List<FindingSlot> restitution(List<UnusedSlot> kept) {
        List<UnusedSlot> now = kept.stream()
                .filter(slot -> !(slot instanceof UnusedAfterChangeSlot)
                        && !slot.on().isBefore(window.from())
                        && !slot.on().isAfter(window.to()))
                .toList();
        return now.isEmpty()
                ? List.of()
                : new Restitution(setting, course.end())
                        .findings(
                                now, ExitPhase.of(setting).lastDay(course.end().last()));
    }

    /** What the reader should know of the contract as such: said with a charge for days that it concerns. */
    List<FindingSlot> remarks(List<Decision> decisions) {
        List<FindingSlot> remarks = new ArrayList<>(0);
        LocalDate last = null;
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Charge charge) {
                last = last == null || charge.to().isAfter(last) ? charge.to() : last;
            }
        }
        if (last != null) {
            remarks.addAll(ContractRemarks.framework(setting, last));
            for (Item item : setting.dossier().contract().items()) {
                if (item.plan() != null && charged(item, decisions)) {
                    remarks.addAll(ContractRemarks.plans(setting, List.of(item)));
                }
            }
        }
        LocalDate end = course.end() == null ? null : course.end().last();
        RenewalTelling renewal = RenewalTelling.within(setting, course.timeline(), window.from(), window.to());
        if (renewal != null && (end == null || !end.isBefore(renewal.renewal()))) {
            remarks.addAll(ContractRemarks.renewal(renewal));
        }
        return remarks;
    }

    private static boolean charged(Item item, List<Decision> decisions) {
        return decisions.stream()
                .anyMatch(decision -> decision instanceof Decision.Charge charge
                        && charge.item().equals(item.id()));
    }

    private TableRow endRow() {
        return course.end().rule() == null
                ? setting.termRule().row()
                : course.end().rule().row();
    }
}
