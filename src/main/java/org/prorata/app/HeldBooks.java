package org.prorata.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.run.InForce;
import org.prorata.store.base.Session;

/**
 * The rule books of a process: each is compiled once and kept as long as it is in force on some day. Which are in force is asked of the
 * database each time, so that one that another process puts in force decides from its day on.
 */
final class HeldBooks {

    private final Supplier<RuleBook> shipped;
    private final Map<String, RuleBook> compiled = new ConcurrentHashMap<>();

    HeldBooks(Supplier<RuleBook> shipped) {
        this.shipped = shipped;
    }

    /** The program's own. */
    RuleBook shipped() {
        return shipped.get();
    }

    /** Those in force in a database, by their days. */
    RuleBooks inForce(Session session) {
        return InForce.of(session, shipped.get(), compiled);
    }
}
