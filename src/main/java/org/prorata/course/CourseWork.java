package org.prorata.course;

import java.time.LocalDate;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.termination.EndSlot;
import org.prorata.termination.Leaving;
import org.prorata.terms.Setting;
import org.prorata.terms.Timeline;

/** Works out a contract's prices, terms and end without invoicing anything, for questions that rest on them. */
public final class CourseWork extends Stages {

    private final Course course;
    private Leaving leaving;

    /** Prices that follow an index are left as they were ordered or told. */
    public CourseWork(Setting setting) {
        this(setting, null);
    }

    /** @param pricesTo last day up to which prices follow their index, or null: not at all */
    public CourseWork(Setting setting, LocalDate pricesTo) {
        super(setting);
        this.course = new Course(setting);
        changes(new Changes(setting, course, LocalDate.MAX));
        ends(() -> new Ends(setting, course));
        if (pricesTo != null) {
            indexation(() -> new Indexation(setting, course, end() == null || end().isAfter(pricesTo) ? pricesTo : end()));
        }
    }

    @Override
    protected void settle(Slot<?> slot) {
        if (slot instanceof EndSlot end) {
            Course.End before = course.end();
            course.end(Course.End.by(end, Settlement.one(end).stands().value()));
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
