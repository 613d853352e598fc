package org.prorata.run;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.store.Activation;
import org.prorata.store.Activations;
import org.prorata.store.BookStore;
import org.prorata.store.Database;

/** The rule books in force in a database, by its activations. */
public final class InForce {

    private InForce() {
    }

    /** @param shipped the book of the program, with which a database begins */
    public static RuleBooks of(Database database, RuleBook shipped) {
        NavigableMap<LocalDate, String> versions = new TreeMap<>();
        for (Activation each : new Activations(database).begun(shipped.source())) {
            LocalDate from = each.from() == null ? LocalDate.MIN : each.from();
            versions.tailMap(from, true).clear();
            versions.put(from, each.book());
        }
        Map<String, RuleBook> books = new HashMap<>(Map.of(shipped.version(), shipped));
        RuleBooks inForce = null;
        for (Map.Entry<LocalDate, String> each : versions.entrySet()) {
            RuleBook book = books.computeIfAbsent(each.getValue(), version -> shipped.with(new BookStore(database).load(version)));
            inForce = inForce == null ? RuleBooks.of(book) : inForce.from(each.getKey(), book);
        }
        return inForce;
    }
}
