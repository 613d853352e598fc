package org.prorata.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.CompiledBooks;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.engine.RuleBooks.BookInForce;
import org.prorata.contract.Ask;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.RunLock;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.runs.BilledWindows;
import org.prorata.store.runs.PartLayout;
import org.prorata.store.runs.RunAdmission;
import org.prorata.store.runs.RunRemoval;
import org.prorata.store.runs.Runs;

/**
 * A run over all contracts, in parts that several threads work chunk by chunk, each stored at once: what is killed loses
 * at most the chunks at hand, and the same command goes on where it broke off, with the facts and the rule book with which
 * it began. A new run bills what is missing and nothing twice, as a run is the difference to what is billed.
 */
public final class PortfolioRun {

    /** Contracts that are read, decided and stored together: what a kill loses, and what one round trip to the database serves. */
    private static final int CHUNK = 2_500;
    /** Days for which the lines of a preview are kept. */
    private static final int PREVIEW_DAYS = 30;

    private final Session session;
    private final Dossiers facts;
    private final Runs runs;
    private final RunAdmission admission;
    private final RunOpening opening;
    private final RunShape shape;
    private final Meter meter;
    private final Conductor conductor;

    public PortfolioRun(Session session) {
        this(session, Runtime.getRuntime().availableProcessors(), new Meter());
    }

    /**
     * @param threads how many of this process work
     * @param meter   is told the time that they spend
     */
    public PortfolioRun(Session session, int threads, Meter meter) {
        this(session, RunShape.of(threads), Progress.NONE, meter);
    }

    /**
     * @param afterChunk told of each chunk alone before it is stored, by the thread that works it
     */
    PortfolioRun(Session session, RunShape shape, Progress afterChunk) {
        this(session, shape, afterChunk, new Meter());
    }

    private PortfolioRun(Session session, RunShape shape, Progress afterChunk, Meter meter) {
        this.session = session;
        this.facts = new Dossiers(session);
        this.runs = new Runs(session);
        this.admission = new RunAdmission(session);
        this.opening = new RunOpening(session);
        this.shape = shape;
        this.meter = meter;
        this.conductor = new Conductor(session, shape, afterChunk, meter);
    }

    /**
     * How a run is divided.
     *
     * @param chunk contracts that are read, decided and stored together
     * @param part  contracts of a part, or null when the size of the portfolio decides
     */
    record RunShape(int threads, int chunk, Integer part) {

        static RunShape of(int threads) {
            return new RunShape(threads, CHUNK, null);
        }
    }

    /**
     * Bills a window, or claims what is late on a day; goes on with a run of the same that broke off.
     *
     * @param ask an {@link Ask.Bill} or {@link Ask.Late}
     * @throws RunRefused when another run is under way or broke off, or has billed further
     */
    public RunResult run(Ask ask, RuleBook book, Progress progress) {
        return stored(ask, null, only(book), progress);
    }

    private static List<BookInForce> only(RuleBook book) {
        return List.of(new BookInForce(null, book));
    }

    private static RuleBook own(List<BookInForce> books) {
        return books.get(books.size() - 1).book();
    }

    /**
     * Tries the contracts again that a run parked, with what is known now; where the book of its day is of another calculation, by the
     * first one after it that is not.
     *
     * @throws RunRefused when the run parked none, another run is under way or broke off, or has billed further
     */
    public RunResult retry(Run parked, RuleBooks books, Progress progress) {
        if (parked.against() != null) {
            throw new RunRefused("run " + parked.id() + " (" + parked.title()
                    + ") bills nothing, so that there is nothing to try again");
        }
        if (runs.parked(parked.id()).isEmpty()) {
            throw new RunRefused("run " + parked.id() + " (" + parked.title() + ") has parked nothing");
        }
        if (parked.ask() instanceof Ask.Bill && admission.unfinished().isEmpty()) {
            admission.refuseRetrying(parked);
        }
        return stored(
                parked.ask(),
                parked.id(),
                parked.ask() instanceof Ask.Bill bill
                        ? books.makingUp(bill.from())
                        : only(own(books.makingUp(((Ask.Late) parked.ask()).on()))),
                progress);
    }

    /**
     * Refuses to do anything beside a run that broke off and was begun by another calculation, before it is asked which book decides.
     *
     * @throws RunRefused naming it, also when a run is under way
     */
    public void refuseBrokenByOthers() {
        try (RunLock lock = admission.lockToLook()) {
            admission.unfinishedByOther().ifPresent(PortfolioRun::refuseOtherCalculation);
        }
    }

    private RunResult stored(Ask ask, Long retries, List<BookInForce> books, Progress progress) {
        RuleBook book = own(books);
        try (RunLock lock = admission.lock()) {
            new RunRemoval(session).prune(PREVIEW_DAYS);
            Optional<Run> broken = admission.unfinished();
            if (broken.isPresent()) {
                Run run = runs.goOn(same(broken.get(), ask, retries));
                return work(
                        run,
                        broken.get().book().equals(book.version()) ? book : compiled(session, run.book()),
                        true,
                        progress);
            }
            admission.refuseBehind(ask);
            return work(open(ask, books, false, retries), book, false, progress);
        }
    }

