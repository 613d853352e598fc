package org.prorata.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;

/** Windows cut where another rule book comes into force, so that each day is billed by the book of that day. */
public final class Windows {

    private Windows() {}

    /**
     * A window all of whose days have one book, which is of this calculation.
     *
     * @param inForce that book, last, and those of the days before the window
     */
    public record Part(Ask.Bill window, List<RuleBooks.BookInForce> inForce) {

        public RuleBook book() {
            return inForce.get(inForce.size() - 1).book();
        }
    }

    /** The parts of a window in the order of their days. */
    public static List<Part> cut(Ask.Bill window, RuleBooks books) {
        List<Part> parts = new ArrayList<>();
        LocalDate from = window.from();
        for (LocalDate change = books.nextChange(from);
                change != null && !change.isAfter(window.to());
                change = books.nextChange(from)) {
            parts.add(new Part(new Ask.Bill(from, change.minusDays(1)), books.upTo(from)));
            from = change;
        }
        parts.add(new Part(new Ask.Bill(from, window.to()), books.upTo(from)));
        return parts;
    }
}
