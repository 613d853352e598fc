package org.prorata.late;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Passes;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.late.LateFindingSlot.Kind;
import org.prorata.policy.Policies;
import org.prorata.terms.Setting;

/**
 * The question {@code late}: due days, then interest and recovery fee of each late invoice, then what formal notices open,
 * then what the reader should know beside.
 */
public final class LateWork extends Passes {

    private final LocalDate on;
    private final DueDays dueDays;
    private final Sums sums;
    private final Notices notices;
    private final List<Arrears> arrears = new ArrayList<>(2);
    private final List<LateFindingSlot> findings = new ArrayList<>(1);

    public LateWork(Dossier dossier, Ask.Late ask, Policies policies) {
        Setting setting = new Setting(dossier, policies);
        this.on = ask.on();
        this.dueDays = new DueDays(setting, on);
        this.sums = new Sums(setting);
        this.notices = new Notices(setting, on);
        stage(dueDays::slots);
        stage(() -> sums.slots(arrears));
        stage(() -> notices.slots(arrears, findings));
        stage(this::findings);
    }

    @Override
    protected void take(Slot<?> slot) {
        if (slot instanceof DueSlot due) {
            take(due);
        } else if (slot instanceof InterestSlot interest) {
            add(sums.decide(interest));
        } else if (slot instanceof FeeSlot fee) {
            add(sums.decide(fee));
        } else if (slot instanceof NoticeSlot notice) {
            notices.take(notice);
        } else if (slot instanceof LateFindingSlot finding) {
            take(finding);
        }
    }

    private void take(DueSlot slot) {
        Arrears late = dueDays.arrears(slot);
        if (late != null) {
            arrears.add(late);
        }
        LateFindingSlot overLimit = dueDays.overLimit(slot);
        if (overLimit != null) {
            findings.add(overLimit);
        }
    }

    private void take(LateFindingSlot slot) {
        Because because = Becauses.of(Settlement.one(slot));
        add(slot.getKind() == Kind.NOTHING_LATE ? new Decision.NothingDue("late_interest", null, null, because)
                : new Decision.Warning(slot.code(), because));
    }

    private List<LateFindingSlot> findings() {
        notices.decisions().forEach(this::add);
        if (arrears.isEmpty()) {
            findings.add(new LateFindingSlot(Kind.NOTHING_LATE, Reason.of("late.not_late", on), null));
            return findings;
        }
        for (Arrears late : arrears) {
            if (late.rule().basis() == InterestRule.Basis.NONE) {
                findings.add(new LateFindingSlot(Kind.CONSUMER_LATE_INTEREST_OUTSIDE_MODEL,
                        Reason.of("late.consumer_outside_model"), late.rule().row()));
                break;
            }
        }
        if (!sums.feeInCurrency()) {
            findings.add(new LateFindingSlot(Kind.RECOVERY_FEE_IN_EUROS, Reason.of("late.fee_in_euros"), null));
        }
        return findings;
    }
}
