package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Event;
import org.prorata.contract.Party;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Reading;
import org.prorata.decision.Settlement;
import org.prorata.decision.TableRow;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.FormalNoticeRule;
import org.prorata.subject.terms.NoticeFormSlot;

/** Formal notices to pay: which of them count, what they concern, and which right comes first. */
final class Notices {

    private static final NoticeSlot.Concerned NOTHING =
            new NoticeSlot.Concerned(BigDecimal.ZERO, BigDecimal.ZERO, null, null, null);

    private final EffectiveTerms setting;
    private final LocalDate on;
    private Settlement.Settled<LocalDate> earliest;
    private FormalNoticeRule granting;
    private final List<Decision> nothing = new ArrayList<>(0);

    Notices(EffectiveTerms setting, LocalDate on) {
        this.setting = setting;
        this.on = on;
    }

    /** A slot for each notice sent by the day in the form that the terms ask for. */
    List<NoticeSlot> slots(List<Arrears> arrears) {
        List<Event> events = setting.dossier().events();
        List<NoticeSlot> slots = List.of();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Event.FormalNotice notice
                    && known(notice)
                    && setting.noticeForm().counts(notice)) {
                slots = slots.isEmpty() ? new ArrayList<>(1) : slots;
                slots.add(slot(notice, arrears));
            }
        }
        return slots;
    }

    /** The forms of the notices sent by the day, for the rules to look at. */
    List<NoticeFormSlot> forms() {
        return NoticeFormSlot.all(
                setting,
                "finding.notice_in_wrong_form",
                notice -> notice instanceof Event.FormalNotice formal && known(formal));
    }

    private boolean known(Event.FormalNotice notice) {
        return notice.about() == Event.Matter.PAYMENT && !notice.on().isAfter(on);
    }

    private NoticeSlot slot(Event.FormalNotice notice, List<Arrears> arrears) {
        FormalNoticeRule rule = FormalNoticeRule.find(setting, notice.counts());
        return new NoticeSlot(notice, rule, rule == null ? NOTHING : concerned(notice, rule, arrears), on);
    }

    private NoticeSlot.Concerned concerned(Event.FormalNotice notice, FormalNoticeRule rule, List<Arrears> arrears) {
        LocalDate opens = notice.counts().plusDays(rule.days()).plusDays(1);
        BigDecimal sums = BigDecimal.ZERO;
        BigDecimal unpaid = BigDecimal.ZERO;
        LocalDate undisputed = null;
        BigDecimal before = null;
        TableRow judgment = null;
        for (Arrears one : arrears) {
            Debt debt = one.debt();
            BigDecimal left = one.unpaid(rule.covers());
            if (!debt.due().isBefore(notice.counts()) || debt.disputed(on)) {
                continue;
            }
            if (one.judgment() != null && setting.dossier().statutes()) {
                judgment = one.judgment().row();
                before = left.signum() == 0 ? before : before == null ? left : before.add(left);
                continue;
            }
            sums = sums.add(one.owed(rule.covers()));
            unpaid = unpaid.add(left);
            LocalDate free = debt.undisputed(opens);
            if (left.signum() > 0 && free != null && (undisputed == null || free.isBefore(undisputed))) {
                undisputed = free;
            }
        }
        return new NoticeSlot.Concerned(sums, unpaid, undisputed, before, judgment);
    }

    void take(NoticeSlot slot) {
        Settlement.Settled<LocalDate> settled = Settlement.one(slot);
        LocalDate from = settled.stands().value();
        if (from == null) {
            Because because = Becauses.of(settled);
            nothing.add(new Decision.NothingDue(
                    "suspension_right",
                    null,
                    null,
                    settled.stands().rows().isEmpty()
                            ? Becauses.over(because, Reading.INTERPRETATION, List.of())
                            : because));
        } else if (earliest == null || from.isBefore(earliest.stands().value())) {
            earliest = settled;
            granting = slot.rule();
        }
    }

    /** The rights of the notice whose delay is over first; without any, why each notice opens none. */
    List<Decision> decisions() {
        if (earliest == null) {
            return nothing;
        }
        LocalDate from = earliest.stands().value();
        Because because = Becauses.of(earliest);
        List<Decision> rights = new ArrayList<>(2);
        if (granting.suspension()) {
            rights.add(new Decision.SuspensionRight(from, because));
        }
        if (granting.termination()) {
            rights.add(new Decision.TerminationRight(Party.PROVIDER, from, because));
        }
        return rights;
    }
}
