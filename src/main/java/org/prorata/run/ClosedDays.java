package org.prorata.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prorata.book.engine.ClosedBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;
import org.prorata.store.runs.Runs;
import org.prorata.store.runs.RunsOfOthers;

/**
 * Days that were billed by rule books of another calculation. What fell due up to their last one counts as it was billed: the run's own
 * book does not lay it out again, whatever is known of it now.
 */
public final class ClosedDays {

    private final RunsOfOthers others;
    private final LocalDate last;
    private final List<ClosedBook> books;

    private ClosedDays(RunsOfOthers others, LocalDate last, List<ClosedBook> books) {
        this.others = others;
        this.last = last;
        this.books = List.copyOf(books);
    }

    /** Those before the book of a bill run, or before those that an impact compares, if there are any. */
    public static Optional<ClosedDays> of(Session session, Run run) {
        if (!(run.ask() instanceof Ask.Bill window)) {
            return Optional.empty();
        }
        return of(
                session,
                run.against() == null ? new Runs(session).books(run.id()) : InForce.upTo(session, window.from()),
                run.id());
    }

    /** Those before the last of some books, among the days billed by the runs before one. */
    public static Optional<ClosedDays> of(Session session, List<Runs.Book> books, long run) {
        BookStore stored = new BookStore(session);
        List<ClosedBook> closed = new ArrayList<>();
        LocalDate end = null;
        for (Runs.Book each : books) {
            Optional<ClosedBook> book = stored.closed(each.version());
            if (book.isPresent()) {
                closed.add(book.get());
                end = null;
            } else if (!closed.isEmpty() && end == null) {
                end = each.from().minusDays(1);
            }
        }
        if (end == null) {
            return Optional.empty();
        }
        LocalDate open = end;
        RunsOfOthers others = new RunsOfOthers(session, run);
        return others.last().map(billed -> new ClosedDays(others, billed.isBefore(open) ? billed : open, closed));
    }

    /**
     * Of a contract that could not be decided in the last runs before, the days from their windows on are not among them; of one that none
     * of them decided, no day is.
     */
    public LocalDate last() {
        return last;
    }

    /** Those that decided them, the first one first. */
    public List<ClosedBook> books() {
        return books;
    }

    /** The last of them of each contract that was decided at all; some were not from the windows on in which they were parked. */
    Map<String, LocalDate> last(List<String> contracts) {
        Map<String, LocalDate> undecided = others.undecided(contracts);
        Map<String, LocalDate> lasts = new HashMap<>();
        for (String contract : others.decided(contracts)) {
            LocalDate from = undecided.get(contract);
            lasts.put(contract, from == null || from.isAfter(last) ? last : from.minusDays(1));
        }
        return lasts;
    }

    /**
     * What counts as billed of a contract: on these days what the run's book makes due, so that nothing of them is open; after them what
     * was billed, and also what was billed ahead on these days for what falls due by that book after them, be it for a part of its days.
     *
     * @param billed all that was billed
     * @param due    all that the run's book makes due up to the end of its window
     * @param last   the last of these days of the contract
     */
    static List<Billed> counted(List<Billed> billed, List<Billed> due, LocalDate last) {
        List<Billed> counted = new ArrayList<>();
        List<Billed> beyond = new ArrayList<>();
        due.forEach(line -> (line.on().isAfter(last) ? beyond : counted).add(line));
        List<Billed> settled = List.copyOf(counted);
        billed.stream()
                .filter(row -> row.on().isAfter(last) || ahead(row, beyond, settled))
                .forEach(counted::add);
        return counted;
    }

    /** A row for just the days of a line belongs to it, whatever else touches them; another one only where nothing settled does. */
    private static boolean ahead(Billed row, List<Billed> beyond, List<Billed> settled) {
        if (settled.stream().anyMatch(line -> same(row, line))) {
            return false;
        }
        return beyond.stream().anyMatch(line -> same(row, line))
                || beyond.stream()
                                .anyMatch(line -> alike(row, line)
                                        && !row.from().isBefore(line.from())
                                        && !row.to().isAfter(line.to()))
                        && settled.stream()
                                .noneMatch(line -> alike(row, line)
                                        && !row.from().isAfter(line.to())
                                        && !row.to().isBefore(line.from()));
    }

    private static boolean same(Billed row, Billed line) {
        return row.item().equals(line.item())
                && row.from().equals(line.from())
                && row.to().equals(line.to())
                && row.reason().credit() == line.reason().credit()
                && row.reason().ofServiceLevel() == line.reason().ofServiceLevel();
    }

    /** Whether one can make up for the other. */
    private static boolean alike(Billed row, Billed line) {
        return row.item().equals(line.item())
                && row.reason().family() == line.reason().family();
    }
}
