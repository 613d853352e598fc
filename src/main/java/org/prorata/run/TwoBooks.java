package org.prorata.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.prorata.book.changes.RowChanges;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.ledger.BilledToDate;
import org.prorata.ledger.Impact;
import org.prorata.ledger.Impact.Side;
import org.prorata.ledger.Impact.Subject;
import org.prorata.ledger.NewBill;
import org.prorata.store.invoices.Claims;

/**
 * Contracts decided under two rule books: what a window bills, what is late on its last day, and the service level of each period
 * that ends within it. Stores nothing.
 */
public final class TwoBooks {

    private final Ask.Bill window;
    private final BookAtWork old;
    private final BookAtWork now;
    private final DueBills fromWindow;
    private final Attribution causes;
    private final Meter meter;

    /**
     * @param closed   days that were billed by books of another calculation, or null
     * @param parallel whether contracts are to be decided by several threads
     * @param meter    is told the time spent
     */
    public TwoBooks(RuleBook old, RuleBook now, Ask.Bill window, ClosedDays closed, boolean parallel, Meter meter) {
        this.meter = meter;
        this.window = window;
        this.old = new BookAtWork(old, window, closed, parallel);
        this.now = new BookAtWork(now, window, closed, parallel);
        this.fromWindow =
                new DueBills(this.now.answers, window, Earlier.until(this.old.answers, window.from(), closed));
        this.causes = new Attribution(
                RowChanges.between(old.source().tables(), now.source().tables()));
    }

    /**
     * Compares contracts, in their order.
     *
     * @param accounts what is billed of each
     * @param open     what stands to claim for each
     */
    public Impact.Chunk compare(
            List<Dossier> dossiers, Map<String, BilledToDate> accounts, Map<String, Claims.Open> open) {
        List<BillPass.Outcome> billBefore =
                meter.time(Meter.Stage.RULES, () -> old.bills.outcomes(dossiers, new HashMap<>(accounts)));
        List<BillPass.Outcome> billAfter = meter.time(Meter.Stage.RULES, () -> after(dossiers, accounts, billBefore));
        // who has no invoice can owe nothing late
        List<Dossier> owing = dossiers.stream()
                .filter(d -> !d.invoices().isEmpty() || !open.get(id(d)).ours().isEmpty())
                .toList();
        Map<String, LatePass.Outcome> lateBefore = meter.time(Meter.Stage.LATE, () -> old.late(owing, open));
        Map<String, LatePass.Outcome> lateAfter = meter.time(Meter.Stage.LATE, () -> now.late(owing, open));
        Map<String, Map<Ask.ServiceLevel, BookAnswer>> levelsBefore =
                meter.time(Meter.Stage.SERVICE_LEVEL, () -> old.levels(dossiers));
        Map<String, Map<Ask.ServiceLevel, BookAnswer>> levelsAfter =
                meter.time(Meter.Stage.SERVICE_LEVEL, () -> now.levels(dossiers));
        BookSums sums = new BookSums();
        List<Impact.Line> lines = new ArrayList<>();
        List<Impact.Failure> failures = new ArrayList<>();
        for (int i = 0; i < dossiers.size(); i++) {
            Dossier dossier = dossiers.get(i);
            ContractDifference differing = new ContractDifference(causes, dossier);
            bill(dossier, billBefore.get(i), billAfter.get(i), differing, sums, failures);
            late(dossier, lateBefore.get(id(dossier)), lateAfter.get(id(dossier)), differing, sums, failures);
            levels(
                    dossier,
                    levelsBefore.getOrDefault(id(dossier), Map.of()),
                    levelsAfter.getOrDefault(id(dossier), Map.of()),
                    differing,
                    sums,
                    failures);
            lines.addAll(differing.lines());
        }
        return new Impact.Chunk(
                dossiers.isEmpty() ? "" : id(dossiers.get(dossiers.size() - 1)), sums.all(), lines, failures);
    }

    /**
     * What the new book bills when it comes into force on the window's first day: what fell due before stays as the old one made it.
     * That takes two questions more, which are put only where the books differ at all.
     */
    private List<BillPass.Outcome> after(
            List<Dossier> dossiers, Map<String, BilledToDate> accounts, List<BillPass.Outcome> before) {
        List<BillPass.Outcome> after = new ArrayList<>(now.bills.outcomes(dossiers, new HashMap<>(accounts)));
        List<Integer> differing = IntStream.range(0, after.size())
                .filter(i -> before.get(i).error() == null
                        && after.get(i).error() == null
                        && !SameAmounts.of(
                                decisions(before.get(i).bill().documents()),
                                decisions(after.get(i).bill().documents())))
                .boxed()
                .toList();
        List<BillPass.Outcome> again =
                fromWindow.outcomes(differing.stream().map(dossiers::get).toList(), new HashMap<>(accounts));
        for (int i = 0; i < again.size(); i++) {
            after.set(differing.get(i), again.get(i));
        }
        return after;
    }

