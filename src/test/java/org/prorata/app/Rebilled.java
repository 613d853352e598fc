package org.prorata.app;

import java.time.LocalDate;
import org.prorata.book.engine.RuleBooks;
import org.prorata.store.base.Session;

/** A credit by rule books that a test holds, which no database has in force. */
public final class Rebilled {

    private Rebilled() {}

    /** What {@link Crediting#rebill} does with the books in force. */
    public static Crediting.Credited by(Session session, String invoice, LocalDate on, RuleBooks books) {
        return new CreditWork(session, on).rebill(invoice, "test", on, books);
    }
}
