package org.prorata.store.runs;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prorata.contract.Ask;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;

/** What a run or a preview made, as rows that are read one after the other, however many there are. */
public final class RunRows {

    private static final int FETCH = 1_000;

    private final Session session;

    public RunRows(Session session) {
        this.session = session;
    }

    /** What the values of a column are. */
    public enum Kind {
        TEXT,
        DAY,
        DECIMAL,
        WHOLE,
        YES_NO
    }

    /** A column of rows. */
    public record Column(String name, Kind kind) {}

    /**
     * Rows under one name.
     *
     * @param columns in the order of the values of a row; no value is null
     */
    public record Part(String name, List<Column> columns, String sql) {}

    /** What the documents of a run come to in one currency; of debit notes net and gross are their amount. */
    public record Sums(String currency, long documents, long lines, BigDecimal net, BigDecimal tax, BigDecimal gross) {}

    /** A line of one run beside that of the other, either of which may be missing. */
    public record Pair(@Nullable Line a, @Nullable Line b) {}

    /**
     * A line as runs are compared.
     *
     * @param item     what is charged; of a tax its category and rate, of a claim the late invoice
     * @param quantity null where none is charged
     * @param amount   below zero for a credit
     */
    public record Line(
            String contract,
            LocalDate on,
            String item,
            String reason,
            LocalDate from,
            LocalDate to,
            BigDecimal quantity,
            BigDecimal amount) {}

    /**
     * The run of a number, all of whose rows are there.
     *
     * @throws RunRefused when there is none, or it is not done, or its rows are gone
     */
    public Run whole(long id) {
        Run run = new Runs(session)
                .find(id)
                .orElseThrow(() -> new RunRefused("there is no run " + id + "; prorata runs lists them"));
        if (run.state() != Run.State.DONE && run.state() != Run.State.FAILED_RECONCILIATION) {
            throw new RunRefused("run " + id + " (" + run.title() + ") is "
                    + run.state().name().toLowerCase(Locale.ROOT) + "; only one that is done has all its lines");
        }
        if (run.against() != null && !new StoredImpact(session, run).kept()) {
            throw new RunRefused("the lines of run " + id + " (" + run.title()
                    + ") are gone, as they are kept for some days only; look at the" + " impact anew");
        }
        if (run.preview()
                && run.counts() != null
                && run.counts().documents() > 0
                && sums(run).isEmpty()) {
            throw new RunRefused("the lines of run " + id + " (" + run.title()
                    + ") are gone, as previews keep them for some days only;" + " give the preview anew");
        }
        return run;
    }

