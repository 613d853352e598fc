package org.prorata.course;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.prorata.contract.Event;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.Work;
import org.prorata.revision.IndexSlot;
import org.prorata.revision.RevisionSlot;
import org.prorata.terms.Setting;

/** Work in stages, each of which gives slots to the rules and takes them back; the changes of a contract come first. */
public abstract class Stages implements Work {

    private final Setting setting;
    private final Deque<Supplier<? extends List<? extends Slot<?>>>> stages = new ArrayDeque<>();
    private final List<Decision> decisions = new ArrayList<>();
    private List<? extends Slot<?>> pending = List.of();
    private Changes changes;
    private Indexation indexation;

    protected Stages(Setting setting) {
        this.setting = setting;
    }

    protected final Setting setting() {
        return setting;
    }

    /** Adds a stage; it is asked once. */
    protected final void stage(Supplier<? extends List<? extends Slot<?>>> slots) {
        stages.add(slots);
    }

    /** Puts a stage before all others. */
    protected final void first(Supplier<? extends List<? extends Slot<?>>> slots) {
        stages.addFirst(slots);
    }

    /** Adds the stage of the told changes, which depend on each other and are worked one at a time. */
    protected final void changes(Changes told) {
        changes = told;
        stages.add(this::nextChange);
    }

    private List<? extends Slot<?>> nextChange() {
        Slot<?> next = changes.next();
        if (next == null) {
            return List.of();
        }
        stages.addFirst(this::nextChange);
        return List.of(next);
    }

    /** The first slots of notices of termination; those that follow come before all other stages. */
    protected final List<? extends Slot<?>> of(Ends ends) {
        List<? extends Slot<?>> next = ends.next();
        if (!next.isEmpty()) {
            stages.addFirst(() -> of(ends));
        }
        return next;
    }

    /** Adds the stage of the revisions by index, which follow one another. */
    protected final void indexation(Supplier<Indexation> revisions) {
        stages.add(() -> {
            indexation = revisions.get();
            return nextIndex();
        });
    }

    private List<? extends Slot<?>> nextIndex() {
        Slot<?> next = indexation.next();
        if (next == null) {
            return List.of();
        }
        stages.addFirst(this::nextIndex);
        return List.of(next);
    }

    @Override
    public final List<? extends Slot<?>> next() {
        for (Slot<?> slot : pending) {
            takeAny(slot);
        }
        pending = List.of();
        while (!stages.isEmpty()) {
            pending = stages.poll().get();
            if (!pending.isEmpty()) {
                return pending;
            }
        }
        return List.of();
    }

    private void takeAny(Slot<?> slot) {
        if (slot instanceof PlanChangeSlot change) {
            changes.take(change, Settlement.one(change));
        } else if (slot instanceof RevisionSlot revision) {
            Settlement.Settled<RevisionSlot.Effect> settled = Settlement.one(revision);
            told(revision, settled);
            changes.take(revision, settled);
        } else if (slot instanceof IndexSlot index) {
            Settlement.Settled<BigDecimal> settled = Settlement.one(index);
            byIndex(index, settled);
            indexation.take(index, settled);
        } else if (slot instanceof RemarkSlot remark) {
            add(remark.decision());
        } else {
            take(slot);
        }
    }

    /** A told price was settled and is about to enter the course. */
    protected void told(RevisionSlot slot, Settlement.Settled<RevisionSlot.Effect> settled) {
    }

    /** A price by index was settled and is about to enter the course. */
    protected void byIndex(IndexSlot slot, Settlement.Settled<BigDecimal> settled) {
    }

    /** Any other slot, once the rules have proposed. */
    protected abstract void take(Slot<?> slot);

    protected final void add(Decision decision) {
        decisions.add(decision);
    }

    /** Warnings of the notices that were not sent in the form that counts. */
    protected final List<RemarkSlot> wrongForms() {
        List<RemarkSlot> found = new ArrayList<>(0);
        for (Event event : setting.dossier().events()) {
            if (event instanceof Event.Notice notice && !setting.noticeForm().counts(notice)) {
                found.add(RemarkSlot.warning("notice_in_wrong_form",
                        Reason.of("finding.notice_in_wrong_form", notice.counts()), setting.noticeForm().row()));
            }
        }
        return found;
    }

    /** What the rules proposed, with the reasons. */
    protected static <T> Because because(Settlement.Settled<T> settled) {
        return Becauses.of(settled);
    }

    @Override
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }
}
