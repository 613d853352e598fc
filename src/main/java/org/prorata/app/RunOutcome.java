package org.prorata.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prorata.book.engine.BookSource;
import org.prorata.ledger.ContractWarning;
import org.prorata.ledger.Parked;
import org.prorata.ledger.ProfileTotals;
import org.prorata.ledger.Run;
import org.prorata.ledger.SettledDays;
import org.prorata.ledger.TakenAsInvoiced;
import org.prorata.run.ClosedDays;
import org.prorata.run.RunResult;
import org.prorata.store.base.Session;
import org.prorata.store.runs.RunWarnings;
import org.prorata.store.runs.TakenOver;

/**
 * What a run or its preview came to, for people.
 *
 * @param run        the run as the register has it now
 * @param wentOn     whether an earlier request had begun it
 * @param parked     the contracts that could not be decided, the first thousand of them
 * @param mismatches what did not come out right when the run was proved, empty when all did
 * @param settled    the days before that another calculation billed and this run left alone, or null
 * @param taken      what counts as invoiced before
 * @param warnings   the first twenty
 * @param warned     how many there are
 */
public record RunOutcome(
        Run run,
        boolean wentOn,
        Run.Counts counts,
        List<ProfileTotals> profiles,
        List<Parked> parked,
        List<String> mismatches,
        @Nullable SettledDays settled,
        TakenAsInvoiced taken,
        List<ContractWarning> warnings,
        long warned) {

    /** How many of what there may be many are told one by one. */
    public static final int SHOWN = 20;

    static RunOutcome of(Session session, RunResult result) {
        Run run = result.run();
        RunWarnings warnings = new RunWarnings(session);
        return new RunOutcome(
                run,
                result.wentOn(),
                result.counts(),
                result.profiles(),
                result.parked(),
                result.mismatches(),
                settled(result.closed()),
                new TakenOver(session).of(run.id(), SHOWN),
                warnings.first(run.id(), SHOWN),
                warnings.count(run.id()));
    }

    static @Nullable SettledDays settled(@Nullable ClosedDays days) {
        return days == null
                ? null
                : new SettledDays(
                        days.last(),
                        days.books().stream()
                                .map(book -> new SettledDays.Book(book.version(), book.calculation()))
                                .toList(),
                        BookSource.CALCULATION);
    }

    /** Whether it was asked to stop before it was done. */
    public boolean stopped() {
        return run.state() == Run.State.INTERRUPTED;
    }

    /** Whether the run had nothing to do: all that is due is billed, or claimed, already. */
    public boolean nothingMore() {
        return counts.documents() == 0;
    }
}
