package org.prorata.store.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.prorata.contract.Ask;
import org.prorata.ledger.ComparedLine;
import org.prorata.ledger.ComparedLines;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;

/** What two runs made, line by line beside each other. */
public final class RunComparison {

    private final Session session;

    public RunComparison(Session session) {
        this.session = session;
    }

    /**
     * Compares what two runs made, line by line, and hands out where they differ, by contract and day. Lines are the same one
     * when contract, item, reason and first day are; claims when invoice and kind are.
     *
     * @throws RunRefused when one bills and the other claims
     */
    public void differences(Run a, Run b, Consumer<ComparedLines> each) {
        if (a.against() != null || b.against() != null) {
            throw new RunRefused("run " + (a.against() != null ? a : b).id()
                    + " compares two rule books and made no documents: prorata run" + " export shows its lines");
        }
        if (a.ask() instanceof Ask.Bill != b.ask() instanceof Ask.Bill) {
            throw new RunRefused("run " + a.id() + " is " + a.title() + " and run " + b.id() + " is " + b.title()
                    + "; two that bill are compared, or two that claim");
        }
        String sql = """
                with a as (%s), b as (%s)
                select a.contract_id as a_contract_id, a.on_day as a_on_day, a.item as a_item, a.reason as a_reason,
                       a.first_day as a_first_day, a.last_day as a_last_day, a.quantity as a_quantity, a.amount as a_amount,
                       b.contract_id as b_contract_id, b.on_day as b_on_day, b.item as b_item, b.reason as b_reason,
                       b.first_day as b_first_day, b.last_day as b_last_day, b.quantity as b_quantity, b.amount as b_amount
                from a full join b using (contract_id, item, reason, since, place)
                where (a.on_day, a.last_day, a.quantity, a.amount) is distinct from (b.on_day, b.last_day, b.quantity, b.amount)
                or a.amount is null or b.amount is null
                order by contract_id, since, item, reason, place""".formatted(placed(a), placed(b));
        RunRows.read(
                session,
                sql,
                List.of(a.id(), b.id()),
                row -> each.accept(new ComparedLines(line(row, "a_"), line(row, "b_"))));
    }

    private static String placed(Run run) {
        return """
                select contract_id, item, reason, %1$s as since, first_day, on_day, last_day, quantity, amount, row_number() over (
                       partition by contract_id, item, reason, %1$s order by on_day, last_day, amount) as place
                from (%2$s) as rows""".formatted(
                run.ask() instanceof Ask.Bill ? "first_day" : "'-infinity'::date",
                run.ask() instanceof Ask.Bill
                        ? """
                with i as materialized (select id, contract_id as of_contract, on_day as of_day from %s where run = ?)
                select contract_id, item, reason, first_day, on_day, last_day, quantity,
                       signed_amount(reason, amount) as amount
                from %s l join i on i.id = l.invoice
                union all select of_contract, 'tax ' || category || ' ' || trim_scale(rate_pct), 'tax', of_day, of_day, of_day, null, amount
                from %s t join i on i.id = t.invoice""".formatted(
                                        run.table(Run.DocumentTable.INVOICE),
                                        run.table(Run.DocumentTable.LINE),
                                        run.table(Run.DocumentTable.TAX))
                        : """
                select n.contract_id, coalesce(l.invoice_id, i.name) as item, l.kind as reason, n.on_day as first_day, n.on_day,
                       n.on_day as last_day, null::numeric as quantity, l.amount
                from %s n join %s l on l.debit_note = n.id left join invoice i on i.id = l.invoice where n.run = ?""".formatted(run.table(Run.DocumentTable.NOTE), run.table(Run.DocumentTable.NOTE_LINE)));
    }

    private static ComparedLine line(ResultSet row, String side) throws SQLException {
        String contract = row.getString(side + "contract_id");
        return contract == null
                ? null
                : new ComparedLine(
                        contract,
                        Columns.day(row, side + "on_day"),
                        row.getString(side + "item"),
                        row.getString(side + "reason"),
                        Columns.day(row, side + "first_day"),
                        Columns.day(row, side + "last_day"),
                        row.getBigDecimal(side + "quantity"),
                        row.getBigDecimal(side + "amount"));
    }
}
