package org.prorata.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prorata.contract.Billed;
import org.prorata.contract.Ask;
import org.prorata.engine.ClosedBook;
import org.prorata.store.BookStore;
import org.prorata.store.Database;
import org.prorata.store.Run;
import org.prorata.store.Runs;

/**
 * Days that were billed by rule books of another calculation. What fell due up to their last one counts as it was billed: the run's own
 * book does not lay it out again, whatever is known of it now.
 *
 * @param last  of a contract that could not be decided in the last runs before, the days from their windows on are not among them
 * @param books those that decided them, the first one first
 */
public record ClosedDays(LocalDate last, List<ClosedBook> books) {

    public ClosedDays {
        books = List.copyOf(books);
    }

    /** Those before a bill run's own book, if there are any. */
    public static Optional<ClosedDays> of(Database database, Run run) {
        if (!(run.ask() instanceof Ask.Bill) || run.against() != null) {
            return Optional.empty();
        }
        Runs runs = new Runs(database);
        BookStore stored = new BookStore(database);
        List<ClosedBook> closed = new ArrayList<>();
        LocalDate end = null;
        for (Runs.Book each : runs.books(run.id())) {
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
        return runs.billedByOthers(run).map(billed -> new ClosedDays(billed.isBefore(open) ? billed : open, closed));
    }

    /** The last of them of a contract. */
    LocalDate last(LocalDate undecided) {
        return undecided == null || undecided.isAfter(last) ? last : undecided.minusDays(1);
    }

    /**
     * What counts as billed of a contract: on these days what the run's book makes due, so that nothing of them is open; after them what
     * was billed, and also what was billed ahead on these days for what falls due by that book after them.
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
        billed.stream().filter(row -> row.on().isAfter(last) || beyond.stream().anyMatch(line -> same(row, line))
                && settled.stream().noneMatch(line -> same(row, line))).forEach(counted::add);
        return counted;
    }

    private static boolean same(Billed row, Billed line) {
        return row.item().equals(line.item()) && row.from().equals(line.from()) && row.to().equals(line.to())
                && row.reason().credit() == line.reason().credit() && row.reason().ofServiceLevel() == line.reason().ofServiceLevel();
    }
}
