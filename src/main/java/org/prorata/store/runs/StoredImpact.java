package org.prorata.store.runs;

import static org.prorata.store.base.Columns.day;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.prorata.contract.Ask;
import org.prorata.ledger.Impact;
import org.prorata.ledger.Run;
import org.prorata.store.base.Columns;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Session;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The impact that a run found, which keeps what differs in the database. */
public final class StoredImpact implements Impact {

    private static final int FETCH = 1_000;

    private static final String AMOUNTS = "sum(coalesce(before, 0)) as before, sum(coalesce(after, 0)) as after";
    private static final String LARGEST = " order by abs(after - before) desc, ";

    private final Session session;
    private final Run run;

    public StoredImpact(Session session, Run run) {
        this.session = session;
        this.run = run;
    }

    /** Stores a chunk, within the transaction of the thread. */
    public void add(Chunk chunk) {
        CopyRows total = new CopyRows("impact_total", "run", "up_to", "currency", "subject", "before", "after");
        CopyRows line = CopyRows.typed(
                "impact_line",
                "run bigint",
                "contract_id text",
                "position integer",
                "currency text",
                "subject text",
                "item text",
                "what text",
                "from_day date",
                "to_day date",
                "on_day date",
                "before numeric",
                "after numeric",
                "clauses text",
                "rows text");
        CopyRows failure = new CopyRows(
                "impact_failure", "run", "contract_id", "subject", "from_day", "to_day", "side", "code", "message");
        CopyRows undecided = new CopyRows("parked", "run", "contract_id", "code", "message");
        chunk.sums()
                .forEach(sum -> total.row(
                        run.id(),
                        chunk.upTo(),
                        sum.currency(),
                        Objects.requireNonNull(sum.subject()).word(),
                        sum.before(),
                        sum.after()));
        String contract = null;
        int position = 0;
        for (Line one : chunk.lines()) {
            position = one.contract().equals(contract) ? position + 1 : 1;
            contract = one.contract();
            line.row(
                    run.id(),
                    contract,
                    position,
                    one.currency(),
                    one.subject().word(),
                    one.item(),
                    one.what(),
                    one.from(),
                    one.to(),
                    one.on(),
                    one.before(),
                    one.after(),
                    one.clauses(),
                    one.rows());
        }
        chunk.failures()
                .forEach(one -> failure.row(
                        run.id(),
                        one.contract(),
                        one.subject().word(),
                        one.from(),
                        one.to(),
                        one.side().word(),
                        one.code(),
                        one.message()));
        chunk.parked().forEach(one -> undecided.row(run.id(), one.contract(), one.code(), one.message()));
        for (CopyRows rows : List.of(total, line, failure, undecided)) {
            rows.send(session);
        }
    }

    /** Whether its lines are there still: they go some days after the run. */
    public boolean kept() {
        return run.counts() == null
                || run.counts().contracts() == 0
                || session.client()
                        .sql(
                                "select exists (select from impact_total where run = ?) or exists (select from impact_failure where run = ?)")
                        .param(run.id())
                        .param(run.id())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public Summary summary() {
        Ask.Bill window = (Ask.Bill) run.ask();
        List<Sum> sums = session
                .client()
                .sql("select currency, subject, " + AMOUNTS + " from impact_total where run = ? group by 1, 2")
                .param(run.id())
                .query((row, number) -> new Sum(
                        row.getString(1),
                        Objects.requireNonNull(Columns.choice(row, "subject", Subject.class)),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4)))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Sum::currency).thenComparing(Sum::subject))
                .toList();
        Map<String, BigDecimal> moved = new LinkedHashMap<>();
        long[] counts = new long[3];
        query("""
                select currency, sum(abs(after - before)) as moved, count(*) from (
                    select currency, contract_id, %s from impact_line where run = ? group by 1, 2) as c
                group by currency order by currency""".formatted(AMOUNTS), row -> {
            moved.put(row.getString(1), row.getBigDecimal(2));
            counts[0] += row.getLong(3);
        });
        query("""
                select count(distinct contract_id) filter (where side <> 'both'), count(distinct contract_id) filter (where side = 'both')
                from impact_failure where run = ?""", row -> {
            counts[1] = row.getLong(1);
            counts[2] = row.getLong(2);
        });
        return new Summary(
                Objects.requireNonNull(run.against(), "a run that compares"),
                run.book(),
                window.from(),
                window.to(),
                new Parts(session).standing(run.id()).contracts(),
                counts[0],
                counts[1],
                counts[2],
                sums,
                moved);
    }

    @Override
    public void failures(Consumer<Failure> each) {
        query(
                "select * from impact_failure where run = ? order by side = 'both', contract_id, subject, from_day",
                row -> each.accept(new Failure(
                        row.getString("contract_id"),
                        Objects.requireNonNull(Columns.choice(row, "subject", Subject.class)),
                        day(row, "from_day"),
                        day(row, "to_day"),
                        Objects.requireNonNull(Columns.choice(row, "side", Side.class)),
                        row.getString("code"),
                        row.getString("message"))));
    }

    @Override
    public void contracts(Consumer<OfContract> each) {
        query(
                "select * from (select contract_id, currency, count(*) as lines, " + AMOUNTS
                        + " from impact_line where run = ? group by 1, 2) as c" + LARGEST + "contract_id",
                row -> each.accept(new OfContract(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getBigDecimal("before"),
                        row.getBigDecimal("after"))));
    }

    @Override
    public void clauses(Consumer<Group> each) {
        groups("clauses, null::text as rows", "clauses", each);
    }

    @Override
    public void rows(Consumer<Group> each) {
        groups("clauses, rows", "clauses, rows", each);
    }

    private void groups(String columns, String by, Consumer<Group> each) {
        query(
                "select * from (select " + columns
                        + ", currency, count(distinct contract_id) as contracts, count(*) as lines, " + AMOUNTS
                        + " from impact_line where run = ? group by " + by + ", currency) as g" + LARGEST + by
                        + ", currency",
                row -> each.accept(new Group(
                        row.getString("clauses"),
                        row.getString("rows"),
                        row.getString("currency"),
                        row.getLong("contracts"),
                        row.getLong("lines"),
                        row.getBigDecimal("before"),
                        row.getBigDecimal("after"))));
    }

    @Override
    public void lines(Consumer<Line> each) {
        query(
                "select * from impact_line where run = ? order by abs(coalesce(after, 0) - coalesce(before, 0)) desc, contract_id, position",
                row -> each.accept(line(row)));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("contract_id"),
                row.getString("currency"),
                Objects.requireNonNull(Columns.choice(row, "subject", Subject.class)),
                row.getString("item"),
                row.getString("what"),
                day(row, "from_day"),
                day(row, "to_day"),
                day(row, "on_day"),
                row.getBigDecimal("before"),
                row.getBigDecimal("after"),
                row.getString("clauses"),
                row.getString("rows"));
    }

    /** Reads with a cursor, which a transaction keeps open. */
    private void query(String sql, RowCallbackHandler each) {
        session.tx()
                .executeWithoutResult(status -> session.client()
                        .sql(sql)
                        .withFetchSize(FETCH)
                        .param(run.id())
                        .query(each));
    }
}
