package org.prorata.store.runs;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.prorata.book.engine.BookSource;
import org.prorata.contract.Ask;
import org.prorata.decision.Refused;
import org.prorata.ledger.AuditHead;
import org.prorata.ledger.Parked;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Session;

/** The register of runs. */
public final class Runs {

    private final Session session;

    public Runs(Session session) {
        this.session = session;
    }

    /** Opens a run over the facts known up to a recording, laid out in parts of so many contracts; the book is kept already. */
    public Run open(Ask ask, long knownAt, BookSource book, boolean preview, Long retries, int partSize) {
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
                    .param(book.version())
                    .param(book.calculation())
                    .param(preview)
                    .param(retries)
                    .query(Long.class)
                    .single();
            new PartLayout(session).lay(id, knownAt, retries, partSize);
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
                    .param(against.version())
                    .param(run.id())
                    .update();
            return find(run.id()).orElseThrow();
        });
    }

    /** Opens a run that bills one contract in place of a credited invoice, within the transaction of the thread. */
    public Run rebilling(String number, String contract, Ask.Bill window, long knownAt, BookSource book) {
        long id = session.client()
                .sql("""
                insert into run (kind, from_day, to_day, known_at, book, calculation, rebills) values ('bill', ?, ?, ?, ?, ?, ?) returning id""")
                .param(window.from())
                .param(window.to())
                .param(knownAt)
                .param(book.version())
                .param(book.calculation())
                .param(number)
                .query(Long.class)
                .single();
        new PartLayout(session).layOne(id, contract);
        return find(id).orElseThrow();
    }

    /** Tells the audit log of a run, which keeps the head of the log, in the transaction of the thread. */
    Run audited(Run run, String action) {
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
                .query(RunMapping::read)
                .list();
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
                .query(RunMapping::read)
                .optional();
    }

    /**
     * The same.
     *
     * @throws RunRefused when there is none
     */
    public Run named(long id) {
        return find(id).orElseThrow(() -> new Refused("run.unknown", String.valueOf(id)));
    }

    /** All runs, the first one first. */
    public List<Run> all() {
        return session.client()
                .sql("select * from run order by id")
                .query(RunMapping::read)
                .list();
    }

    /** Notes that a run was asked to stop and did. */
    public void stopped(long run) {
        interrupt(run, "stopped; the same command goes on with it");
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
}
