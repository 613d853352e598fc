package org.prorata.store.runs;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.prorata.ledger.ProfileTotals;
import org.prorata.ledger.Run;
import org.prorata.store.base.Database;
import org.prorata.store.base.LivenessTimeout;
import org.prorata.store.base.Session;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The parts of runs: ranges of contracts, how far each is, and who holds it. Each chunk is stored in one transaction with
 * the place that it came to, and only by the part's present holder.
 */
public final class Parts {

    /** State of the error that a lock was not to be had in time. */
    private static final String LOCKED = "55P03";

    private final Session session;

    public Parts(Session session) {
        this.session = session;
    }

    /**
     * A part as its holder took it.
     *
     * @param place the last contract that is done, or what lies before the first one
     * @param token the holder's right to store
     */
    public record Held(long run, int part, String place, String upTo, long token) {

        public Held at(String newPlace) {
            return new Held(run, part, newPlace, upTo, token);
        }
    }

    /** Where a run stands. */
    public record RunProgress(long size, long contracts, long billed, long parked, boolean done) {}

    /** The parts of a run that are not done, in their order. */
    public List<Integer> open(long run) {
        return session.client()
                .sql("select part from run_part where run = ? and not done order by part")
                .param(run)
                .query(Integer.class)
                .list();
    }

    /**
     * Takes a part, whoever held it before; empty when it is done.
     *
     * @param owner names the process, for people
     */
    public Optional<Held> take(long run, int part, String owner) {
        return session.client()
                .sql("""
                update run_part set token = token + 1, owner = ?, touched = now() where run = ? and part = ? and not done
                returning place, up_to, token""")
                .param(owner)
                .param(run)
                .param(part)
                .query((row, number) -> new Held(run, part, row.getString(1), row.getString(2), row.getLong(3)))
                .optional();
    }

    /**
     * Keeps others from the part until the transaction of the thread ends. A holder who stands still in it loses it.
     *
     * @return whether the run is to go on
     * @throws FencedOut when somebody else has taken it
     */
    public boolean claim(Held part) {
        return session.client()
                .sql("""
                select (select state = 'running' from run where id = p.run),
                       set_config('idle_in_transaction_session_timeout', ?, true) from run_part p
                where run = ? and part = ? and token = ? for update""")
                .param(LivenessTimeout.SECONDS + "s")
                .param(part.run())
                .param(part.part())
                .param(part.token())
                .query((row, number) -> row.getBoolean(1))
                .optional()
                .orElseThrow(() -> new FencedOut(part.run(), part.part()));
    }