    /**
     * Bills a window in runs that follow each other, cut where another rule book comes into force, until one does not come to its
     * end. What is missing of parts that are billed beyond comes with the later ones.
     *
     * @throws RunRefused when another run is under way or broke off, or has billed further
     */
    public List<RunResult> run(Ask.Bill window, RuleBooks books, Progress progress) {
        List<Windows.Part> windows = Windows.cut(window, books);
        int first = 0;
        if (windows.size() > 1) {
            try (RunLock lock = admission.lock()) {
                first = first(window, windows);
            }
        }
        List<RunResult> results = new ArrayList<>();
        for (Windows.Part part : windows.subList(first, windows.size())) {
            RunResult result = stored(part.window(), null, part.inForce(), progress);
            results.add(result);
            if (result.stopped() || !result.mismatches().isEmpty()) {
                break;
            }
        }
        return results;
    }

    /** Where to begin: with the part that broke off, or the first one that no run has billed beyond. */
    private int first(Ask.Bill window, List<Windows.Part> windows) {
        Optional<Run> broken = admission.unfinished();
        if (broken.isPresent()) {
            int at = windows.stream()
                    .map(Windows.Part::window)
                    .toList()
                    .indexOf(broken.get().ask());
            return Math.max(at, 0);
        }
        admission.refuseBehind(window);
        int first = 0;
        while (first + 1 < windows.size()
                && new BilledWindows(session).billedBeyond(windows.get(first).window())) {
            first++;
        }
        return first;
    }

    /** The same figures as the runs over a window would come to; each preview counts as billed what the ones before it show. */
    public List<RunResult> preview(Ask.Bill window, RuleBooks books, Progress progress) {
        List<Windows.Part> windows = Windows.cut(window, books);
        if (windows.size() == 1) {
            return List.of(preview(window, windows.get(0).inForce(), progress));
        }
        try (RunLock lock = admission.lockToLook()) {
            admission.unfinished().ifPresent(broken -> same(broken, null, null));
            long known = facts.watermark();
            int size = size(known, null);
            List<RunResult> results = new ArrayList<>();
            Long before = null;
            for (int i = first(window, windows); i < windows.size(); i++) {
                Windows.Part part = windows.get(i);
                Long follows = before;
                boolean followed = i + 1 < windows.size();
                Run run = opening.opened(
                        part.inForce(),
                        () -> runs.openPart(part.window(), known, part.book().source(), size, follows, followed));
                results.add(work(run, part.book(), false, progress));
                before = run.id();
            }
            return results;
        }
    }

    /** The same figures; its documents stand apart and are never issued. */
    public RunResult preview(Ask ask, RuleBook book, Progress progress) {
        return preview(ask, only(book), progress);
    }

    private RunResult preview(Ask ask, List<BookInForce> books, Progress progress) {
        try (RunLock lock = admission.lockToLook()) {
            admission.unfinished().ifPresent(broken -> same(broken, null, null));
            admission.refuseBehind(ask);
            return work(open(ask, books, true, null), own(books), false, progress);
        }
    }

    /**
     * Decides all contracts under the book that decides now and under another one; what differs is kept for some days. Goes on with
     * a comparison of the same that broke off, unless something was told or billed since.
     *
     * @throws RunRefused when a run is under way or broke off, or has billed further
     */
    public RunResult impact(Ask.Bill window, RuleBook old, RuleBook book, Progress progress) {
        long known = facts.watermark();
        Optional<Run> broken =
                admission.unfinishedImpact(window, known, old.version(), book.version(), BookSource.CALCULATION);
        try (RunLock lock = admission.lockToLook()) {
            new RunRemoval(session).prune(PREVIEW_DAYS);
            admission.unfinished().ifPresent(run -> {
                throw RunRefused.brokeOff(run);
            });
            admission.refuseBehind(window);
            Run run =
                    broken.map(runs::goOn).orElseGet(() -> opening.impact(window, known, old, book, size(known, null)));
            ChunkWork pass = new ImpactPass(
                    session,
                    new TwoBooks(old, book, window, ClosedDays.of(session, run).orElse(null), false, meter),
                    window,
                    run.knownAt(),
                    run.id(),
                    meter);
            return conductor.work(run, book, pass, broken.isPresent(), progress);
        }
    }

    private Run open(Ask ask, List<BookInForce> books, boolean preview, Long retries) {
        long known = facts.watermark();
        int size = size(known, retries);
        return opening.opened(books, () -> {
            if (!preview) {
                InForce.holdFor(
                        session,
                        ask instanceof Ask.Bill bill ? bill.from() : ((Ask.Late) ask).on(),
                        ask instanceof Ask.Bill bill ? bill.to() : ((Ask.Late) ask).on(),
                        own(books));
            }
            return runs.open(ask, known, own(books).source(), preview, retries, size);
        });
    }

    private int size(long known, Long retries) {
        return shape.part() == null ? PartLayout.size(new PartLayout(session).contracts(known, retries)) : shape.part();
    }

    private static Run same(Run broken, Ask ask, Long retries) {
        if (!broken.ask().equals(ask) || !Objects.equals(broken.retries(), retries)) {
            throw RunRefused.brokeOff(broken);
        }
        refuseOtherCalculation(broken);
        return broken;
    }

    private static void refuseOtherCalculation(Run broken) {
        if (broken.calculation() != BookSource.CALCULATION) {
            throw new RunRefused(
                    "run " + broken.id() + " (" + broken.title() + ") was begun by calculation " + broken.calculation()
                            + " and this program has calculation " + BookSource.CALCULATION
                            + ": go on with it by the program that began it, or"
                            + " take its drafts away by prorata run abandon " + broken.id());
        }
    }

    private static RuleBook compiled(Session session, String book) {
        return CompiledBooks.of(new BookStore(session).load(book));
    }

    private RunResult work(Run run, RuleBook book, boolean wentOn, Progress progress) {
        return conductor.work(run, book, ChunkWork.of(session, run, book, false, meter), wentOn, progress);
    }
}