    private void bill(
            Dossier dossier,
            BillPass.Outcome before,
            BillPass.Outcome after,
            ContractDifference differing,
            BookSums sums,
            List<Impact.Failure> failures) {
        if (failed(dossier, Subject.BILL, window.from(), window.to(), before.error(), after.error(), failures)) {
            return;
        }
        List<NewBill.NewDocument> was = before.bill().documents();
        List<NewBill.NewDocument> is = after.bill().documents();
        if (was.isEmpty() && is.isEmpty()) {
            return;
        }
        sums.add(dossier, Subject.BILL, net(was), net(is));
        sums.add(dossier, Subject.TAX, tax(was), tax(is));
        List<Decision> wasAll = decisions(was);
        List<Decision> isAll = decisions(is);
        if (!SameAmounts.of(wasAll, isAll)) {
            differing.add(BookAmount.bill(was), BookAmount.bill(is), wasAll, isAll);
        }
    }

    private void late(
            Dossier dossier,
            LatePass.Outcome before,
            LatePass.Outcome after,
            ContractDifference differing,
            BookSums sums,
            List<Impact.Failure> failures) {
        if (before == null
                || failed(dossier, Subject.LATE, window.to(), window.to(), before.error(), after.error(), failures)) {
            return;
        }
        if (!before.note().lines().isEmpty() || !after.note().lines().isEmpty()) {
            add(
                    dossier,
                    Subject.LATE,
                    BookAmount.late(before.note()),
                    BookAmount.late(after.note()),
                    before.note().lines().stream().map(line -> line.decision()).toList(),
                    after.note().lines().stream().map(line -> line.decision()).toList(),
                    differing,
                    sums);
        }
    }

    private static void levels(
            Dossier dossier,
            Map<Ask.ServiceLevel, BookAnswer> before,
            Map<Ask.ServiceLevel, BookAnswer> after,
            ContractDifference differing,
            BookSums sums,
            List<Impact.Failure> failures) {
        Map<Ask.ServiceLevel, BookAnswer> all = new LinkedHashMap<>(before);
        all.putAll(after);
        for (Ask.ServiceLevel ask : all.keySet()) {
            LocalDate from = ask.month() == null ? ask.yearFrom() : ask.month().atDay(1);
            LocalDate to = ask.month() == null
                    ? ask.yearFrom().plusYears(1).minusDays(1)
                    : ask.month().atEndOfMonth();
            BookAnswer was = before.get(ask);
            BookAnswer is = after.get(ask);
            if (!failed(
                    dossier,
                    Subject.SERVICE_LEVEL,
                    from,
                    to,
                    was == null ? null : was.error(),
                    is == null ? null : is.error(),
                    failures)) {
                List<Decision> wasAll = was == null ? List.of() : was.decisions();
                List<Decision> isAll = is == null ? List.of() : is.decisions();
                List<BookAmount> wasEntries = BookAmount.level(wasAll, from, to);
                List<BookAmount> isEntries = BookAmount.level(isAll, from, to);
                if (!wasEntries.isEmpty() || !isEntries.isEmpty()) {
                    add(dossier, Subject.SERVICE_LEVEL, wasEntries, isEntries, wasAll, isAll, differing, sums);
                }
            }
        }
    }

    private static void add(
            Dossier dossier,
            Subject subject,
            List<BookAmount> before,
            List<BookAmount> after,
            List<Decision> answerBefore,
            List<Decision> answerAfter,
            ContractDifference differing,
            BookSums sums) {
        sums.add(dossier, subject, sum(before), sum(after));
        differing.add(before, after, answerBefore, answerAfter);
    }

    /** Whether a question goes without an answer: then none of its amounts counts. */
    private static boolean failed(
            Dossier dossier,
            Subject subject,
            LocalDate from,
            LocalDate to,
            CannotDecide before,
            CannotDecide after,
            List<Impact.Failure> failures) {
        if (before == null && after == null) {
            return false;
        }
        CannotDecide error = Objects.requireNonNullElse(after, before);
        failures.add(new Impact.Failure(
                id(dossier),
                subject,
                from,
                to,
                before == null ? Side.NEW : after == null ? Side.OLD : Side.BOTH,
                error.code(),
                error.getMessage()));
        return true;
    }

    private static List<Decision> decisions(List<NewBill.NewDocument> documents) {
        List<Decision> all = new ArrayList<>();
        for (NewBill.NewDocument document : documents) {
            all.addAll(document.lines());
            all.addAll(document.taxes());
            all.add(document.total());
        }
        return all;
    }

    private static BigDecimal net(List<NewBill.NewDocument> documents) {
        return documents.stream().map(document -> document.total().net()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal tax(List<NewBill.NewDocument> documents) {
        return documents.stream().map(document -> document.total().tax()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<BookAmount> entries) {
        return entries.stream().map(BookAmount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String id(Dossier dossier) {
        return dossier.contract().id();
    }
}
