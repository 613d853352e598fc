package org.prorata.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.prorata.book.engine.ClosedBook;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.ledger.Activation;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Session;
import org.prorata.store.books.Activations;
import org.prorata.store.books.BookStore;
import org.prorata.store.runs.Runs;

/** The rule books in force in a database, by its activations. */
public final class InForce {

    private InForce() {}

    /** @param shipped the book of the program, with which a database begins; books of another calculation are not compiled */
    public static RuleBooks of(Session session, RuleBook shipped) {
        return of(session, shipped, new ConcurrentHashMap<>());
    }

    /**
     * The same from books that are compiled already, by their versions; what is compiled now is added, what is in force on no day goes.
     * Two callers at once compile a book once.
     */
    public static RuleBooks of(Session session, RuleBook shipped, Map<String, RuleBook> compiled) {
        NavigableMap<LocalDate, String> versions = versions(new Activations(session).begun(shipped.source()));
        BookStore stored = new BookStore(session);
        compiled.keySet().retainAll(versions.values());
        RuleBooks inForce = null;
        for (Map.Entry<LocalDate, String> each : versions.entrySet()) {
            LocalDate from = each.getKey();
            ClosedBook closed = stored.closed(each.getValue()).orElse(null);
            if (closed != null) {
                inForce = inForce == null ? RuleBooks.of(closed) : inForce.from(from, closed);
            } else {
                RuleBook book = each.getValue().equals(shipped.version())
                        ? shipped
                        : compiled.computeIfAbsent(each.getValue(), version -> shipped.with(stored.load(version)));
                inForce = inForce == null ? RuleBooks.of(book) : inForce.from(from, book);
            }
        }
        return inForce;
    }

    /** The books that were in force up to a day, the first one first. */
    public static List<Runs.Book> upTo(Session session, LocalDate day) {
        return versions(new Activations(session).all()).headMap(day, true).entrySet().stream()
                .map(each -> new Runs.Book(each.getKey().equals(LocalDate.MIN) ? null : each.getKey(), each.getValue()))
                .toList();
    }

    private static NavigableMap<LocalDate, String> versions(List<Activation> activations) {
        NavigableMap<LocalDate, String> versions = new TreeMap<>();
        for (Activation each : activations) {
            LocalDate from = each.from() == null ? LocalDate.MIN : each.from();
            versions.tailMap(from, true).clear();
            versions.put(from, each.book());
        }
        return versions;
    }

    /**
     * Keeps other books from coming into force until the transaction of the thread ends.
     *
     * @throws RunRefused when a book came into force in a window after its books were looked up
     */
    static void holdFor(Session session, LocalDate first, LocalDate last, RuleBook book) {
        Activations activations = new Activations(session);
        activations.hold();
        BookStore stored = new BookStore(session);
        NavigableMap<LocalDate, String> versions = versions(activations.all());
        // one of another calculation came into force before this program was there
        if (!versions.isEmpty()
                && !versions.subMap(versions.floorKey(first), true, last, true).values().stream()
                        .allMatch(version -> version.equals(book.version())
                                || stored.closed(version).isPresent())) {
            throw new RunRefused("another rule book came into force just now; the same command begins by it");
        }
    }
}
