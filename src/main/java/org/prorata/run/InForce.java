package org.prorata.run;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.store.Activation;
import org.prorata.store.Activations;
import org.prorata.store.BookStore;
import org.prorata.store.Database;
import org.prorata.store.RunRefused;

/** The rule books in force in a database, by its activations. */
public final class InForce {

    private InForce() {
    }

    /** @param shipped the book of the program, with which a database begins */
    public static RuleBooks of(Database database, RuleBook shipped) {
        NavigableMap<LocalDate, String> versions = versions(new Activations(database).begun(shipped.source()));
        Map<String, RuleBook> books = new HashMap<>(Map.of(shipped.version(), shipped));
        RuleBooks inForce = null;
        for (Map.Entry<LocalDate, String> each : versions.entrySet()) {
            RuleBook book = books.computeIfAbsent(each.getValue(), version -> shipped.with(new BookStore(database).load(version)));
            inForce = inForce == null ? RuleBooks.of(book) : inForce.from(each.getKey(), book);
        }
        return inForce;
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
    static void holdFor(Database database, LocalDate first, LocalDate last, RuleBook book) {
        Activations activations = new Activations(database);
        activations.hold();
        NavigableMap<LocalDate, String> versions = versions(activations.all());
        if (!versions.isEmpty() && !(book.version().equals(versions.floorEntry(first).getValue())
                && versions.subMap(first, false, last, true).values().stream().allMatch(book.version()::equals))) {
            throw new RunRefused("another rule book came into force just now; the same command begins by it");
        }
    }
}
