package org.prorata.store.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.prorata.contract.Ask;
import org.prorata.ledger.ResultColumn;
import org.prorata.ledger.ResultTable;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.ledger.RunTotal;
import org.prorata.store.base.Session;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What a run or a preview made, as rows that are read one after the other, however many there are. */
public final class RunRows {

    private static final int FETCH = 1_000;

    private final Session session;

    public RunRows(Session session) {
        this.session = session;
    }

    /**
     * The run of a number, all of whose rows are there.
     *
     * @throws RunRefused when there is none, or it is not done, or its rows are gone
     */
    public Run whole(long id) {
        Run run = new Runs(session).named(id);
        if (run.state() != Run.State.DONE && run.state() != Run.State.FAILED_RECONCILIATION) {
            throw new RunRefused("run " + id + " (" + run.title() + ") is "
                    + run.state().name().toLowerCase(Locale.ROOT) + "; only one that is done has all its lines");
        }
        if (run.against() != null && !new StoredImpact(session, run).kept()) {
            throw new RunRefused("the lines of run " + id + " (" + run.title()
                    + ") are gone, as they are kept for some days only; look at the" + " impact anew");
        }
        if (run.preview() && run.counts().documents() > 0 && sums(run).isEmpty()) {
            throw new RunRefused("the lines of run " + id + " (" + run.title()
                    + ") are gone, as previews keep them for some days only;" + " give the preview anew");
        }
        return run;
    }

