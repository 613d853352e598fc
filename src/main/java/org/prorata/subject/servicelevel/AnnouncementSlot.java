package org.prorata.subject.servicelevel;

import java.time.Duration;
import java.time.Instant;
import org.prorata.contract.Event.Outage;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.TellingSlot;

/** How far ahead planned maintenance was announced; the rules tell the reader when it was not as far as the terms say. */
public final class AnnouncementSlot extends TellingSlot {

    private final Outage outage;
    private final AnnouncementRule rule;
    private final LocalClock clock;
    private final boolean timeCounts;

    /** @param timeCounts whether the maintenance lies in time for which the terms ask for an announcement */
    AnnouncementSlot(Outage outage, AnnouncementRule rule, LocalClock clock, boolean timeCounts) {
        this.outage = outage;
        this.rule = rule;
        this.clock = clock;
        this.timeCounts = timeCounts;
    }

    @Override
    public String about() {
        return "the announcement of the maintenance of " + outage.from();
    }

    /** The moment of the announcement, or null: nobody announced it. */
    public Instant getAnnounced() {
        return outage.announced() == null ? null : clock.instant(outage.announced());
    }

    /** Whether the maintenance lies in time for which the terms ask for an announcement: any, or working time. */
    public boolean isTimeCounts() {
        return timeCounts;
    }

    /** The last moment at which the terms wish it announced, or null: they wish nothing. */
    public Instant getWishedBy() {
        return before(rule.wantedHours());
    }

    /** The last moment at which the terms allow it to be announced, or null: they name none. */
    public Instant getAtTheLatest() {
        return before(rule.leastHours());
    }

    private Instant before(Integer hours) {
        return hours == null ? null : clock.instant(outage.from()).minus(Duration.ofHours(hours));
    }

    public void laterThanWished(String by) {
        warn(
                by,
                Finding.MAINTENANCE_ANNOUNCED_LATE,
                Reason.of("level.announcement.short", outage.from(), outage.announced(), rule.wantedHours()),
                rule.row());
    }

    public void laterThanAllowed(String by) {
        warn(
                by,
                Finding.MAINTENANCE_ANNOUNCED_LATE,
                Reason.of("level.announcement.late", outage.from(), outage.announced(), rule.leastHours()),
                rule.row());
    }

    public void notAnnounced(String by) {
        warn(
                by,
                Finding.MAINTENANCE_ANNOUNCED_LATE,
                Reason.of(
                        "level.announcement.none",
                        outage.from(),
                        rule.leastHours() == null ? rule.wantedHours() : rule.leastHours()),
                rule.row());
    }
}
