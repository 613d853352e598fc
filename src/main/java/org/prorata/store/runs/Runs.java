package org.prorata.store.runs;

import static org.prorata.store.base.Columns.day;
import static org.prorata.store.base.Columns.whole;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.ledger.AuditHead;
import org.prorata.ledger.Parked;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Columns;
import org.prorata.store.base.RunLock;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;

/** The register of runs. */
public final class Runs {

    private final Session session;

    public Runs(Session session) {
        this.session = session;
    }

    /**
     * Keeps every other run out. A run that is still marked as running has then been killed, and is marked so.
     *
     * @throws RunRefused when a run or a preview is under way
     */
    public RunLock lock() {
        RunLock lock = take(false);
        markKilled();
        return lock;
    }

    /** Marks runs that were killed; the caller has the lock. */
    private void markKilled() {
        session.tx().executeWithoutResult(status -> {
            // whoever still works at a part of theirs can store nothing more
            session.client()
                    .sql(
                            "update run_part set token = token + 1 where run in (select id from run where state in ('running', 'stopping'))")
                    .update();
            session.client().sql("""
                    update run set state = 'interrupted', ended = now(), message = coalesce(message, 'the program ended before the run did')
                    where state in ('running', 'stopping')""").update();
        });
    }

    /** The run that broke off and is to be gone on with or abandoned, if there is one. */
    public Optional<Run> unfinished() {
        return session.client().sql("""
                select * from run r where state = 'interrupted' and not preview and exists (select from run_part where run = r.id)
                order by id desc limit 1""").query(Runs::read).optional();
    }

    /** A run of another calculation that is not done, if there is one: broken off, or killed and not marked so yet. */
    public Optional<Run> unfinishedByOther() {
        return session.client()
                .sql("""
                select * from run r where state in ('interrupted', 'running', 'stopping') and not preview and calculation <> ?
                and exists (select from run_part where run = r.id) order by id desc limit 1""")
                .param(BookSource.CALCULATION)
                .query(Runs::read)
                .optional();
    }

    /**
     * Keeps runs out while something only looks.
     *
     * @throws RunRefused when a run is under way
     */
    public RunLock lockToLook() {
        return take(true);
    }

    /**
     * Refuses a window that ends before what earlier runs billed: their later lines would look like too much.
     *
     * @throws RunRefused naming the run that billed further
     */
    public void refuseBehind(Ask ask) {
        if (ask instanceof Ask.Bill bill) {
            session.client()
                    .sql("""
                    select * from run r where kind = 'bill' and not preview and to_day > ? and exists (select from invoice where run = r.id)
                    order by to_day desc, id desc limit 1""")
                    .param(bill.to())
                    .query(Runs::read)
                    .optional()
                    .ifPresent(run -> {
                        throw new RunRefused("run " + run.id() + " (" + run.title()
                                + ") has billed further already; a window that" + " ends on "
                                + ((Ask.Bill) run.ask()).to() + " or later also bills what is missing before");
                    });
        } else {
            session.client()
                    .sql("""
                    select * from run r where kind = 'late' and not preview and on_day > ? and exists (select from debit_note where run = r.id)
                    order by on_day desc, id desc limit 1""")
                    .param(((Ask.Late) ask).on())
                    .query(Runs::read)
                    .optional()
                    .ifPresent(run -> {
                        throw new RunRefused(
                                "run " + run.id() + " (" + run.title() + ") has claimed further already; a claim on "
                                        + ((Ask.Late) run.ask()).on() + " or later also claims what is missing before");
                    });
        }
    }

