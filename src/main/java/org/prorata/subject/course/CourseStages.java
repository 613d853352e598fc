package org.prorata.subject.course;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.InquiryStages;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.NoticeFormSlot;

/** Work that follows a contract through its changes of plan and price. */
public abstract class CourseStages extends InquiryStages {

    private final EffectiveTerms setting;
    private Changes changes;
    private Indexation indexation;

    protected CourseStages(EffectiveTerms setting) {
        this.setting = setting;
    }

    protected final EffectiveTerms setting() {
        return setting;
    }

    /** Adds the stage of the told changes, which depend on each other and are worked one at a time. */
    protected final void changes(Changes told) {
        changes = told;
        stageUntilEmpty(this::changed);
    }

    /** The same for work that numbers its stages. */
    protected final void following(Changes told) {
        changes = told;
    }

    /** The next told change. */
    protected final List<? extends Slot<?>> changed() {
        return one(changes.next());
    }

    private static List<? extends Slot<?>> one(Slot<?> slot) {
        return slot == null ? List.of() : List.of(slot);
    }

    /** Adds the stage of notices of termination. */
    protected final void ends(Supplier<Ends> notices) {
        stage(() -> of(notices.get()));
    }

    /** The first slots of notices of termination; those that follow come before all other stages. */
    protected final List<? extends Slot<?>> of(Ends ends) {
        List<? extends Slot<?>> next = ends.next();
        if (!next.isEmpty()) {
            first(() -> of(ends));
        }
        return next;
    }

    /** Adds the stage of the revisions by index, which follow one another. */
    protected final void indexation(Supplier<Indexation> revisions) {
        stage(() -> {
            indexation = revisions.get();
            return List.of();
        });
        stageUntilEmpty(() -> one(indexation.next()));
    }

    /** The next revision by index, for work that numbers its stages. */
    protected final List<? extends Slot<?>> indexed(Supplier<Indexation> revisions) {
        if (indexation == null) {
            indexation = revisions.get();
        }
        return one(indexation.next());
    }

    @Override
    protected final void take(Slot<?> slot) {
        if (slot instanceof PlanChangeSlot change) {
            Settlement.Settled<PlanChangeSlot.Effect> settled = Settlement.one(change);
            changes.take(change, settled);
            changed(change, settled);
        } else if (slot instanceof RevisionSlot revision) {
            Settlement.Settled<RevisionSlot.Effect> settled = Settlement.one(revision);
            told(revision, settled);
            changes.take(revision, settled);
        } else if (slot instanceof IndexSlot index) {
            Settlement.Settled<BigDecimal> settled = Settlement.one(index);
            byIndex(index, settled);
            indexation.take(index, settled);
        } else {
            settle(slot);
        }
    }

    /** A change of plan was settled and has entered the course. */
    protected void changed(PlanChangeSlot slot, Settlement.Settled<PlanChangeSlot.Effect> settled) {}

    /** A told price was settled and is about to enter the course. */
    protected void told(RevisionSlot slot, Settlement.Settled<RevisionSlot.Effect> settled) {}

    /** A price by index was settled and is about to enter the course. */
    protected void byIndex(IndexSlot slot, Settlement.Settled<BigDecimal> settled) {}

    /** Any other slot, once the rules have proposed. */
    protected abstract void settle(Slot<?> slot);

    /** The notices whose form the rules look at. */
    protected final List<NoticeFormSlot> wrongForms() {
        return NoticeFormSlot.all(setting);
    }

    /** What the rules proposed, with the reasons. */
    protected static <T> Because because(Settlement.Settled<T> settled) {
        return Becauses.of(settled);
    }
}
