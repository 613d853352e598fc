package org.prorata.store.books;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.ClosedBook;
import org.prorata.book.schema.CanonicalTables;
import org.prorata.book.schema.Shipped;
import org.prorata.decision.explain.Json;
import org.prorata.ledger.TablesRefused;
import org.prorata.store.base.Session;

/** Rule books as text, each once, so that any of them can be compiled again. */
public final class BookStore {

    private final Session session;

    public BookStore(Session session) {
        this.session = session;
    }

    /**
     * Keeps a book unless it is there already; returns its version.
     *
     * @throws TablesRefused when something else is stored under its name
     */
    public String save(BookSource book) {
        String tables = CanonicalTables.write(book.tables());
        String version = BookSource.version(book.rules(), tables, book.calculation());
        int added = session.client()
                .sql("""
                insert into rule_book (version, rules, tables, calculation) values (?, ?, ?, ?)
                on conflict do nothing""")
                .param(version)
                .param(Json.text(book.rules()))
                .param(tables)
                .param(book.calculation())
                .update();
        if (added == 0) {
            text(version, Text::calculation);
        }
        return version;
    }

    /**
     * The only version that begins so.
     *
     * @throws TablesRefused when none does, or several
     */
    public String version(String beginning) {
        List<String> found = session.client()
                .sql("select version from rule_book where starts_with(version, ?) order by version limit 4")
                .param(beginning.toLowerCase(Locale.ROOT))
                .query(String.class)
                .list();
        if (found.size() != 1) {
            throw new TablesRefused(
                    found.isEmpty()
                            ? "the database holds no rule book " + beginning + "; prorata tables log lists them"
                            : beginning + " is the beginning of several rule books, such as " + String.join(", ", found)
                                    + "; give more of it");
        }
        return found.get(0);
    }

    /**
     * The book of a version.
     *
     * @throws IllegalArgumentException when there is none
     * @throws TablesRefused            when something else was stored under its name
     */
    public BookSource load(String version) {
        return find(version)
                .orElseThrow(() -> new IllegalArgumentException("the database holds no rule book " + version));
    }

    /** A book of another calculation than this program's, which is not read; empty where it has this one. */
    public Optional<ClosedBook> closed(String version) {
        int calculation = calculation(version);
        return calculation == BookSource.CALCULATION
                ? Optional.empty()
                : Optional.of(new ClosedBook(version, calculation));
    }

    /**
     * The calculation that a book was made for.
     *
     * @throws IllegalArgumentException when there is none of that version
     */
    public int calculation(String version) {
        return session.client()
                .sql("select calculation from rule_book where version = ?")
                .param(version)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("the database holds no rule book " + version));
    }

    /** The same, if there is one. */
    public Optional<BookSource> find(String version) {
        return text(
                version,
                text -> new BookSource(
                        text.rules(),
                        text.calculation() == BookSource.CALCULATION
                                ? CanonicalTables.read(text.tables(), Shipped.sheets())
                                : CanonicalTables.readOlder(text.tables(), Shipped.sheets()),
                        text.calculation()));
    }

    /** A book as it is stored. */
    private record Text(TreeMap<String, String> rules, String tables, int calculation) {}

    /** What is made of the book of a version, which is found to be the one that bears its name. */
    private <T> Optional<T> text(String version, Function<Text, T> made) {
        return session.client()
                .sql("select rules, tables, calculation from rule_book where version = ?")
                .param(version)
                .query((row, number) -> {
                    TreeMap<String, String> rules = new TreeMap<>();
                    ((Map<?, ?>) Json.read(row.getString("rules")))
                            .forEach((file, text) -> rules.put((String) file, (String) text));
                    Text text = new Text(rules, row.getString("tables"), row.getInt("calculation"));
                    if (!version.equals(BookSource.version(rules, text.tables(), text.calculation()))) {
                        throw new TablesRefused(
                                "the database holds something else than the rule book " + version + " under its name");
                    }
                    return made.apply(text);
                })
                .optional();
    }
}
