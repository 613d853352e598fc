package org.prorata.app;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.decision.Refused;
import org.prorata.ledger.Progress;
import org.prorata.run.PortfolioRun;
import org.prorata.run.RunResult;
import org.prorata.store.base.Session;
import org.prorata.store.books.Activations;

/** Bills what falls due in a window and is not billed yet, over the whole portfolio; again: nothing more. */
public final class BillingPortfolio {

    /** A mistyped year would store the invoices of centuries. */
    private static final int MOST_YEARS = 10;

    private final Application application;

    public BillingPortfolio(Application application) {
        this.application = application;
    }

    /**
     * A window billed.
     *
     * @param runs     one for each rule book in force in it
     * @param unknown  the program's own rule book where it was never proposed here, or null
     * @param inForce  the book put in force last
     * @param billedTo the last day that was billed: where another book is in force after it, the rest of the window is not
     */
    public record BilledWindow(
            List<RunOutcome> runs, @Nullable String unknown, String inForce, LocalDate billedTo) {}

    /**
     * Bills.
     *
     * @throws Refused when the window ends before it begins, is longer than ten years or lies too far ahead; when another run is under
     *                 way, broke off or has billed further
     */
    public BilledWindow bill(Caller caller, LocalDate from, LocalDate to, Progress progress) {
        return run(caller, AccessRight.BILL, from, to, progress);
    }

    /** The same figures; its lines stand apart, are never issued and go after 30 days. */
    public BilledWindow preview(Caller caller, LocalDate from, LocalDate to, Progress progress) {
        return run(caller, AccessRight.PREVIEW, from, to, progress);
    }

    private BilledWindow run(Caller caller, AccessRight right, LocalDate from, LocalDate to, Progress progress) {
        Session session = application.session(caller, right);
        if (to.isBefore(from)) {
            throw new Refused("window.ends_before_it_begins", from.toString(), to.toString());
        }
        if (to.isAfter(from.plusYears(MOST_YEARS))) {
            throw new Refused("window.too_long", from.toString(), to.toString(), MOST_YEARS);
        }
        GivenDay.refuseFarAhead(caller, to);
        PortfolioRun run = new PortfolioRun(session);
        run.refuseBrokenByOthers();
        RuleBooks inForce = application.books(session);
        Activations activations = new Activations(session);
        String own = application.shipped().version();
        Ask.Bill window = new Ask.Bill(from, to);
        List<RunResult> results = right == AccessRight.PREVIEW
                ? run.preview(window, inForce, progress)
                : run.run(window, inForce, progress);
        return new BilledWindow(
                results.stream().map(result -> RunOutcome.of(session, result)).toList(),
                activations.known(own) ? null : own,
                activations.newest().book(),
                ((Ask.Bill) results.get(results.size() - 1).run().ask()).to());
    }
}
