package org.prorata.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.prorata.contract.Ask;
import org.prorata.decision.CannotDecide;

/**
 * Rule books by the day from which each is in force. Immutable: a new book makes new rule books, and whoever holds the
 * old ones goes on with them undisturbed.
 */
public final class RuleBooks {

    private final NavigableMap<LocalDate, RuleBook> byDay;

    /**
     * A book in force from a day on.
     *
     * @param from null: from the beginning
     */
    public record Reign(LocalDate from, RuleBook book) {
    }

    private RuleBooks(NavigableMap<LocalDate, RuleBook> byDay) {
        this.byDay = byDay;
    }

    /** One book for all days. */
    public static RuleBooks of(RuleBook book) {
        return new RuleBooks(new TreeMap<>(Map.of(LocalDate.MIN, book)));
    }

    /** One book from a day on. */
    public static RuleBooks startingWith(LocalDate day, RuleBook book) {
        return new RuleBooks(new TreeMap<>(Map.of(day, book)));
    }

    /** These books, and another one from a day on until the next activation. */
    public RuleBooks from(LocalDate day, RuleBook book) {
        NavigableMap<LocalDate, RuleBook> more = new TreeMap<>(byDay);
        more.put(day, book);
        return new RuleBooks(more);
    }

    /**
     * The book in force on a day.
     *
     * @throws CannotDecide when none was in force yet
     */
    public RuleBook on(LocalDate day) {
        Map.Entry<LocalDate, RuleBook> found = byDay.floorEntry(day);
        if (found == null) {
            throw new CannotDecide("no-rule-book", "no rule book is in force on " + day
                    + "; the first is in force from " + byDay.firstKey());
        }
        return found.getValue();
    }

    /**
     * The book that answers a question: the one of its day; of a bill the one of the window's first day, so that a
     * window over an activation is to be cut there.
     */
    public RuleBook answering(Ask ask, LocalDate today) {
        if (ask instanceof Ask.Bill bill) {
            return on(bill.from());
        } else if (ask instanceof Ask.Late late) {
            return on(late.on());
        } else if (ask instanceof Ask.Revise revise) {
            return on(revise.on());
        } else if (ask instanceof Ask.Terminate terminate) {
            return on(terminate.on());
        } else if (ask instanceof Ask.TermsInForce terms) {
            return on(terms.on());
        } else if (ask instanceof Ask.Rights rights) {
            return on(rights.on());
        } else if (ask instanceof Ask.ServiceLevel level) {
            return on(level.month() == null ? level.yearFrom() : level.month().atDay(1));
        }
        return on(today);
    }

    /** The book in force on a day, last, and those before it in the order of their days; neighbours with one book are one. */
    public List<Reign> upTo(LocalDate day) {
        List<Reign> reigns = new ArrayList<>();
        byDay.headMap(day, true).forEach((from, book) -> {
            if (reigns.isEmpty() || !reigns.get(reigns.size() - 1).book().version().equals(book.version())) {
                reigns.add(new Reign(reigns.isEmpty() ? null : from, book));
            }
        });
        if (reigns.isEmpty()) {
            on(day);
        }
        return List.copyOf(reigns);
    }

    /** The book of the last activation, which knows the newest terms. */
    public RuleBook newest() {
        return byDay.lastEntry().getValue();
    }

    /** The first day after {@code day} from which another book is in force, or null. */
    public LocalDate nextChange(LocalDate day) {
        return byDay.higherKey(day);
    }
}
