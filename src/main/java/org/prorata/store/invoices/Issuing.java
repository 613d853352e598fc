package org.prorata.store.invoices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.prorata.ledger.DocumentNumber;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Columns;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Locks;
import org.prorata.store.base.Recordings;
import org.prorata.store.base.Session;
import org.prorata.store.runs.Runs;
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

    /** What was issued in one series. */
    public record Issued(String series, long from, long to) {

        public long count() {
            return to - from + 1;
        }
    }

    /**
     * Makes sure of several runs, before anything is issued, that each can be issued on a day.
     *
     * @throws RunRefused as {@link #run} does
     */
    public void check(List<Long> runs, LocalDate on) {
        for (long run : runs) {
            issuable(run);
            session.client()
                    .sql("select distinct letter from (" + DRAFTS.formatted(run) + ") as draft order by letter")
                    .query(String.class)
                    .list()
                    .forEach(letter -> refuseBefore(session.client(), series(letter.charAt(0), on), on, ""));
        }
    }

    private Run issuable(long id) {
        Run run = new Runs(session).find(id).orElseThrow(() -> new RunRefused("there is no run " + id));
        if (run.preview() || run.state() != Run.State.DONE) {
            throw new RunRefused("run " + id + " (" + run.title() + ") "
                    + (run.preview()
                            ? "is a preview"
                            : "is "
                                    + run.state()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', ' '))
                    + "; only what a run made that is done and reconciled is issued");
        }
        return run;
    }

    /**
     * Issues the drafts of a run.
     *
     * @param on the day that all their numbers bear
     * @return by series, in their order; empty when all were issued before
     * @throws RunRefused when the run is a preview, not done, or did not reconcile, or a series has a number of a later day
     */
    public List<Issued> run(long id, LocalDate on) {
        check(List.of(id), on);
        try (Connection connection = session.dataSource().getConnection()) {
            return new Numbering(connection, session, on).issue(id);
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
    private static Issued give(JdbcClient client, LocalDate on, List<Draft> drafts, long recording, CopyRows rows) {
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
        return new Issued(series, last + 1, number);
    }

    /** The drafts of one run on one connection, which holds their order while batch after batch is stored. */
    private static final class Numbering {
        private final DataSource source;
        private final JdbcClient client;
        private final TransactionTemplate transactions;
        private final Session session;
        private final LocalDate on;
        private final TreeMap<String, Issued> issued = new TreeMap<>();

        Numbering(Connection connection, Session session, LocalDate on) {
            this.session = session;
            this.on = on;
            this.source = new SingleConnectionDataSource(connection, true);
            this.client = JdbcClient.create(source);
            this.transactions = session.tx(source);
        }

        List<Issued> issue(long run) {
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
                Issued given = give(client, on, drafts, recording, rows);
                told.put(given.series(), given.from() + " to " + given.to());
                issued.merge(given.series(), given, (one, more) -> new Issued(one.series(), one.from(), more.to()));
            });
            told.put("on", on.toString());
            rows.send(source);
            session.audit().append(client, session.caller().name(), "run.issued", "run " + run, told);
            return true;
        }
    }

    private record Last(long number, LocalDate day) {}

    /** What is wrong with the numbers, in words; empty when nothing is. */
    public List<String> wrongNumbers() {
        return session.client().sql("""
                with numbered as (
                    select series, number, on_day, lag(number) over w as before, lag(on_day) over w as day_before
                    from issued window w as (partition by series order by number))
                select series || ': number ' || number || case when before is null then ' is its first' else ' follows ' || before end
                from numbered where number <> coalesce(before, 0) + 1
                union all
                select series || ': number ' || number || ' of ' || on_day || ' follows one of ' || day_before
                from numbered where on_day < day_before
                union all
                select series || ': a number of ' || on_day || ' stands in it' from issued where right(series, 4) <> to_char(on_day, 'YYYY')
                union all
                select s.name || ': the series counts up to ' || s.last_number || ', its last number is ' || coalesce(max(i.number), 0)
                from series s left join issued i on i.series = s.name group by s.name, s.last_number
                having s.last_number <> coalesce(max(i.number), 0)
                union all
                select distinct series || ': there is no such series' from issued where series not in (select name from series)
                union all
                select number_of(n.series, n.number) || ': its lines and taxes do not add up to its total'
                from issued n join invoice i on i.id = n.invoice left join cancellation c on c.credit_note = i.id
                left join lateral (select sum(signed_amount(reason, amount)) as net
                                   from invoice_line where invoice = coalesce(c.invoice, i.id)) l on true
                left join lateral (select sum(amount) as tax from invoice_tax where invoice = coalesce(c.invoice, i.id)) t on true
                where case when c.invoice is null then l.net else -l.net end is distinct from i.net
                or case when c.invoice is null then t.tax else -t.tax end is distinct from i.tax
                union all
                select i.name || ': it belongs to no run and cancels no invoice' from invoice i
                where run is null and not exists (select from cancellation where credit_note = i.id and invoice = i.corrects)
                union all
                select i.name || ': it cancels an invoice and has no number' from invoice i join cancellation c on c.credit_note = i.id
                where not exists (select from issued where invoice = i.id)
                union all
                select number_of(n.series, n.number) || ': its lines do not add up to its amount'
                from issued n join debit_note d on d.id = n.debit_note
                where d.amount is distinct from (select sum(amount) from debit_note_line where debit_note = d.id)
                order by 1""").query(String.class).list();
    }

    /** How many numbers each series has. */
    public List<Issued> series() {
        return session.client()
                .sql("select name, last_number from series order by name")
                .query((row, n) -> new Issued(row.getString(1), 1, row.getLong(2)))
                .list();
    }
}
