package org.prorata.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoiced;
import org.prorata.decision.CannotDecide;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;
import org.prorata.store.invoices.Lines;
import org.prorata.store.runs.RunBooks;

/**
 * The rule books that were in force before the one of a window. A line is due as the book of its invoicing day makes it, so that
 * a new book corrects nothing that fell due before it; facts told later still do, by as much as they would have under the old one.
 */
public final class Earlier {

    static final Earlier NONE = new Earlier(List.of(), null, null);

    private final List<Reader> inForce;
    private final LocalDate until;
    private final ClosedDays closed;

    /** @param closed days that were billed by books of another calculation, or null */
    private Earlier(List<Reader> inForce, LocalDate until, ClosedDays closed) {
        this.inForce = inForce;
        this.until = until;
        this.closed = closed;
    }

    /** A book at work, from a day on; without answers one of another calculation. */
    private record Reader(LocalDate from, BatchAnswers answers) {}

    /** What fell due, or why that cannot be told. */
    record Stock(List<Billed> lines, CannotDecide error) {}

    /**
     * One book alone, until another one comes into force on a day.
     *
     * @param closed days that were billed by books of another calculation, or null
     */
    static Earlier until(BatchAnswers book, LocalDate day, ClosedDays closed) {
        Reader each = new Reader(closed == null ? LocalDate.MIN : closed.last().plusDays(1), book);
        return new Earlier(
                closed == null ? List.of(each) : List.of(new Reader(LocalDate.MIN, null), each), day, closed);
    }

    /** No other book of this calculation; {@code closed} may be null. */
    static Earlier beside(ClosedDays closed) {
        return closed == null ? NONE : new Earlier(List.of(), null, closed);
    }

    /** Those of a run, as they were when it was opened. */
    public static Earlier of(Session session, Run run, RuleBook own, boolean parallel) {
        return of(
                session,
                new RunBooks(session).of(run.id()),
                own,
                parallel,
                () -> ClosedDays.of(session, run).orElse(null));
    }

    /** Those before the last of some books. */
    public static Earlier of(
            Session session, List<RunBooks.Book> books, RuleBook own, boolean parallel, Supplier<ClosedDays> closed) {
        List<Reader> inForce = new ArrayList<>();
        for (RunBooks.Book each : books.subList(0, Math.max(0, books.size() - 1))) {
            inForce.add(new Reader(
                    each.from() == null ? LocalDate.MIN : each.from(),
                    answers(session, each.version(), own, parallel)));
        }
        return inForce.isEmpty()
                ? NONE
                : new Earlier(List.copyOf(inForce), books.get(books.size() - 1).from(), closed.get());
    }

    private static BatchAnswers answers(Session session, String version, RuleBook own, boolean parallel) {
        BookStore stored = new BookStore(session);
        if (stored.closed(version).isPresent()) {
            return null;
        }
        return new BatchAnswers(
                (own.version().equals(version) ? own : own.with(stored.load(version))).evaluator(), parallel);
    }

    /**
     * What fell due up to a day of each contract, as if nothing had been billed; each line by the book of its day. What the book
     * of those days cannot decide is decided by the window's; so is what a book of another calculation decided.
     *
     * @param own    the window's book
     * @param window the question that is put about other days
     */
    Map<String, Stock> due(List<Dossier> dossiers, Map<String, LocalDate> ends, BatchAnswers own, Ask.Bill window) {
        Map<String, Stock> due = new HashMap<>();
        dossiers.forEach(dossier -> due.put(id(dossier), new Stock(new ArrayList<>(), null)));
        for (int i = 0; i <= inForce.size(); i++) {
            LocalDate from =
                    i == 0 ? LocalDate.MIN : i < inForce.size() ? inForce.get(i).from() : until;
            LocalDate last = i == inForce.size()
                    ? LocalDate.MAX
                    : (i + 1 < inForce.size() ? inForce.get(i + 1).from() : until).minusDays(1);
            List<Request> requests = new ArrayList<>();
            for (Dossier dossier : dossiers) {
                LocalDate end = ends.get(id(dossier)).isBefore(last) ? ends.get(id(dossier)) : last;
                if (!end.isBefore(from) && !end.isBefore(dossier.contract().start())) {
                    requests.add(new Request(
                            dossier.withoutBilled(),
                            window.during(dossier.contract().start(), end)));
                }
            }
            take(
                    requests,
                    i < inForce.size() ? answered(requests, inForce.get(i).answers(), own) : own.of(requests),
                    from,
                    due);
        }
        return due;
    }

    private static List<BookAnswer> answered(List<Request> requests, BatchAnswers book, BatchAnswers own) {
        if (book == null) {
            return own.of(requests);
        }
        List<BookAnswer> answered = new ArrayList<>(book.of(requests));
        for (int i = 0; i < answered.size(); i++) {
            if (answered.get(i).error() != null) {
                answered.set(i, own.of(List.of(requests.get(i))).get(0));
            }
        }
        return answered;
    }

