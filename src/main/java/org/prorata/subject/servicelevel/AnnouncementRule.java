package org.prorata.subject.servicelevel;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** How many hours before planned maintenance is announced, and at least; null where the terms say nothing; perhaps for working time only. */
record AnnouncementRule(Integer wantedHours, Integer leastHours, boolean workingTimeOnly, TableRow row) {

    static final TableId TABLE = TableId.of("service-level", "announcements", "terms");

    static AnnouncementRule of(Row row) {
        return new AnnouncementRule(
                row.integer("wanted_hours"), row.integer("least_hours"), row.flag("working_time_only"), row.ref());
    }
}
