package org.prorata.course;

import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.revision.IndexSlot;
import org.prorata.revision.RevisionSlot;
import org.prorata.termination.EndSlot;
import org.prorata.termination.Leaving;
import org.prorata.terms.Setting;
import org.prorata.terms.Timeline;

/** Works out a contract's prices, terms and end without invoicing anything, for questions that rest on them. */
public final class CourseWork {

    private final Setting setting;
    private final Course course;
    private final Changes changes;
    private final LocalDate pricesTo;
    private List<? extends Slot<?>> pending = List.of();
    private Indexation indexation;
    private Leaving leaving;
    private Ends ends;

    /** Prices that follow an index are left as they were ordered or told. */
    public CourseWork(Setting setting) {
        this(setting, null);
    }

    /** @param pricesTo last day up to which prices follow their index, or null: not at all */
    public CourseWork(Setting setting, LocalDate pricesTo) {
        this.setting = setting;
        this.course = new Course(setting);
        this.changes = new Changes(setting, course, LocalDate.MAX);
        this.pricesTo = pricesTo;
    }

    /** The slots of the next pass; empty when everything is settled. */
    public List<? extends Slot<?>> next() {
        pending.forEach(this::take);
        pending = List.of();
        Slot<?> change = changes.next();
        if (change != null) {
            pending = List.of(change);
        } else {
            ends = ends == null ? new Ends(setting, course) : ends;
            pending = ends.next();
        }
        return pending.isEmpty() && pricesTo != null ? nextIndex() : pending;
    }

    private List<? extends Slot<?>> nextIndex() {
        if (indexation == null) {
            indexation = new Indexation(setting, course, end() == null || end().isAfter(pricesTo) ? pricesTo : end());
        }
        Slot<?> revision = indexation.next();
        pending = revision == null ? List.of() : List.of(revision);
        return pending;
    }

    private void take(Slot<?> slot) {
        if (slot instanceof PlanChangeSlot change) {
            changes.take(change, Settlement.one(change));
        } else if (slot instanceof RevisionSlot revision) {
            changes.take(revision, Settlement.one(revision));
        } else if (slot instanceof IndexSlot index) {
            indexation.take(index, Settlement.one(index));
        } else if (slot instanceof EndSlot end) {
            Course.End before = course.end();
            course.end(new Course.End(Settlement.one(end).stands().value().last(), end.leaving().notice(), end.rule()));
            leaving = course.end() == before ? leaving : end.leaving();
        }
    }

    public Prices prices() {
        return course.prices();
    }

    public Timeline timeline() {
        return course.timeline();
    }

    /** The last covered day, or null while none is settled and the terms run on. */
    public LocalDate end() {
        LocalDate last = course.timeline().lastDay();
        return course.end() == null || last != null && last.isBefore(course.end().last()) ? last : course.end().last();
    }

    /** The notice that the end follows from, or null: the contract runs on or just ran out. */
    public Leaving leaving() {
        return leaving;
    }
}
