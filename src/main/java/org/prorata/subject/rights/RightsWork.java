package org.prorata.subject.rights;

import java.time.LocalDate;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.InquiryStages;
import org.prorata.decision.Settlement;
import org.prorata.decision.Settlement.Settled;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.course.CourseWork;
import org.prorata.subject.terms.EffectiveTerms;

/** The question {@code rights}: the contract's course as known on the day, then every right that the terms or an event open. */
public final class RightsWork extends InquiryStages {

    public RightsWork(Dossier dossier, Ask.Rights ask, Policies policies) {
        EffectiveTerms setting = new EffectiveTerms(KnownOnDay.on(dossier, ask.on()), policies);
        CourseWork course = new CourseWork(setting);
        stageUntilEmpty(course::next);
        stage(() -> new RightSlots(setting, course, ask.on()).all());
    }

    @Override
    protected void take(Slot<?> slot) {
        if (slot instanceof RightSlot right) {
            Settled<RightSlot.State> settled = Settlement.one(right);
            add(decision(settled.stands().value(), Becauses.of(settled)));
        }
    }

    private static Decision decision(RightSlot.State state, Because because) {
        if (state.status() == null) {
            return new Decision.NothingDue("right", null, null, because);
        }
        if (state.code().equals(BreachSlot.SUSPENSION)) {
            return new Decision.SuspensionRight((LocalDate) state.from(), because);
        }
        return new Decision.Right(
                state.code(),
                state.party(),
                state.status(),
                state.from(),
                state.until(),
                state.amount(),
                state.blocked(),
                state.category(),
                because);
    }
}
