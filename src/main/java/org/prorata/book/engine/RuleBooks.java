package org.prorata.book.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.prorata.contract.Ask;
import org.prorata.decision.CannotDecide;

/**
 * Rule books by the day from which each is in force, those of other calculations by their versions alone. Immutable: a new book makes new
 * rule books, and whoever holds the old ones goes on with them undisturbed.
 */
public final class RuleBooks {

    private final NavigableMap<LocalDate, BookInForce> byDay;

    /**
     * A book in force from a day on.
     *
     * @param from   null: from the beginning
     * @param book   null where the book is closed
     * @param closed the book of another calculation, or null
     */
    public record BookInForce(LocalDate from, RuleBook book, ClosedBook closed) {

        public BookInForce(LocalDate from, RuleBook book) {
            this(from, book, null);
        }

        public String version() {
            return closed == null ? book.version() : closed.version();
        }

        private BookInForce since(LocalDate day) {
            return new BookInForce(day, book, closed);
        }
    }

    private RuleBooks(NavigableMap<LocalDate, BookInForce> byDay) {
        this.byDay = byDay;
    }

    /** One book for all days. */
    public static RuleBooks of(RuleBook book) {
        return startingWith(LocalDate.MIN, book);
    }

    /** One book of another calculation for all days. */
    public static RuleBooks of(ClosedBook book) {
        return new RuleBooks(new TreeMap<>(Map.of(LocalDate.MIN, new BookInForce(LocalDate.MIN, null, book))));
    }

    /** One book from a day on. */
    public static RuleBooks startingWith(LocalDate day, RuleBook book) {
        return new RuleBooks(new TreeMap<>(Map.of(day, new BookInForce(day, book))));
    }

    /** These books, and another one from a day on until the next activation. */
    public RuleBooks from(LocalDate day, RuleBook book) {
        return with(new BookInForce(day, book));
    }

    /** The same with one of another calculation. */
    public RuleBooks from(LocalDate day, ClosedBook book) {
        return with(new BookInForce(day, null, book));
    }

    private RuleBooks with(BookInForce next) {
        NavigableMap<LocalDate, BookInForce> more = new TreeMap<>(byDay);
        more.put(next.from(), next);
        return new RuleBooks(more);
    }

    /**
     * The book in force on a day.
     *
     * @throws CannotDecide when none was in force yet, or one of another calculation is
     */
    public RuleBook on(LocalDate day) {
        BookInForce found = inForceOn(day);
        if (found.closed() == null) {
            return found.book();
        }
        BookInForce next = firstOpen(day).orElse(null);
        throw new CannotDecide(
                "rule-book-closed",
                "the rule book in force on " + day + ", " + found.version() + ", is of calculation "
                        + found.closed().calculation() + " and this program has calculation " + BookSource.CALCULATION
                        + ", so that it decides nothing by it: "
                        + (next == null
                                ? "put the book that it brings along in force from the first day that is not billed yet (prorata tables propose"
                                        + " --shipped --reason TEXT, then approve and activate), or ask the program that had "
                                        + found.closed().calculation()
                                : "from " + next.from() + " on " + next.version()
                                        + " is in force; ask for a day from then on"));
    }

    private BookInForce inForceOn(LocalDate day) {
        Map.Entry<LocalDate, BookInForce> found = byDay.floorEntry(day);
        if (found == null) {
            throw new CannotDecide(
                    "no-rule-book",
                    "no rule book is in force on " + day + "; the first is in force from " + byDay.firstKey());
        }
        return found.getValue();
    }

    /** The book of another calculation that is in force on a day, if it is one. */
    public Optional<ClosedBook> closed(LocalDate day) {
        return Optional.ofNullable(inForceOn(day).closed());
    }

    /** The first book of this calculation that is in force on a day or comes into force after it. */
    public Optional<BookInForce> firstOpen(LocalDate day) {
        BookInForce now = inForceOn(day);
        return now.closed() == null
                ? Optional.of(now)
                : byDay.tailMap(day, false).values().stream()
                        .filter(each -> each.closed() == null)
                        .findFirst();
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

    /**
     * The book in force on a day, last, and those before it in the order of their days; neighbours with one book are one.
     *
     * @throws CannotDecide when none was in force yet, or one of another calculation is
     */
    public List<BookInForce> upTo(LocalDate day) {
        on(day);
        return before(day);
    }

    /**
     * The first book that can decide a day again, as if it had been in force on that day, last, and those before it.
     *
     * @throws CannotDecide when the book in force is of another calculation, and all after it
     */
    public List<BookInForce> makingUp(LocalDate day) {
        Optional<BookInForce> open = firstOpen(day);
        if (open.isEmpty() || inForceOn(day).closed() == null) {
            return upTo(day);
        }
        List<BookInForce> inForce = new ArrayList<>(before(day));
        inForce.add(open.get().since(day));
        return List.copyOf(inForce);
    }

    private List<BookInForce> before(LocalDate day) {
        List<BookInForce> inForce = new ArrayList<>();
        byDay.headMap(day, true).values().forEach(each -> {
            if (inForce.isEmpty() || !inForce.get(inForce.size() - 1).version().equals(each.version())) {
                inForce.add(each.since(inForce.isEmpty() ? null : each.from()));
            }
        });
        return List.copyOf(inForce);
    }

    /** The last book of this calculation, which knows the newest terms, if there is one. */
    public Optional<RuleBook> newestOpen() {
        return byDay.descendingMap().values().stream()
                .filter(each -> each.closed() == null)
                .map(BookInForce::book)
                .findFirst();
    }

    /**
     * The book of the last activation, which knows the newest terms.
     *
     * @throws CannotDecide when it is of another calculation
     */
    public RuleBook newest() {
        return on(byDay.lastKey());
    }

    /** The first day after {@code day} from which another book is in force, or null. */
    public LocalDate nextChange(LocalDate day) {
        return byDay.higherKey(day);
    }
}
