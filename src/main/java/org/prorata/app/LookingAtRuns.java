package org.prorata.app;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.ledger.ContractWarning;
import org.prorata.ledger.Parked;
import org.prorata.ledger.ProfileTotals;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.ledger.SettledDays;
import org.prorata.ledger.TakenAsInvoiced;
import org.prorata.run.ClosedDays;
import org.prorata.store.base.Session;
import org.prorata.store.runs.Parts;
import org.prorata.store.runs.RunAdmission;
import org.prorata.store.runs.RunRemoval;
import org.prorata.store.runs.RunWarnings;
import org.prorata.store.runs.Runs;
import org.prorata.store.runs.TakenOver;

/** The register of runs, one of them, what it parked; and taking its drafts away. */
public final class LookingAtRuns {

    private final Application application;

    public LookingAtRuns(Application application) {
        this.application = application;
    }

    /**
     * A run in the register.
     *
     * @param killed whether it is marked as at work and none is: its program ended before it did
     * @param gross  what it came to, by currency
     */
    public record RegisteredRun(Run run, boolean killed, Map<String, BigDecimal> gross) {}

    /**
     * A run with how far it is, as the database has it: also of one that another process is at.
     *
     * @param size      contracts that it is over
     * @param contracts those that are done
     * @param billed    those with documents, or touched by another rule book
     * @param parked    those that could not be decided
     * @param codes     of those, how many for which reason
     */
    public record RunInFull(
            RegisteredRun registered,
            @Nullable SettledDays settled,
            long size,
            long contracts,
            long billed,
            long parked,
            List<ProfileTotals> totals,
            TakenAsInvoiced taken,
            List<ContractWarning> warnings,
            long warned,
            Map<String, Long> codes) {}

    /** All runs, the first one first. */
    public List<RegisteredRun> all(Caller caller) {
        Session session = application.session(caller, AccessRight.READ);
        Runs runs = new Runs(session);
        boolean underWay = new RunAdmission(session).underWay();
        Map<Long, Map<String, BigDecimal>> sums = runs.sums();
        return runs.all().stream()
                .map(run -> new RegisteredRun(run, killed(run, underWay), sums.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    /** @throws RunRefused when there is no such run */
    public RunInFull one(Caller caller, long id) {
        Session session = application.session(caller, AccessRight.READ);
        Runs runs = new Runs(session);
        Run run = runs.named(id);
        Parts parts = new Parts(session);
        Parts.RunProgress progress = parts.standing(id);
        RunWarnings warnings = new RunWarnings(session);
        Map<String, Long> codes = new TreeMap<>();
        runs.parked(id).forEach(parked -> codes.merge(parked.code(), 1L, Long::sum));
        return new RunInFull(
                new RegisteredRun(run, killed(run, new RunAdmission(session).underWay()), Map.of()),
                RunOutcome.settled(ClosedDays.of(session, run).orElse(null)),
                progress.size(),
                progress.contracts(),
                progress.billed(),
                progress.parked(),
                parts.totals(id),
                new TakenOver(session).of(id, RunOutcome.SHOWN),
                warnings.first(id, RunOutcome.SHOWN),
                warnings.count(id),
                codes);
    }

    private static boolean killed(Run run, boolean underWay) {
        return (run.state() == Run.State.RUNNING || run.state() == Run.State.STOPPING) && !underWay;
    }

    /**
     * The contracts that a run could not decide.
     *
     * @throws RunRefused when there is no such run
     */
    public List<Parked> parked(Caller caller, long id) {
        Runs runs = new Runs(application.session(caller, AccessRight.READ));
        runs.named(id);
        return List.copyOf(runs.parked(id));
    }

    /**
     * Takes the drafts of a run away as if it had never been; its entry stays.
     *
     * @throws RunRefused when there is no such run, it is under way, has issued something, or later runs rest on it
     */
    public void abandon(Caller caller, long id) {
        new RunRemoval(application.session(caller, AccessRight.BILL)).abandon(id);
    }
}
