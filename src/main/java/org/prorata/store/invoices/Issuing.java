package org.prorata.store.invoices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.prorata.ledger.DocumentNumber;
import org.prorata.ledger.IssuedNumbers;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Columns;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Locks;
import org.prorata.store.base.Recordings;
import org.prorata.store.base.Session;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives drafts their numbers. A number is one more than the last of its series, given under the lock of the series and in
 * the transaction that stores it, so that there is never a gap. All numbers of one issue bear its day, whatever day a draft
 * fell due to be invoiced on; it is never before the last one of a series. Drafts of a run are taken by invoicing day and
 * contract: broken off and given again for the same day, the same documents get the same numbers.
 */
public final class Issuing {

    /** Drafts that are issued in one transaction; the series is locked for that long. */
    private static final int BATCH = 10_000;

    private static final String DRAFTS = """
            select i.id, case i.kind when 'invoice' then 'F' else 'A' end as letter, i.on_day as on_day, i.contract_id
            from invoice i where i.run = %1$d and not exists (select from issued where invoice = i.id)
            union all
            select d.id, 'N', d.on_day, d.contract_id
            from debit_note d where d.run = %1$d and not exists (select from issued where debit_note = d.id)
            order by 3, 4, 2, 1""";

    private final Session session;

    public Issuing(Session session) {
        this.session = session;
    }

    /** A draft on its way: {@code letter} tells invoices (F), credit notes (A) and debit notes (N) apart. */
    private record Draft(long id, char letter) {}

    /**
     * Makes sure of a run, before anything is issued, that it can be issued on a day.
     *
     * @throws RunRefused as {@link #run} does
     */
    public void check(Run run, LocalDate on) {
        refuseUnless(run);
        session.client()
                .sql("select distinct letter from (" + DRAFTS.formatted(run.id()) + ") as draft order by letter")
                .query(String.class)
                .list()
                .forEach(letter -> refuseBefore(session.client(), series(letter.charAt(0), on), on, ""));
    }

