package org.prorata.exit;

import java.math.BigDecimal;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;

/**
 * Who pays exit services for a cause of the end, whether they may be asked for up to it, whether the cause bars them.
 *
 * @param clientPct null where the cause bars them
 */
record ShareRule(BigDecimal clientPct, boolean requestUntilEnd, boolean barred, TableRow row) {

    static final TableId TABLE = TableId.of("reversibility", "cost", "terms", "cause");

    static ShareRule of(Row row) {
        return new ShareRule(row.decimal("client_pct"), row.flag("request_until_end"), row.flag("barred"), row.ref());
    }
}