    /**
     * Makes sure that an earlier holder who stands still does not keep the part for ever: the connections of his process
     * are ended, unless it is ours: then it is at work. Not within a transaction.
     */
    public void free(long run, int part) {
        try {
            session.tx().executeWithoutResult(status -> {
                session.client()
                        .sql("set local lock_timeout = '" + LivenessTimeout.PART_SECONDS + "s'")
                        .update();
                session.client()
                        .sql("select part from run_part where run = ? and part = ? for update")
                        .param(run)
                        .param(part)
                        .query(Integer.class)
                        .optional();
            });
        } catch (DataAccessException e) {
            if (!(e.getMostSpecificCause() instanceof SQLException cause) || !LOCKED.equals(cause.getSQLState())) {
                throw e;
            }
            session.client()
                    .sql("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where application_name = (select left(?::text || owner, 63) from run_part where run = ? and part = ?)
                    and application_name <> left(?, 63) and datname = current_database()""")
                    .param(Database.APPLICATION)
                    .param(run)
                    .param(part)
                    .param(Database.APPLICATION + Database.OWNER)
                    .query(row -> {});
        }
    }

    /** The next contracts of a part that are to be done. */
    public List<String> next(Held part, long known, Long retries, int limit) {
        return session.client()
                .sql(retries == null ? """
                select distinct contract_id from contract where contract_id > ? and contract_id <= ? and recording <= ?
                order by contract_id limit ?""" : """
                select contract_id from parked where contract_id > ? and contract_id <= ? and run = ?
                order by contract_id limit ?""")
                .param(part.place())
                .param(part.upTo())
                .param(retries == null ? known : retries)
                .param(limit)
                .query(String.class)
                .list();
    }

    /**
     * Records a chunk as done, within the transaction that stores it.
     *
     * @throws FencedOut when somebody else has taken the part
     */
    public Held advance(Held part, String place, long contracts, long billed, long parked, List<ProfileTotals> totals) {
        changed(
                part,
                session.client()
                                .sql("""
                update run_part set place = ?, contracts = contracts + ?, billed = billed + ?, parked = parked + ?, touched = now()
                where run = ? and part = ? and token = ?""")
                                .param(place)
                                .param(contracts)
                                .param(billed)
                                .param(parked)
                                .param(part.run())
                                .param(part.part())
                                .param(part.token())
                                .update()
                        == 1);
        if (!totals.isEmpty()) {
            add(part, totals);
        }
        return part.at(place);
    }

    private void add(Held part, List<ProfileTotals> totals) {
        StatementSpec add = session.client().sql("""
                insert into run_total as t (run, part, terms, currency, contracts, documents, credits, lines, net, tax, gross)
                values %s on conflict (run, part, terms, currency) do update set contracts = t.contracts + excluded.contracts,
                documents = t.documents + excluded.documents, credits = t.credits + excluded.credits,
                lines = t.lines + excluded.lines, net = t.net + excluded.net, tax = t.tax + excluded.tax,
                gross = t.gross + excluded.gross""".formatted(
                        String.join(", ", Collections.nCopies(totals.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))));
        for (ProfileTotals total : totals) {
            add = add.param(part.run())
                    .param(part.part())
                    .param(total.terms())
                    .param(total.currency())
                    .param(total.contracts())
                    .param(total.documents())
                    .param(total.credits())
                    .param(total.lines())
                    .param(total.net())
                    .param(total.tax())
                    .param(total.gross());
        }
        add.update();
    }

    /** Records a part as done, within the transaction of the thread. */
    public void done(Held part) {
        changed(
                part,
                session.client()
                                .sql(
                                        "update run_part set done = true, touched = now() where run = ? and part = ? and token = ?")
                                .param(part.run())
                                .param(part.part())
                                .param(part.token())
                                .update()
                        == 1);
    }

    private static void changed(Held part, boolean ours) {
        if (!ours) {
            throw new FencedOut(part.run(), part.part());
        }
    }

    public RunProgress standing(long run) {
        return session.client()
                .sql("""
                select coalesce(sum(size), 0), coalesce(sum(contracts), 0), coalesce(sum(billed), 0), coalesce(sum(parked), 0),
                       coalesce(bool_and(done), true) from run_part where run = ?""")
                .param(run)
                .query((row, number) -> new RunProgress(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBoolean(5)))
                .single();
    }

    /** What a run came to so far, by terms and currency. */
    public List<ProfileTotals> totals(long run) {
        return session.client()
                .sql("""
                select terms, currency, sum(contracts), sum(documents), sum(credits), sum(lines), sum(net), sum(tax), sum(gross)
                from run_total where run = ? group by terms, currency order by terms, currency""")
                .param(run)
                .query((row, number) -> new ProfileTotals(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getBigDecimal(7),
                        row.getBigDecimal(8),
                        row.getBigDecimal(9)))
                .list();
    }

    /** The same as the figures of the register. */
    public Run.Counts counts(long run) {
        RunProgress standing = standing(run);
        List<ProfileTotals> totals = totals(run);
        return new Run.Counts(
                standing.contracts(),
                standing.billed(),
                standing.contracts() - standing.billed() - standing.parked(),
                standing.parked(),
                totals.stream().mapToLong(ProfileTotals::documents).sum(),
                totals.stream().mapToLong(ProfileTotals::lines).sum(),
                sum(totals.stream().map(ProfileTotals::net).toList()),
                sum(totals.stream().map(ProfileTotals::tax).toList()),
                sum(totals.stream().map(ProfileTotals::gross).toList()));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
