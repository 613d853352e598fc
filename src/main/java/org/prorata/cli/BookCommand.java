package org.prorata.cli;

import java.util.List;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Table;
import org.prorata.book.workbook.Helpers;
import org.prorata.ledger.Activation;
import org.prorata.store.base.Session;
import org.prorata.store.books.Activations;
import org.prorata.store.books.BookStore;
import org.prorata.store.books.HelperSheets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A command that works on a rule book: the one in force in the database where there is one, else the program's own. */
abstract class BookCommand extends DatabaseCommand {

    private final Supplier<RuleBooks> books;

    @ArgGroup
    private Choice choice;

    BookCommand(Supplier<RuleBooks> books) {
        this.books = books;
    }

    /** Which book; one of them at most. */
    private static final class Choice {

        @Option(
                names = "--in-force",
                description = "The rule book last put in force in the database, on which proposals are made;"
                        + " tables commands take it where there is a database.")
        private boolean inForce;

        @Option(
                names = "--book",
                paramLabel = "VERSION",
                description = "A rule book that the database keeps, by its version or how that begins.")
        private String version;

        @Option(
                names = "--shipped",
                description = "The rule book that the program brings along; evaluate and cases take it, and tables"
                        + " commands where there is no database.")
        private boolean shipped;
    }

    /** Whether a book was named. */
    final boolean chosen() {
        return choice != null;
    }

    /** Whether the books in force were named. */
    final boolean byDays() {
        return chosen() && choice.inForce;
    }

    @Override
    boolean needsDatabase() {
        return chosen() ? !choice.shipped : databaseThere();
    }

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    /** The program's own book. */
    final RuleBooks own() {
        return books.get();
    }

    /** The book to work on; which one of a database it is, is told. */
    final BookSource book(Session session) {
        BookSource shipped = own().newest().source();
        if (session == null) {
            return shipped;
        }
        if (chosen() && choice.version != null) {
            return stored(session, choice.version);
        }
        Activations activations = new Activations(session);
        activations.begun(shipped);
        Activation last = activations.newest();
        err().println(sentences()
                .text(
                        "tables.book.in_force",
                        last.book(),
                        last.from() == null
                                ? sentences().text("tables.log.beginning")
                                : sentences()
                                        .text("tables.log.from", last.from().toString())));
        return new BookStore(session).load(last.book());
    }

    /** The tests and acceptances that are known of a book. */
    final List<Table> helpers(Session session, BookSource book) {
        return session == null
                ? Helpers.shipped()
                : new HelperSheets(session).of(book.version(), own().newest().version());
    }

    /** A book that the database keeps, by how its version begins. */
    final BookSource stored(Session session, String beginning) {
        BookStore stored = new BookStore(session);
        String version = stored.version(beginning);
        err().println(sentences().text("tables.book.stored", version));
        return stored.load(version);
    }
}