    /**
     * Refuses to try again what later runs have decided, or parked once more for a window that ends later.
     *
     * @throws RunRefused naming the run that did
     */
    public void refuseRetrying(Run parked) {
        Optional<Run> later = session.client()
                .sql("""
                select * from run r where id > ? and kind = 'bill' and not preview and rebills is null and retries is null
                and state in ('done', 'failed_reconciliation') and to_day >= ? order by to_day desc, id desc limit 1""")
                .param(parked.id())
                .param(((Ask.Bill) parked.ask()).to())
                .query(Runs::read)
                .optional();
        later.ifPresent(run -> {
            long again = session.client()
                    .sql("""
                    select count(*) from parked p where run = ? and exists (select from parked o where o.run = ? and o.contract_id = p.contract_id)""")
                    .param(parked.id())
                    .param(run.id())
                    .query(Long.class)
                    .single();
            if (again == 0) {
                throw new RunRefused("what run " + parked.id() + " (" + parked.title() + ") parked, run " + run.id()
                        + " (" + run.title()
                        + ") has decided, what is missing before included; there is nothing to try again");
            }
            if (((Ask.Bill) run.ask()).to().isAfter(((Ask.Bill) parked.ask()).to())) {
                throw new RunRefused("run " + run.id() + " (" + run.title() + ") has parked " + again
                        + " of these contracts too, and prorata retry " + run.id()
                        + " also bills what is missing before");
            }
        });
    }

    private RunLock take(boolean shared) {
        RunLock lock = RunLock.take(session, shared);
        if (lock == null) {
            throw new RunRefused(all().stream()
                    .filter(run -> run.state() == Run.State.RUNNING || run.state() == Run.State.STOPPING)
                    .findFirst()
                    .map(run -> "run " + run.id() + " (" + run.title() + ") is under way since "
                            + run.started().truncatedTo(ChronoUnit.SECONDS) + "; wait until it is done")
                    .orElse("another command looks at the figures of a run; wait until it is done"));
        }
        return lock;
    }

