package org.prorata.subject.servicelevel;

import java.time.Duration;
import java.time.Instant;
import org.prorata.contract.Event.Outage;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.OutageEffect;
import org.prorata.values.TimeSpans;

/** One outage: whether its time is downtime, leaves the agreed time, or neither. The rules choose by the table's effect. */
public final class OutageSlot extends Slot<OutageSlot.Effect> {

    private final Outage outage;
    private final OutageRule rule;
    private final LocalClock clock;

    OutageSlot(Outage outage, OutageRule rule, LocalClock clock) {
        this.outage = outage;
        this.rule = rule;
        this.clock = clock;
    }

    /** What an outage does. */
    public enum Effect {
        DOWNTIME,
        OUT_OF_BASE,
        NOTHING
    }

    @Override
    public String about() {
        return "the outage of " + outage.from();
    }

    /** What an outage of this cause and kind counts for, as the terms say. */
    public OutageEffect getEffect() {
        return rule.effect();
    }

    /** The moment of the announcement, or null: nobody announced it. */
    public Instant getAnnounced() {
        return outage.announced() == null ? null : clock.instant(outage.announced());
    }

    /** The last moment for the announcement, so many hours ahead, or null: the terms ask for none. */
    public Instant getLatestAnnouncement() {
        return rule.announceHours() == null
                ? null
                : clock.instant(outage.from()).minus(Duration.ofHours(rule.announceHours()));
    }

    TimeSpans time() {
        return clock.wholeMinutes(outage.from(), outage.to());
    }

    public void counts(String by) {
        propose(by, Effect.DOWNTIME, reason("level.outage.counts"), rule.row());
    }

    public void leavesBase(String by) {
        propose(by, Effect.OUT_OF_BASE, reason("level.outage.leaves_base"), rule.row());
    }

    public void ignored(String by) {
        propose(by, Effect.NOTHING, reason("level.outage.ignored"), rule.row());
    }

    /** Maintenance announced early enough is no downtime. */
    public void announced(String by) {
        propose(
                by,
                Effect.NOTHING,
                Reason.of(
                        "level.outage.announced", outage.from(), outage.to(), outage.announced(), rule.announceHours()),
                rule.row());
    }

    /** Maintenance announced late is downtime. */
    public void announcedLate(String by) {
        propose(
                by,
                Effect.DOWNTIME,
                Reason.of(
                        "level.outage.announced_late",
                        outage.from(),
                        outage.to(),
                        outage.announced(),
                        rule.announceHours()),
                rule.row());
    }

    /** Maintenance that nobody announced is downtime. */
    public void notAnnounced(String by) {
        propose(
                by,
                Effect.DOWNTIME,
                Reason.of("level.outage.not_announced", outage.from(), outage.to(), rule.announceHours()),
                rule.row());
    }

    private Reason reason(String key) {
        return Reason.of(key, outage.from(), outage.to(), outage.kind(), outage.cause());
    }
}
