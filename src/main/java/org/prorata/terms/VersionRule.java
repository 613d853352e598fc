package org.prorata.terms;

import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/**
 * How new terms come to govern a running contract, as a row says.
 *
 * @param days   days to answer, or of notice; null where none count
 * @param former the document that the first published one replaced, or null
 */
public record VersionRule(Mode mode, Integer days, String former, boolean refusalBlocksOrders, TableRow row) {

    /** By the client's answer or silence, by the day of use, with the term, after a notice, or never in a contract. */
    public enum Mode { ANSWER, DAY_OF_USE, TERM_START, NOTICE_THEN_FIRST, CONTRACT_START }

    public static final TableId TABLE = TableId.of("contract-terms", "versions", "terms", "plan");

    public static VersionRule of(Row row) {
        return new VersionRule(row.choice("mode", Mode.class), row.integer("days"), row.text("former"),
                row.flag("refusal_blocks_orders"), row.ref());
    }
}
