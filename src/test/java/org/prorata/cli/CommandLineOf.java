package org.prorata.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.prorata.book.engine.RuleBooks;
import org.prorata.run.Told;
import org.prorata.store.base.TestDatabase;

/** Commands on the database of a test, and what they say. */
final class CommandLineOf {

    /** The day on which the commands of tests are given, whatever the machine's is. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private final TestDatabase database;
    private final RuleBooks books;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    CommandLineOf(TestDatabase database, RuleBooks books) {
        this.database = database;
        this.books = books;
    }

    int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        String url = database.settings()
                .asOwner()
                .jdbcUrl()
                .replace(
                        "jdbc:postgresql://",
                        "postgresql://" + database.settings().asOwner().user() + ":"
                                + database.settings().asOwner().password() + "@");
        return Main.run(
                new Today(() -> TODAY),
                () -> new BookDecider(books),
                () -> books,
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.concat(Stream.of(arguments), Stream.of("--database-url", url))
                        .toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    void record(String dossier) {
        Told.dossiers(database.session(), dossier);
    }
}