    private static void refuseUnless(Run run) {
        if (run.preview() || run.state() != Run.State.DONE) {
            throw new RunRefused("run " + run.id() + " (" + run.title() + ") "
                    + (run.preview()
                            ? "is a preview"
                            : "is "
                                    + run.state()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', ' '))
                    + "; only what a run made that is done and reconciled is issued");
        }
    }

    /**
     * Issues the drafts of a run.
     *
     * @param on the day that all their numbers bear
     * @return by series, in their order; empty when all were issued before
     * @throws RunRefused when the run is a preview, not done, or did not reconcile, or a series has a number of a later day
     */
    public List<IssuedNumbers> run(Run run, LocalDate on) {
        check(run, on);
        try (Connection connection = session.dataSource().getConnection()) {
            return new Numbering(connection, session, on).issue(run.id());
        } catch (SQLException e) {
            throw new UncategorizedSQLException("issue", null, e);
        }
    }

    /**
     * Issues documents at once and one after the other, within the transaction of the thread.
     *
     * @param invoices ids of invoices and credit notes
     * @param on       the day that their numbers bear
     * @throws RunRefused when a series has a number of a later day
     */
    void now(List<Long> invoices, LocalDate on, long recording) {
        List<Draft> drafts = session.client()
                .sql("""
                select id, case kind when 'invoice' then 'F' else 'A' end
                from unnest(?::bigint[]) with ordinality as told(invoice, place) join invoice on id = invoice order by place""")
                .param(invoices.toArray(Long[]::new))
                .query((row, n) -> new Draft(row.getLong(1), row.getString(2).charAt(0)))
                .list();
        CopyRows rows = rows();
        drafts.forEach(draft -> give(session.client(), on, List.of(draft), recording, rows));
        rows.send(session);
    }

    private static CopyRows rows() {
        return CopyRows.typed(
                "issued",
                "series text",
                "number bigint",
                "invoice bigint",
                "debit_note bigint",
                "on_day date",
                "recording bigint");
    }

    private static String series(char letter, LocalDate on) {
        return letter + "%04d".formatted(on.getYear());
    }

    /** The last number of a series, which has none of a day after {@code on}; null when there is no such series. */
    private static Long refuseBefore(JdbcClient client, String series, LocalDate on, String lock) {
        Last last = client.sql("select last_number, last_day from series where name = ?" + lock)
                .param(series)
                .query((row, n) -> new Last(row.getLong(1), Columns.day(row, "last_day")))
                .optional()
                .orElse(null);
        if (last != null && last.day() != null && last.day().isAfter(on)) {
            throw new RunRefused("the last number of " + series + ", " + new DocumentNumber(series, last.number())
                    + ", is of " + last.day() + "; " + on + " lies before it, that day or a later one is allowed");
        }
        return last == null ? null : last.number();
    }

    /** Gives the drafts of one letter their numbers in the series of a day, under its lock. */
    private static IssuedNumbers give(
            JdbcClient client, LocalDate on, List<Draft> drafts, long recording, CopyRows rows) {
        String series = series(drafts.get(0).letter(), on);
        client.sql("insert into series (name) values (?) on conflict do nothing")
                .param(series)
                .update();
        long last = refuseBefore(client, series, on, " for update");
        long number = last;
        for (Draft draft : drafts) {
            boolean note = draft.letter() == 'N';
            rows.row(series, ++number, note ? null : draft.id(), note ? draft.id() : null, on, recording);
        }
        client.sql("update series set last_number = ?, last_day = ? where name = ?")
                .param(number)
                .param(on)
                .param(series)
                .update();
        return new IssuedNumbers(series, last + 1, number);
    }

    /** The drafts of one run on one connection, which holds their order while batch after batch is stored. */
    private static final class Numbering {
        private final DataSource source;
        private final JdbcClient client;
        private final TransactionTemplate transactions;
        private final Session session;
        private final LocalDate on;
        private final TreeMap<String, IssuedNumbers> issued = new TreeMap<>();

        Numbering(Connection connection, Session session, LocalDate on) {
            this.session = session;
            this.on = on;
            this.source = new SingleConnectionDataSource(connection, true);
            this.client = JdbcClient.create(source);
            this.transactions = session.tx(source);
        }

        List<IssuedNumbers> issue(long run) {
            // two issuers of one run follow each other: the second finds what the first has left
            client.sql("select pg_advisory_lock(?, ?)")
                    .param(Locks.ISSUING)
                    .param((int) run)
                    .query(row -> {});
            try {
                client.sql("declare draft cursor with hold for " + DRAFTS.formatted(run))
                        .update();
                while (Boolean.TRUE.equals(transactions.execute(status -> batch(run)))) {
                    // the next batch
                }
                client.sql("close draft").update();
            } finally {
                client.sql("select pg_advisory_unlock(?, ?)")
                        .param(Locks.ISSUING)
                        .param((int) run)
                        .query(row -> {});
            }
            return List.copyOf(issued.values());
        }

        /** Issues the next drafts; false when there are none. */
        private boolean batch(long run) {
            // who abandons the run waits for what is under way here, and then finds its numbers
            boolean done = client.sql("select state = 'done' from run where id = ? for share")
                    .param(run)
                    .query(Boolean.class)
                    .single();
            if (!done) {
                throw new RunRefused("run " + run + " was abandoned while it was issued");
            }
            List<Draft> batch = client.sql("fetch " + BATCH + " from draft")
                    .query((row, n) ->
                            new Draft(row.getLong(1), row.getString(2).charAt(0)))
                    .list();
            if (batch.isEmpty()) {
                return false;
            }
            Recordings.lock(client);
            long recording = Recordings.open(client, "issue of run " + run);
            TreeMap<Character, List<Draft>> byLetter = new TreeMap<>();
            batch.forEach(draft -> byLetter.computeIfAbsent(draft.letter(), letter -> new ArrayList<>())
                    .add(draft));
            CopyRows rows = rows();
            // series in the order of their names, so that two issuers never wait for each other
            TreeMap<String, Object> told = new TreeMap<>();
            byLetter.forEach((letter, drafts) -> {
                IssuedNumbers given = give(client, on, drafts, recording, rows);
                told.put(given.series(), given.from() + " to " + given.to());
                issued.merge(
                        given.series(), given, (one, more) -> new IssuedNumbers(one.series(), one.from(), more.to()));
            });
            told.put("on", on.toString());
            rows.send(source);
            session.audit().append(client, session.caller().name(), "run.issued", "run " + run, told);
            return true;
        }
    }

    private record Last(long number, LocalDate day) {}
}