    private static void take(
            List<Request> requests, List<BookAnswer> answered, LocalDate from, Map<String, Stock> due) {
        for (int i = 0; i < requests.size(); i++) {
            String id = id(requests.get(i).dossier());
            if (answered.get(i).error() != null) {
                due.put(id, new Stock(List.of(), answered.get(i).error()));
            } else if (due.get(id).error() == null) {
                answered.get(i).decisions().stream()
                        .filter(Lines::is)
                        .map(Lines::billed)
                        .filter(line -> !line.on().isBefore(from))
                        .forEach(due.get(id).lines()::add);
            }
        }
    }

    /**
     * By how much what fell due before the window's book differs between that book and those of its days, as lines to be counted
     * among what is billed: with them, what the window's book still finds open is what the older books would.
     */
    Map<String, List<Billed>> restated(List<Dossier> dossiers, BatchAnswers own, Ask.Bill window) {
        if (until == null || inForce.stream().allMatch(each -> each.answers() == null)) {
            return Map.of();
        }
        Map<String, LocalDate> ends = new HashMap<>();
        List<Dossier> running = dossiers.stream()
                .filter(dossier -> dossier.contract().start().isBefore(until))
                .toList();
        running.forEach(dossier -> ends.put(id(dossier), until.minusDays(1)));
        Map<String, Stock> then = due(running, ends, own, window);
        Map<String, Stock> now = NONE.due(running, ends, own, window);
        Map<String, List<Billed>> restated = new HashMap<>();
        for (Dossier dossier : running) {
            // what cannot be decided is told by the question itself
            if (then.get(id(dossier)).error() == null && now.get(id(dossier)).error() == null) {
                restated.put(
                        id(dossier),
                        differences(
                                then.get(id(dossier)).lines(),
                                now.get(id(dossier)).lines()));
            }
        }
        return restated;
    }

    /**
     * Days of a contract that other calculations billed.
     *
     * @param stock all that the window's book makes due of the contract up to the window's end
     * @param last  the last of these days
     */
    record Closed(Stock stock, LocalDate last) {

        /** What counts as billed, where this was. */
        List<Billed> counted(List<Billed> billed) {
            return ClosedDays.counted(billed, stock.lines(), last);
        }
    }

    /** Such days of contracts that have any. */
    Map<String, Closed> closed(List<Dossier> dossiers, BatchAnswers own, Ask.Bill window) {
        if (closed == null) {
            return Map.of();
        }
        Map<String, LocalDate> lasts =
                closed.last(dossiers.stream().map(Earlier::id).toList());
        List<Dossier> running = dossiers.stream()
                .filter(dossier -> lasts.containsKey(id(dossier))
                        && !dossier.contract().start().isAfter(lasts.get(id(dossier))))
                .toList();
        Map<String, LocalDate> ends = new HashMap<>();
        running.forEach(dossier -> ends.put(id(dossier), window.to()));
        Map<String, Closed> days = new HashMap<>();
        NONE.due(running, ends, own, window).forEach((id, stock) -> days.put(id, new Closed(stock, lasts.get(id))));
        return days;
    }

    /** Days of an item that are invoiced together. */
    private record Place(String item, LocalDate from, LocalDate to, ChargeReason reason, LocalDate on) {}

    private static List<Billed> differences(List<Billed> then, List<Billed> now) {
        Map<Place, BigDecimal> amounts = new LinkedHashMap<>();
        now.forEach(line -> amounts.merge(place(line), signed(line), BigDecimal::add));
        then.forEach(line -> amounts.merge(place(line), signed(line).negate(), BigDecimal::add));
        List<Billed> differences = new ArrayList<>();
        amounts.forEach((place, amount) -> {
            if (amount.signum() != 0) {
                differences.add(new Billed(
                        place.item(),
                        place.from(),
                        place.to(),
                        amount.abs(),
                        reason(place.reason(), amount.signum() > 0),
                        place.on(),
                        null,
                        Invoiced.NOWHERE));
            }
        });
        return differences;
    }

    /** A reason that stands for a line of the amount's sign. */
    private static ChargeReason reason(ChargeReason reason, boolean charge) {
        if (reason.apart()) {
            return reason.apart(charge);
        }
        if (charge) {
            return reason.credit() ? ChargeReason.RECURRING : reason;
        }
        return reason.credit() ? reason : ChargeReason.CORRECTION;
    }

    private static Place place(Billed line) {
        return new Place(line.item(), line.from(), line.to(), line.reason(), line.on());
    }

    private static BigDecimal signed(Billed line) {
        return line.reason().credit() ? line.amount().negate() : line.amount();
    }

    private static String id(Dossier dossier) {
        return dossier.contract().id();
    }
}
