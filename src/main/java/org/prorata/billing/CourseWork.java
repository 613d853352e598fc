package org.prorata.billing;

import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
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
    private List<? extends Slot<?>> pending = List.of();
    private Leaving leaving;
    private boolean ends;

    public CourseWork(Setting setting) {
        this.setting = setting;
        this.course = new Course(setting);
        this.changes = new Changes(setting, course);
    }

    /** The slots of the next pass; empty when everything is settled. */
    public List<? extends Slot<?>> next() {
        pending.forEach(this::take);
        pending = List.of();
        Slot<?> change = changes.next();
        if (change != null) {
            pending = List.of(change);
        } else if (!ends) {
            ends = true;
            pending = new Ends(setting, course).slots();
        }
        return pending;
    }

    private void take(Slot<?> slot) {
        if (slot instanceof PlanChangeSlot change) {
            changes.take(change, Settlement.one(change));
        } else if (slot instanceof RevisionSlot revision) {
            changes.take(revision, Settlement.one(revision));
        } else if (slot instanceof EndSlot end) {
            LocalDate last = Settlement.one(end).stands().value().last();
            if (course.end() == null || last.isBefore(course.end().last())) {
                course.end(new Course.End(last, end.leaving().notice(), end.rule()));
                leaving = end.leaving();
            }
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
