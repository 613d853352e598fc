package org.prorata.app;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.run.PortfolioRun;
import org.prorata.store.base.Session;
import org.prorata.store.runs.Runs;

/** Tries the contracts again that a run parked, with what is known now. */
public final class RetryingParked {

    private final Application application;

    public RetryingParked(Application application) {
        this.application = application;
    }

    /**
     * The rule book in force on the run's day is of another calculation; another one decides in its place.
     *
     * @param day         the first day of the window, or the day of the claims
     * @param closed      version of the book in force on it
     * @param calculation its calculation
     * @param instead     version of the first book after it that this program can decide by
     * @param from        the day from which that is in force
     */
    public record InPlace(LocalDate day, String closed, int calculation, String instead, LocalDate from) {}

    /**
     * Tries again.
     *
     * @param inPlace told before the run begins when another book decides
     * @throws RunRefused when there is no such run, or another one is under way or broke off
     */
    public RunOutcome retry(Caller caller, long run, Consumer<InPlace> inPlace, Progress progress) {
        Session session = application.session(caller, AccessRight.BILL);
        Run parked = new Runs(session).named(run);
        PortfolioRun retried = new PortfolioRun(session);
        retried.refuseBrokenByOthers();
        RuleBooks inForce = application.books(session);
        LocalDate day = parked.ask() instanceof Ask.Bill bill ? bill.from() : ((Ask.Late) parked.ask()).on();
        inForce.closed(day)
                .ifPresent(closed -> inForce.firstOpen(day)
                        .ifPresent(open -> inPlace.accept(new InPlace(
                                day, closed.version(), closed.calculation(), open.version(), open.from()))));
        return RunOutcome.of(session, retried.retry(parked, inForce, progress));
    }
}
