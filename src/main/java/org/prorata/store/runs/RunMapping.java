package org.prorata.store.runs;

import static org.prorata.store.base.Columns.day;
import static org.prorata.store.base.Columns.whole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.prorata.contract.Ask;
import org.prorata.ledger.AuditHead;
import org.prorata.ledger.Run;
import org.prorata.store.base.Columns;

/** A row of the register as a run. */
final class RunMapping {

    private RunMapping() {}

    static Run read(ResultSet row, int number) throws SQLException {
        Ask ask = row.getString("kind").equals("bill")
                ? new Ask.Bill(day(row, "from_day"), day(row, "to_day"))
                : new Ask.Late(day(row, "on_day"));
        Run.Counts counts = whole(row, "contracts") == null
                ? null
                : new Run.Counts(
                        row.getLong("contracts"),
                        row.getLong("billed"),
                        row.getLong("nothing_due"),
                        row.getLong("parked"),
                        row.getLong("documents"),
                        row.getLong("lines"),
                        row.getBigDecimal("net"),
                        row.getBigDecimal("tax"),
                        row.getBigDecimal("gross"));
        return new Run(
                row.getLong("id"),
                ask,
                row.getLong("known_at"),
                row.getString("book"),
                row.getInt("calculation"),
                row.getObject("started", OffsetDateTime.class),
                row.getObject("ended", OffsetDateTime.class),
                Columns.choice(row, "state", Run.State.class),
                counts,
                row.getString("message"),
                row.getBoolean("preview"),
                whole(row, "retries"),
                row.getString("rebills"),
                row.getBoolean("followed"),
                row.getString("against"),
                row.getString("author"),
                whole(row, "audit_seq") == null
                        ? null
                        : new AuditHead(row.getLong("audit_seq"), row.getString("audit_hash")));
    }
}
