package org.prorata.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.decision.Refused;
import org.prorata.ledger.IssuedNumbers;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Session;
import org.prorata.store.invoices.Issuing;
import org.prorata.store.invoices.NumberSeries;
import org.prorata.store.runs.Runs;

/** Gives drafts their numbers, and proves the numbers. What is issued never changes any more. */
public final class IssuingDocuments {

    private final Application application;

    public IssuingDocuments(Application application) {
        this.application = application;
    }

    /**
     * What was issued of a run.
     *
     * @param numbers by series; empty when all was issued before
     */
    public record IssuedRun(long run, LocalDate on, List<IssuedNumbers> numbers) {}

    /**
     * Issues the drafts of runs, one after the other; all are looked at before the first is begun.
     *
     * @param on   the day that all numbers bear; null: the caller's today
     * @param each told of each run when its drafts are issued
     * @throws Refused    when the day lies after the caller's today
     * @throws RunRefused when a run is not done and reconciled, or the day comes before the last number of a series
     */
    public void issue(Caller caller, List<Long> runs, @Nullable LocalDate on, Consumer<IssuedRun> each) {
        Session session = application.session(caller, AccessRight.BILL);
        GivenDay.refuseAfterToday(caller, on);
        LocalDate day = on == null ? caller.today() : on;
        Issuing issuing = new Issuing(session);
        Runs register = new Runs(session);
        List<Run> found = new ArrayList<>();
        for (long run : runs) {
            Run named = register.named(run);
            issuing.check(named, day);
            found.add(named);
        }
        for (Run run : found) {
            each.accept(new IssuedRun(run.id(), day, issuing.run(run, day)));
        }
    }

    /**
     * What the numbers are.
     *
     * @param wrong  what is wrong with them, in words; empty when nothing is
     * @param series how many each series has
     */
    public record CheckedNumbers(List<String> wrong, List<IssuedNumbers> series) {}

    /** Proves that numbers are unique, without gaps and in the order of their days, and that documents add up. */
    public CheckedNumbers check(Caller caller) {
        NumberSeries numbers = new NumberSeries(application.session(caller, AccessRight.READ));
        return new CheckedNumbers(numbers.wrongNumbers(), numbers.series());
    }
}
