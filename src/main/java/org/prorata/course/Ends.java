package org.prorata.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.prorata.contract.Cause;
import org.prorata.contract.Event;
import org.prorata.contract.Event.TerminationNotice;
import org.prorata.decision.TableRow;
import org.prorata.termination.EndRule;
import org.prorata.termination.EndSlot;
import org.prorata.termination.Leaving;
import org.prorata.terms.FormalNoticeRule;
import org.prorata.terms.Setting;

/** Recorded notices of termination as slots, one each. */
public final class Ends {

    private final Setting setting;
    private final Course course;

    public Ends(Setting setting, Course course) {
        this.setting = setting;
        this.course = course;
    }

    public List<EndSlot> slots() {
        List<EndSlot> slots = new ArrayList<>();
        for (TerminationNotice notice : setting.dossier().events(TerminationNotice.class)) {
            if (setting.noticeForm().counts(notice)) {
                slots.add(slot(notice));
            }
        }
        return slots;
    }

    /** The slot of one notice, recorded or supposed. */
    public EndSlot slot(TerminationNotice notice) {
        EndRule rule = setting.policies().require(EndRule.TABLE, EndRule::of, notice.counts(), setting.dossier().terms(),
                setting.planKey(), Setting.key(notice.cause()), Setting.key(notice.by()));
        return new EndSlot(leaving(notice, rule), rule, course.timeline(), course.invoicing(notice.counts()),
                newPrice(notice));
    }

    private Leaving leaving(TerminationNotice notice, EndRule rule) {
        // the latest letter about the breach that came before
        Event.Notice first = setting.dossier().events(Event.FormalNotice.class).stream()
                .filter(formal -> formal.about() == Event.Matter.BREACH && !formal.counts().isAfter(notice.counts())
                        && setting.noticeForm().counts(formal))
                .max(Comparator.comparing(Event.FormalNotice::counts).thenComparing(Event.FormalNotice::on))
                .map(Event.Notice.class::cast).orElse(notice);
        LocalDate from = rule.fromSending() ? first.on() : first.counts();
        boolean atOnce = setting.dossier().events(Event.Breach.class).stream()
                .anyMatch(breach -> !breach.mendable() && breach.party() != notice.by() && !breach.on().isAfter(notice.counts()));
        return new Leaving(notice.by(), notice.cause(), notice.counts(), from, atOnce, notice.end(),
                unpaid(notice));
    }

    /** The row of a formal notice to pay whose days were over before the end asked for and left an invoice unpaid, or null. */
    private TableRow unpaid(TerminationNotice notice) {
        if (notice.cause() != Cause.CLIENT_BREACH) {
            return null;
        }
        for (Event.FormalNotice formal : setting.dossier().events(Event.FormalNotice.class)) {
            FormalNoticeRule rule = formal.about() == Event.Matter.PAYMENT && setting.noticeForm().counts(formal)
                    ? FormalNoticeRule.find(setting, formal.counts()) : null;
            if (rule != null && rule.termination() && leftUnpaid(formal, formal.counts().plusDays(rule.days()), notice.end())) {
                return rule.row();
            }
        }
        return null;
    }

    /** Whether the days of a formal notice are over by the end asked for and left unpaid an invoice that was late before it. */
    private boolean leftUnpaid(Event.FormalNotice formal, LocalDate lastDay, LocalDate end) {
        return end.isAfter(lastDay) && setting.dossier().invoices().stream()
                .anyMatch(invoice -> DueDay.of(setting, invoice).day().isBefore(formal.counts())
                        && DueDay.unpaid(setting, invoice, formal.counts()) && DueDay.unpaid(setting, invoice, lastDay));
    }

    /** The first new price told before the notice and still to come on its day, when the price is what is refused. */
    private LocalDate newPrice(TerminationNotice notice) {
        return notice.cause() != Cause.PRICE_REFUSED ? null : course.prices().comingAfter(notice.counts());
    }
}