    /** By currency what a run came to. */
    public List<Sums> sums(Run run) {
        boolean bill = run.ask() instanceof Ask.Bill;
        String sql = bill ? """
                select currency, count(*), (select count(*) from %2$s l join %1$s d on d.id = l.invoice where d.run = i.run and d.currency = i.currency),
                       sum(net), sum(tax), sum(gross) from %1$s i where run = ? group by run, currency order by currency""" : """
                select currency, count(*), (select count(*) from %2$s l join %1$s d on d.id = l.debit_note where d.run = i.run and d.currency = i.currency),
                       sum(amount), 0, sum(amount) from %1$s i where run = ? group by run, currency order by currency""";
        return session.client()
                .sql(sql.formatted(
                        run.table(bill ? Run.Table.INVOICE : Run.Table.NOTE),
                        run.table(bill ? Run.Table.LINE : Run.Table.NOTE_LINE)))
                .param(run.id())
                .query((row, number) -> new Sums(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6)))
                .list();
    }

    /**
     * Compares what two runs made, line by line, and hands out where they differ, by contract and day. Lines are the same one
     * when contract, item, reason and first day are; claims when invoice and kind are.
     *
     * @throws RunRefused when one bills and the other claims
     */
    public void differences(Run a, Run b, Consumer<Pair> each) {
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
        read(sql, List.of(a.id(), b.id()), row -> each.accept(new Pair(line(row, "a_"), line(row, "b_"))));
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
                                run.table(Run.Table.INVOICE), run.table(Run.Table.LINE), run.table(Run.Table.TAX))
                        : """
                select n.contract_id, coalesce(l.invoice_id, i.name) as item, l.kind as reason, n.on_day as first_day, n.on_day,
                       n.on_day as last_day, null::numeric as quantity, l.amount
                from %s n join %s l on l.debit_note = n.id left join invoice i on i.id = l.invoice where n.run = ?""".formatted(run.table(Run.Table.NOTE), run.table(Run.Table.NOTE_LINE)));
    }

    private static @Nullable Line line(ResultSet row, String side) throws SQLException {
        String contract = row.getString(side + "contract_id");
        return contract == null
                ? null
                : new Line(
                        contract,
                        Columns.day(row, side + "on_day"),
                        row.getString(side + "item"),
                        row.getString(side + "reason"),
                        Columns.day(row, side + "first_day"),
                        Columns.day(row, side + "last_day"),
                        row.getBigDecimal(side + "quantity"),
                        row.getBigDecimal(side + "amount"));
    }

    /** What a run made: documents, lines, taxes, and what it parked. */
    public List<Part> parts(Run run) {
        List<Part> parts = new ArrayList<>();
        if (run.ask() instanceof Ask.Bill) {
            // an id of a preview is never one of an invoice
            String own = run.table(Run.Table.INVOICE) + " i left join issued n on n.invoice = i.id";
            parts.add(part(
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
                    where i.run = ? order by i.contract_id, i.id""".formatted(own, state(run), of(run), run.table(Run.Table.LINE))));
            parts.add(part(
                    "lines",
                    "invoice:TEXT position:WHOLE contract:TEXT item:TEXT reason:TEXT from:DAY to:DAY day:DAY quantity:DECIMAL"
                            + " amount:DECIMAL currency:TEXT catch_up:YES_NO corrects:TEXT",
                    """
                    select coalesce(number_of(n.series, n.number), i.name), l.position, l.contract_id, l.item, l.reason, l.first_day, l.last_day,
                           l.on_day, l.quantity, signed_amount(l.reason, l.amount), i.currency, l.catch_up,
                           coalesce(l.corrects_received, number_of(cn.series, cn.number), c.name)
                    from %s join %s l on l.invoice = i.id left join %s c on c.id = l.corrects left join issued cn on cn.invoice = c.id
                    where i.run = ? order by i.contract_id, i.id, l.position""".formatted(own, run.table(Run.Table.LINE), of(run))));
            parts.add(part(
                    "tax",
                    "invoice:TEXT position:WHOLE contract:TEXT category:TEXT rate_pct:DECIMAL base:DECIMAL amount:DECIMAL currency:TEXT",
                    """
                    select coalesce(number_of(n.series, n.number), i.name), t.position, i.contract_id, t.category, t.rate_pct, t.base, t.amount, i.currency
                    from %s join %s t on t.invoice = i.id where i.run = ? order by i.contract_id, i.id, t.position""".formatted(own, run.table(Run.Table.TAX))));
        } else {
            String own = run.table(Run.Table.NOTE) + " i left join issued n on n.debit_note = i.id";
            parts.add(part(
                    "debit_notes",
                    "debit_note:TEXT state:TEXT contract:TEXT terms:TEXT day:DAY issued:DAY currency:TEXT amount:DECIMAL",
                    """
                    select coalesce(number_of(n.series, n.number), i.name), %2$s, i.contract_id, i.terms, i.on_day, n.on_day, i.currency, i.amount
                    from %1$s where i.run = ? order by i.contract_id, i.id""".formatted(own, state(run))));
            parts.add(part(
                    "lines",
                    "debit_note:TEXT position:WHOLE contract:TEXT invoice:TEXT kind:TEXT amount:DECIMAL currency:TEXT",
                    """
                    select coalesce(number_of(n.series, n.number), i.name), l.position, i.contract_id,
                           coalesce(l.invoice_id, number_of(cn.series, cn.number), c.name), l.kind, l.amount, i.currency
                    from %s join %s l on l.debit_note = i.id left join invoice c on c.id = l.invoice left join issued cn on cn.invoice = c.id
                    where i.run = ? order by i.contract_id, i.id, l.position""".formatted(own, run.table(Run.Table.NOTE_LINE))));
        }
        parts.add(part(
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

    private static Part part(String name, String columns, String sql) {
        List<Column> all = new ArrayList<>();
        for (String column : columns.split(" ")) {
            all.add(new Column(
                    column.substring(0, column.indexOf(':')), Kind.valueOf(column.substring(column.indexOf(':') + 1))));
        }
        return new Part(name, List.copyOf(all), sql);
    }

    /** Hands out the rows of a part in their order, the values in that of its columns. */
    public void rows(Run run, Part part, Consumer<List<Object>> each) {
        read(part.sql(), List.of(run.id()), row -> {
            List<Object> values = new ArrayList<>(part.columns().size());
            for (int i = 0; i < part.columns().size(); i++) {
                values.add(value(row, i + 1, part.columns().get(i).kind()));
            }
            each.accept(values);
        });
    }

    private static Object value(ResultSet row, int column, Kind kind) throws SQLException {
        return switch (kind) {
            case TEXT -> row.getString(column);
            case DAY -> row.getObject(column, LocalDate.class);
            case DECIMAL -> row.getBigDecimal(column);
            case WHOLE -> row.getLong(column);
            case YES_NO -> row.getBoolean(column);
        };
    }

    /** Reads with a cursor, which a transaction keeps open. */
    private void read(String sql, List<Object> params, org.springframework.jdbc.core.RowCallbackHandler each) {
        session.tx()
                .executeWithoutResult(status -> session.client()
                        .sql(sql)
                        .withFetchSize(FETCH)
                        .params(params)
                        .query(each));
    }
}
