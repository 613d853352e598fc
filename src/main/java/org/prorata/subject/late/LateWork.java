package org.prorata.subject.late;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.InquiryStages;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.choice.InterestBasis;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.Limitation;

/**
 * The question {@code late}: due days, then interest and recovery fee of each late invoice, then what formal notices open,
 * then what the reader should know beside.
 */
public final class LateWork extends InquiryStages {

    private enum LateStage {
        DUE_DAYS,
        STANDING,
        SUMS,
        NOTICES,
        FINDINGS;

        private static final LateStage[] ALL = values();
    }

    private final EffectiveTerms setting;
    private final LocalDate on;
    private final DueDays dueDays;
    private final Sums sums;
    private final Notices notices;
    private final List<Arrears> arrears = new ArrayList<>(2);
    private final List<Slot<?>> findings = new ArrayList<>(1);

    public LateWork(Dossier dossier, Ask.Late ask, Policies policies) {
        this.setting = new EffectiveTerms(dossier, policies);
        this.on = ask.on();
        this.dueDays = new DueDays(setting, on);
        this.sums = new Sums(setting);
        this.notices = new Notices(setting, on);
    }

    @Override
    protected List<? extends Slot<?>> slots(int number) {
        return number >= LateStage.ALL.length
                ? null
                : switch (LateStage.ALL[number]) {
                    case DUE_DAYS -> dueDays.slots();
                    case STANDING -> dueDays.standing(arrears);
                    case SUMS -> sums.slots(arrears);
                    case NOTICES -> notices.slots(arrears);
                    case FINDINGS -> findings();
                };
    }

    @Override
    protected void take(Slot<?> slot) {
        if (slot instanceof DueSlot due) {
            take(due);
        } else if (slot instanceof JudgmentSlot judgment) {
            judgment.settle();
        } else if (slot instanceof DisputeSlot dispute) {
            dispute.settle();
        } else if (slot instanceof InterestSlot interest) {
            add(sums.decide(interest));
        } else if (slot instanceof FeeSlot fee) {
            add(sums.decide(fee));
        } else if (slot instanceof NoticeSlot notice) {
            notices.take(notice);
        }
    }

    private void take(DueSlot slot) {
        Arrears late = dueDays.arrears(slot);
        if (late != null) {
            arrears.add(late);
        }
        FindingSlot printed = slot.printed();
        if (printed != null) {
            findings.add(printed);
        }
    }

    /** An open invoice that the time passed may have barred, for the rules to look at. */
    private void limitation(Arrears late) {
        Debt debt = late.debt();
        Limitation law = Limitation.find(setting, debt.due());
        if (law != null) {
            LocalDate last = law.last(debt.due());
            findings.add(FindingSlot.possible(
                            Finding.LIMITATION,
                            Reason.of("late.limitation", late.invoice(), debt.due(), last),
                            law.row())
                    .on(on)
                    .within(null, last)
                    .of(debt.invoice().amount().subtract(debt.balance()))
                    .between(null, debt.invoice().amount()));
        }
    }

    private List<Slot<?>> findings() {
        notices.decisions().forEach(this::add);
        findings.addAll(notices.forms());
        if (arrears.isEmpty()) {
            findings.add(FindingSlot.certain(Finding.NOTHING_LATE, Reason.of("late.not_late", on)));
            return findings;
        }
        for (int i = 0; i < arrears.size(); i++) {
            limitation(arrears.get(i));
        }
        for (Arrears late : arrears) {
            if (late.rule().basis() == InterestBasis.NONE) {
                findings.add(FindingSlot.certain(
                        Finding.CONSUMER_LATE_INTEREST_OUTSIDE_MODEL,
                        Reason.of("late.consumer_outside_model"),
                        late.rule().row()));
                break;
            }
        }
        if (!sums.feeInCurrency()) {
            findings.add(FindingSlot.certain(Finding.RECOVERY_FEE_IN_EUROS, Reason.of("late.fee_in_euros")));
        }
        return findings;
    }
}
