package org.prorata.store.runs;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.prorata.book.engine.BookSource;
import org.prorata.contract.Ask;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.RunLock;
import org.prorata.store.base.Session;

/** Which run may begin, and which broke off: one at a time writes, none behind what another has billed. */
public final class RunAdmission {

    private final Session session;

    public RunAdmission(Session session) {
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
                order by id desc limit 1""").query(RunMapping::read).optional();
    }

    /** A run of another calculation that is not done, if there is one: broken off, or killed and not marked so yet. */
    public Optional<Run> unfinishedByOther() {
        return session.client()
                .sql("""
                select * from run r where state in ('interrupted', 'running', 'stopping') and not preview and calculation <> ?
                and exists (select from run_part where run = r.id) order by id desc limit 1""")
                .param(BookSource.CALCULATION)
                .query(RunMapping::read)
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
                    .query(RunMapping::read)
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
                    .query(RunMapping::read)
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
                .query(RunMapping::read)
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
            throw new RunRefused(new Runs(session)
                    .all().stream()
                            .filter(run -> run.state() == Run.State.RUNNING || run.state() == Run.State.STOPPING)
                            .findFirst()
                            .map(run -> "run " + run.id() + " (" + run.title() + ") is under way since "
                                    + run.started().truncatedTo(ChronoUnit.SECONDS) + "; wait until it is done")
                            .orElse("another command looks at the figures of a run; wait until it is done"));
        }
        return lock;
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
                .query(RunMapping::read)
                .optional();
    }

    /** Whether a run is at work now; one that is marked as running and is not was killed. */
    public boolean underWay() {
        RunLock lock = RunLock.take(session, true);
        if (lock != null) {
            lock.close();
        }
        return lock == null;
    }
}