    /** By currency what a run came to. */
    public List<RunTotal> sums(Run run) {
        boolean bill = run.ask() instanceof Ask.Bill;
        String sql = bill ? """
                select currency, count(*), (select count(*) from %2$s l join %1$s d on d.id = l.invoice where d.run = i.run and d.currency = i.currency),
                       sum(net), sum(tax), sum(gross) from %1$s i where run = ? group by run, currency order by currency""" : """
                select currency, count(*), (select count(*) from %2$s l join %1$s d on d.id = l.debit_note where d.run = i.run and d.currency = i.currency),
                       sum(amount), 0, sum(amount) from %1$s i where run = ? group by run, currency order by currency""";
        return session.client()
                .sql(sql.formatted(
                        run.table(bill ? Run.DocumentTable.INVOICE : Run.DocumentTable.NOTE),
                        run.table(bill ? Run.DocumentTable.LINE : Run.DocumentTable.NOTE_LINE)))
                .param(run.id())
                .query((row, number) -> new RunTotal(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6)))
                .list();
    }

    /** What a run made: documents, lines, taxes, and what it parked. */
    public List<ResultTable> parts(Run run) {
        List<ResultTable> parts = new ArrayList<>();
        if (run.ask() instanceof Ask.Bill) {
            // an id of a preview is never one of an invoice
            String own = run.table(Run.DocumentTable.INVOICE) + " i left join issued n on n.invoice = i.id";
            parts.add(part(
                    run,
                    "invoices",
                    "invoice:TEXT kind:TEXT state:TEXT contract:TEXT terms:TEXT day:DAY issued:DAY corrects:TEXT credited_by:TEXT"
                            + " currency:TEXT net:DECIMAL tax:DECIMAL gross:DECIMAL",
                    """
                    select coalesce(number_of(n.series, n.number), i.name), i.kind, %2$s, i.contract_id, i.terms, i.on_day, n.on_day,
                           coalesce((select string_agg(k.name, ', ' order by k.turn, k.name) from (
                               select distinct coalesce(l.corrects_received, number_of(ln.series, ln.number), li.name) as name, coalesce(l.corrects, 0) as turn
                               from %4$s l left join %3$s li on li.id = l.corrects left join issued ln on ln.invoice = li.id
                               where l.invoice = i.id and i.kind = 'credit_note') k), number_of(cn.series, cn.number), c.name), number_of(yn.series, yn.number), i.currency, i.net, i.tax, i.gross
                    from %1$s left join %3$s c on c.id = i.corrects left join issued cn on cn.invoice = c.id
                    left join cancellation y on y.invoice = i.id left join issued yn on yn.invoice = y.credit_note
                    where i.run = ? order by i.contract_id, i.id""".formatted(own, state(run), of(run), run.table(Run.DocumentTable.LINE))));
            parts.add(part(
                    run,
                    "lines",
                    "invoice:TEXT position:WHOLE contract:TEXT item:TEXT reason:TEXT from:DAY to:DAY day:DAY quantity:DECIMAL"
                            + " amount:DECIMAL currency:TEXT catch_up:YES_NO corrects:TEXT",
                    """
                    select coalesce(number_of(n.series, n.number), i.name), l.position, l.contract_id, l.item, l.reason, l.first_day, l.last_day,
                           l.on_day, l.quantity, signed_amount(l.reason, l.amount), i.currency, l.catch_up,
                           coalesce(l.corrects_received, number_of(cn.series, cn.number), c.name)
                    from %s join %s l on l.invoice = i.id left join %s c on c.id = l.corrects left join issued cn on cn.invoice = c.id
                    where i.run = ? order by i.contract_id, i.id, l.position""".formatted(own, run.table(Run.DocumentTable.LINE), of(run))));
            parts.add(part(
                    run,
                    "tax",
                    "invoice:TEXT position:WHOLE contract:TEXT category:TEXT rate_pct:DECIMAL base:DECIMAL amount:DECIMAL currency:TEXT",
                    """
                    select coalesce(number_of(n.series, n.number), i.name), t.position, i.contract_id, t.category, t.rate_pct, t.base, t.amount, i.currency
                    from %s join %s t on t.invoice = i.id where i.run = ? order by i.contract_id, i.id, t.position""".formatted(own, run.table(Run.DocumentTable.TAX))));
        } else {
            String own = run.table(Run.DocumentTable.NOTE) + " i left join issued n on n.debit_note = i.id";
            parts.add(part(
                    run,
                    "debit_notes",
                    "debit_note:TEXT state:TEXT contract:TEXT terms:TEXT day:DAY issued:DAY currency:TEXT amount:DECIMAL",
                    """
                    select coalesce(number_of(n.series, n.number), i.name), %2$s, i.contract_id, i.terms, i.on_day, n.on_day, i.currency, i.amount
                    from %1$s where i.run = ? order by i.contract_id, i.id""".formatted(own, state(run))));
            parts.add(part(
                    run,
                    "lines",
                    "debit_note:TEXT position:WHOLE contract:TEXT invoice:TEXT kind:TEXT amount:DECIMAL currency:TEXT",
                    """
                    select coalesce(number_of(n.series, n.number), i.name), l.position, i.contract_id,
                           coalesce(l.invoice_id, number_of(cn.series, cn.number), c.name), l.kind, l.amount, i.currency
                    from %s join %s l on l.debit_note = i.id left join invoice c on c.id = l.invoice left join issued cn on cn.invoice = c.id
                    where i.run = ? order by i.contract_id, i.id, l.position""".formatted(own, run.table(Run.DocumentTable.NOTE_LINE))));
        }
        parts.add(part(
                run,
                "parked",
                "contract:TEXT code:TEXT message:TEXT",
                "select contract_id, code, message from parked where run = ? order by contract_id"));
        return parts;
    }

    /** Documents that lines name; a preview's also name those of the previews before it. */
    private static String of(Run run) {
        return run.preview()
                ? "(select id, name from invoice union all select id, name from preview_invoice)"
                : "invoice";
    }

    private static String state(Run run) {
        return run.preview() ? "'preview'" : "case when n.series is null then 'draft' else 'issued' end";
    }

    private ResultTable part(Run run, String name, String columns, String sql) {
        List<ResultColumn> all = new ArrayList<>();
        for (String column : columns.split(" ")) {
            all.add(new ResultColumn(
                    column.substring(0, column.indexOf(':')),
                    ResultColumn.Kind.valueOf(column.substring(column.indexOf(':') + 1))));
        }
        return new ResultTable(
                name,
                all,
                each -> read(session, sql, List.of(run.id()), row -> {
                    List<Object> values = new ArrayList<>(all.size());
                    for (int i = 0; i < all.size(); i++) {
                        values.add(value(row, i + 1, all.get(i).kind()));
                    }
                    each.accept(values);
                }));
    }

    private static Object value(ResultSet row, int column, ResultColumn.Kind kind) throws SQLException {
        return switch (kind) {
            case TEXT -> row.getString(column);
            case DAY -> row.getObject(column, LocalDate.class);
            case DECIMAL -> row.getBigDecimal(column);
            case WHOLE -> row.getLong(column);
            case YES_NO -> row.getBoolean(column);
        };
    }

    /** Reads with a cursor, which a transaction keeps open. */
    static void read(Session session, String sql, List<Object> params, RowCallbackHandler each) {
        session.tx()
                .executeWithoutResult(status -> session.client()
                        .sql(sql)
                        .withFetchSize(FETCH)
                        .params(params)
                        .query(each));
    }
}
