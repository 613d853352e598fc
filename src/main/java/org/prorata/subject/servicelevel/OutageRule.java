package org.prorata.subject.servicelevel;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.OutageEffect;

/** What an outage of one cause and kind does to availability. */
record OutageRule(OutageEffect effect, Integer announceHours, TableRow row) {

    static final TableId TABLE = TableId.of("service-level", "outage-causes", "terms", "cause", "kind");

    static OutageRule of(Row row) {
        return new OutageRule(row.choice("effect", OutageEffect.class), row.integer("announce_hours"), row.ref());
    }
}
