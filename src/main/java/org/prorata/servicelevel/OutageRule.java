package org.prorata.servicelevel;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/** What an outage of one cause and kind does to availability. */
record OutageRule(Effect effect, Integer announceHours, TableRow row) {

    /** Downtime; out of the agreed time; neither; or downtime unless it was announced in time. */
    enum Effect { COUNTS, LEAVES_BASE, IGNORED, UNLESS_ANNOUNCED }

    static final TableId TABLE = TableId.of("service-level", "outage-causes", "terms", "cause", "kind");

    static OutageRule of(Row row) {
        return new OutageRule(row.choice("effect", Effect.class), row.integer("announce_hours"), row.ref());
    }
}
