package org.prorata.servicelevel;

import java.time.Duration;
import org.prorata.contract.Event.Outage;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;

/** Whether planned maintenance was announced as far ahead as the terms say; true: something to tell the reader. */
public final class AnnouncementSlot extends Slot<Boolean> {

    private final Outage outage;
    private final AnnouncementRule rule;
    private final LocalClock clock;

    AnnouncementSlot(Outage outage, AnnouncementRule rule, LocalClock clock) {
        this.outage = outage;
        this.rule = rule;
        this.clock = clock;
    }

    @Override
    public String about() {
        return "the announcement of the maintenance of " + outage.from();
    }

    public boolean isAsWanted() {
        return rule.wantedHours() == null || ahead(rule.wantedHours());
    }

    /** Whether it came later than the terms allow at all. */
    public boolean isTooLate() {
        return rule.leastHours() != null && !ahead(rule.leastHours());
    }

    private boolean ahead(int hours) {
        return outage.announced() != null
                && clock.at(outage.from()) - clock.at(outage.announced()) >= Duration.ofHours(hours).toSeconds();
    }

    public void asWanted(String by) {
        propose(by, false, Reason.of("level.announcement.as_wanted", outage.from()), rule.row());
    }

    public void shorter(String by) {
        propose(by, true, reason("level.announcement.short", rule.wantedHours()), rule.row());
    }

    public void tooLate(String by) {
        propose(by, true, reason("level.announcement.late", rule.leastHours()), rule.row());
    }

    private Reason reason(String key, int hours) {
        return outage.announced() == null ? Reason.of("level.announcement.none", outage.from(), hours)
                : Reason.of(key, outage.from(), outage.announced(), hours);
    }
}
