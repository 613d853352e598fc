package org.prorata.app;

import java.time.LocalDate;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.decision.Refused;
import org.prorata.ledger.Progress;
import org.prorata.run.PortfolioRun;
import org.prorata.store.base.Session;

/** Claims what late payers owe on a day and nobody claimed yet, over the whole portfolio; again: nothing more. */
public final class Claiming {

    private final Application application;

    public Claiming(Application application) {
        this.application = application;
    }

    /**
     * Claims.
     *
     * @throws Refused when the day lies too far ahead, or before one on which more was claimed; when another run is under way or broke off
     */
    public RunOutcome claim(Caller caller, LocalDate on, Progress progress) {
        Session session = application.session(caller, AccessRight.BILL);
        GivenDay.refuseFarAhead(caller, on);
        PortfolioRun run = new PortfolioRun(session);
        run.refuseBrokenByOthers();
        Ask.Late ask = new Ask.Late(on);
        return RunOutcome.of(session, run.run(ask, book(session, ask), progress));
    }

    /** The same figures; its lines stand apart, are never issued and go after 30 days. */
    public RunOutcome preview(Caller caller, LocalDate on, Progress progress) {
        Session session = application.session(caller, AccessRight.PREVIEW);
        GivenDay.refuseFarAhead(caller, on);
        PortfolioRun run = new PortfolioRun(session);
        run.refuseBrokenByOthers();
        Ask.Late ask = new Ask.Late(on);
        return RunOutcome.of(session, run.preview(ask, book(session, ask), progress));
    }

    private RuleBook book(Session session, Ask.Late ask) {
        return application.books(session).answering(ask, ask.on());
    }
}