    /** Opens a run over the facts known up to a recording, laid out in parts of so many contracts. */
    public Run open(Ask ask, long knownAt, BookSource book, boolean preview, @Nullable Long retries, int partSize) {
        String version = new BookStore(session).save(book);
        Ask.Bill bill = ask instanceof Ask.Bill window ? window : null;
        return session.tx().execute(status -> {
            long id = session.client()
                    .sql("""
                    insert into run (kind, from_day, to_day, on_day, known_at, book, calculation, preview, retries)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                    .param(bill == null ? "late" : "bill")
                    .param(bill == null ? null : bill.from())
                    .param(bill == null ? null : bill.to())
                    .param(ask instanceof Ask.Late late ? late.on() : null)
                    .param(knownAt)
                    .param(version)
                    .param(book.calculation())
                    .param(preview)
                    .param(retries)
                    .query(Long.class)
                    .single();
            new Parts(session).lay(id, knownAt, retries, partSize);
            return preview ? find(id).orElseThrow() : audited(find(id).orElseThrow(), "run.opened");
        });
    }

    /**
     * Opens the preview of a part of a window.
     *
     * @param follows  the preview of the part before, whose lines count as billed, or null
     * @param followed whether another part comes
     */
    public Run openPart(Ask ask, long knownAt, BookSource book, int partSize, Long follows, boolean followed) {
        return session.tx().execute(status -> {
            Run run = open(ask, knownAt, book, true, null, partSize);
            session.client()
                    .sql("update run set follows = ?, followed = ? where id = ?")
                    .param(follows)
                    .param(followed)
                    .param(run.id())
                    .update();
            return find(run.id()).orElseThrow();
        });
    }

    /** Opens the comparison of a book with the one that decides now, which shows what the other one would change. */
    public Run openImpact(Ask.Bill window, long knownAt, BookSource against, BookSource book, int partSize) {
        return session.tx().execute(status -> {
            Run run = open(window, knownAt, book, true, null, partSize);
            session.client()
                    .sql("update run set against = ? where id = ?")
                    .param(new BookStore(session).save(against))
                    .param(run.id())
                    .update();
            return find(run.id()).orElseThrow();
        });
    }

    /** Such a comparison that broke off, when nothing was told and no run has begun since; the same command goes on with it. */
    public Optional<Run> unfinishedImpact(Ask.Bill window, long knownAt, String against, String book, int calculation) {
        RunLock alone = RunLock.take(session, false);
        if (alone != null) {
            try (alone) {
                markKilled();
            }
        }
        return session.client()
                .sql("""
                select * from run r where state = 'interrupted' and from_day = ? and to_day = ? and known_at = ? and against = ? and book = ?
                and calculation = ? and not exists (select from run o where o.id > r.id and not o.preview)
                order by id desc limit 1""")
                .param(window.from())
                .param(window.to())
                .param(knownAt)
                .param(against)
                .param(book)
                .param(calculation)
                .query(Runs::read)
                .optional();
    }

    /**
     * A book of a run.
     *
     * @param from the day from which on it was in force; null: from the beginning
     */
    public record Book(@Nullable LocalDate from, String version) {}

    /** Keeps the books that were in force until the end of a run's window, its own the last, where it has more than that one. */
    public void books(Run run, List<RuleBooks.Reign> reigns) {
        for (int i = 0; reigns.size() > 1 && i < reigns.size(); i++) {
            session.client()
                    .sql("insert into run_book (run, position, from_day, book) values (?, ?, ?, ?)")
                    .param(run.id())
                    .param(i + 1)
                    .param(reigns.get(i).from())
                    .param(
                            reigns.get(i).closed() != null
                                    ? reigns.get(i).version()
                                    : new BookStore(session)
                                            .save(reigns.get(i).book().source()))
                    .update();
        }
    }

    /** The books that were in force until the end of a run's window, its own the last; none where there was no other. */
    public List<Book> books(long run) {
        return session.client()
                .sql("select from_day, book from run_book where run = ? order by position")
                .param(run)
                .query((row, number) -> new Book(day(row, "from_day"), row.getString("book")))
                .list();
    }

    /** The last day that any run has billed, or null. */
    public @Nullable LocalDate lastBilled() {
        return session.client()
                .sql("""
                select max(to_day) as day from run r where kind = 'bill' and not preview and exists (select from invoice where run = r.id)""")
                .query((row, number) -> Optional.ofNullable(day(row, "day")))
                .single()
                .orElse(null);
    }

    /** Whether a run has billed something for a window that ends after this one. */
    public boolean billedBeyond(Ask.Bill window) {
        return session.client().sql("""
                select exists (select from run r where kind = 'bill' and not preview and to_day > ? and exists (select from invoice where run = r.id))""").param(window.to()).query(Boolean.class).single();
    }

    /** Opens a run that bills one contract in place of a credited invoice, within the transaction of the thread. */
    public Run rebilling(String number, String contract, Ask.Bill window, long knownAt, BookSource book) {
        String version = new BookStore(session).save(book);
        long id = session.client()
                .sql("""
                insert into run (kind, from_day, to_day, known_at, book, calculation, rebills) values ('bill', ?, ?, ?, ?, ?, ?) returning id""")
                .param(window.from())
                .param(window.to())
                .param(knownAt)
                .param(version)
                .param(book.calculation())
                .param(number)
                .query(Long.class)
                .single();
        new Parts(session).layOne(id, contract);
        return find(id).orElseThrow();
    }

    /** Tells the audit log of a run, which keeps the head of the log, in the transaction of the thread. */
    private Run audited(Run run, String action) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("asked", run.title());
        detail.put("book", run.book());
        if (run.counts() != null) {
            detail.put("documents", run.counts().documents());
            detail.put("gross", run.counts().gross());
            detail.put("parked", run.counts().parked());
        }
        AuditHead head = session.audit().append(action, "run " + run.id(), detail);
        if (head == null) {
            return run;
        }
        session.client()
                .sql("update run set audit_seq = ?, audit_hash = ? where id = ?")
                .param(head.seq())
                .param(head.hash())
                .param(run.id())
                .update();
        return find(run.id()).orElseThrow();
    }

    /** The window over which a contract was billed from a run on: from its first day to the last that any run has billed. */
    public Ask.Bill billedSince(long run) {
        return session.client()
                .sql("""
                select (select from_day from run where id = ?) as from_day, max(to_day) as to_day from run r
                where kind = 'bill' and not preview and exists (select from invoice where run = r.id)""")
                .param(run)
                .query((row, number) -> new Ask.Bill(day(row, "from_day"), day(row, "to_day")))
                .single();
    }

    /** Goes on with a run that broke off. */
    public Run goOn(Run run) {
        return session.tx().execute(status -> {
            session.client()
                    .sql(
                            "update run set state = 'running', ended = null, message = null where id = ? and state = 'interrupted'")
                    .param(run.id())
                    .update();
            Run found = find(run.id()).orElseThrow();
            return found.preview() ? found : audited(found, "run.continued");
        });
    }

    /** Asks whoever works on a run to stop after the chunk at hand; {@code why} is null when a person wants it. */
    public void stop(long run, String why) {
        session.client()
                .sql("update run set state = 'stopping', message = ? where id = ? and state = 'running'")
                .param(why)
                .param(run)
                .update();
    }

    /** Runs at work that are by another rule book or calculation. */
    public List<Run> byOther(String book, int calculation) {
        return session.client()
                .sql("select * from run where state = 'running' and (book <> ? or calculation <> ?) order by id")
                .param(book)
                .param(calculation)
                .query(Runs::read)
                .list();
    }

    /**
     * Takes away what previews older than so many days show, whose entries in the register stay, and who worked at which part then:
     * where a run stands is known from its parts alone. Whoever wakes up after so long finds nothing to go on with.
     */
    public void prune(int days) {
        session.tx().executeWithoutResult(status -> pruneJobs(days));
        session.client().sql("""
                delete from preview_invoice where run in (select id from run where preview and started < now() - make_interval(days => ?))""").param(days).update();
        session.client().sql("""
                delete from preview_note where run in (select id from run where preview and started < now() - make_interval(days => ?))""").param(days).update();
        session.client().sql("""
                delete from preview_opening where run in (select id from run where preview and started < now() - make_interval(days => ?))""").param(days).update();
        for (String table : List.of("impact_line", "impact_total", "impact_failure")) {
            session.client()
                    .sql(
                            "delete from " + table
                                    + " where run in (select id from run where preview and started < now() - make_interval(days => ?))")
                    .param(days)
                    .update();
        }
    }

    private void pruneJobs(int days) {
        String old =
                "select job_execution_id from batch_job_execution where create_time < localtimestamp - make_interval(days => ?)";
        String steps = "select step_execution_id from batch_step_execution where job_execution_id in (" + old + ")";
        for (String sql : List.of(
                "batch_step_execution_context where step_execution_id in (" + steps + ")",
                "batch_step_execution where job_execution_id in (" + old + ")",
                "batch_job_execution_context where job_execution_id in (" + old + ")",
                "batch_job_execution_params where job_execution_id in (" + old + ")",
                "batch_job_execution where create_time < localtimestamp - make_interval(days => ?)")) {
            session.client().sql("delete from " + sql).param(days).update();
        }
        session.client().sql("""
                delete from batch_job_instance i where not exists (select from batch_job_execution where job_instance_id = i.job_instance_id)""").update();
    }

    /**
     * Takes away the drafts of a run as if it had never been; its entry in the register stays.
     *
     * @throws RunRefused when the run is under way, has issued something, or later runs rest on it
     */
    public void abandon(long id) {
        try (RunLock lock = lock()) {
            Run run = find(id).orElseThrow(() -> new RunRefused("there is no run " + id));
            refuseAbandoning(run);
            session.tx().executeWithoutResult(status -> {
                session.client().sql("select abandon_run(?)").param(id).query(row -> {});
                audited(run, "run.abandoned");
            });
        }
    }

    private void refuseAbandoning(Run run) {
        if (run.state() == Run.State.ABANDONED) {
            throw new RunRefused("run " + run.id() + " is abandoned already");
        }
        if (run.rebills() != null) {
            throw new RunRefused("run " + run.id() + " bills in place of " + run.rebills()
                    + ", which is credited; neither is taken back");
        }
        if (session.client()
                .sql("""
                select exists (select from issued n join invoice i on i.id = n.invoice where i.run = ?)
                or exists (select from issued n join debit_note d on d.id = n.debit_note where d.run = ?)""")
                .param(run.id())
                .param(run.id())
                .query(Boolean.class)
                .single()) {
            throw new RunRefused("run " + run.id()
                    + " has issued documents; what is issued is corrected by a credit note: prorata credit");
        }
        session.client()
                .sql("""
                select * from run r where id > ? and not preview and state <> 'abandoned'
                and (exists (select from invoice where run = r.id) or exists (select from debit_note where run = r.id))
                order by id desc limit 1""")
                .param(run.id())
                .query(Runs::read)
                .optional()
                .filter(later -> !run.preview())
                .ifPresent(later -> {
                    throw new RunRefused("run " + later.id() + " (" + later.title() + ") rests on run " + run.id()
                            + "; abandon it first");
                });
    }

    /** Closes a run; what does not come out right is its message. */
    public void close(long run, Run.Counts counts, List<String> mismatches) {
        session.tx().executeWithoutResult(status -> {
            write(run, counts, mismatches);
            Run closed = find(run).orElseThrow();
            // one that bills in place of a credited invoice stands in the entry of the credit note
            if (!closed.preview() && closed.rebills() == null) {
                audited(closed, mismatches.isEmpty() ? "run.done" : "run.failed");
            }
        });
    }

    private void write(long run, Run.Counts counts, List<String> mismatches) {
        session.client()
                .sql("""
                update run set state = ?, ended = now(), contracts = ?, billed = ?, nothing_due = ?, parked = ?, documents = ?,
                lines = ?, net = ?, tax = ?, gross = ?, reconciled = ?, message = ? where id = ?""")
                .param(mismatches.isEmpty() ? "done" : "failed_reconciliation")
                .param(counts.contracts())
                .param(counts.billed())
                .param(counts.nothingDue())
                .param(counts.parked())
                .param(counts.documents())
                .param(counts.lines())
                .param(counts.net())
                .param(counts.tax())
                .param(counts.gross())
                .param(mismatches.isEmpty())
                .param(mismatches.isEmpty() ? null : String.join("\n", mismatches))
                .param(run)
                .update();
    }

    /** Marks a run that failed on its way; what it stored stays, and the next run goes on from there. */
    public void interrupt(long run, String message) {
        session.client()
                .sql("update run set state = 'interrupted', ended = now(), message = ? where id = ?")
                .param(message)
                .param(run)
                .update();
    }

    public Optional<Run> find(long id) {
        return session.client()
                .sql("select * from run where id = ?")
                .param(id)
                .query(Runs::read)
                .optional();
    }

    /** All runs, the first one first. */
    public List<Run> all() {
        return session.client()
                .sql("select * from run order by id")
                .query(Runs::read)
                .list();
    }

    /** Notes that a run was asked to stop and did. */
    public void stopped(long run) {
        interrupt(run, "stopped; the same command goes on with it");
    }

    /** Whether a run is at work now; one that is marked as running and is not was killed. */
    public boolean underWay() {
        RunLock lock = RunLock.take(session, true);
        if (lock != null) {
            lock.close();
        }
        return lock == null;
    }

    /** What each run came to, tax included, by currency. */
    public Map<Long, Map<String, BigDecimal>> sums() {
        Map<Long, Map<String, BigDecimal>> sums = new HashMap<>();
        session.client().sql("""
                select run, currency, sum(gross) from run_total group by run, currency union all
                select run, currency, sum(gross) from invoice i where i.run is not null and not exists (select from run_total where run = i.run)
                group by run, currency union all
                select run, currency, sum(amount) from debit_note n where not exists (select from run_total where run = n.run)
                group by run, currency""").query(row -> {
            sums.computeIfAbsent(row.getLong(1), id -> new TreeMap<>()).put(row.getString(2), row.getBigDecimal(3));
        });
        return sums;
    }

    /** The contracts that a run parked, in their order. */
    public List<Parked> parked(long run) {
        return parked(run, Integer.MAX_VALUE);
    }

    /** The first of them. */
    public List<Parked> parked(long run, int most) {
        return session.client()
                .sql("select contract_id, code, message from parked where run = ? order by contract_id limit ?")
                .param(run)
                .param(most)
                .query((row, number) -> new Parked(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static Run read(ResultSet row, int number) throws SQLException {
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
                Objects.requireNonNull(Columns.choice(row, "state", Run.State.class)),
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
