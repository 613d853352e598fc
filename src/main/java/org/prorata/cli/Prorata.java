package org.prorata.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import picocli.CommandLine;

/** The program: runs one command with the shipped rule book and exits with its status. */
public final class Prorata {

    private Prorata() {}

    public static void main(String[] args) {
        run(books -> List.of(), args);
    }

    /**
     * Runs one command and exits with its status.
     *
     * @param further commands that are no part of the product, for its books
     */
    public static void run(Function<Supplier<RuleBooks>, List<CommandLine>> further, String... args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Supplier<RuleBooks> books = () -> OwnBook.BOOKS;
        System.exit(Main.run(() -> new BookDecider(books.get()), books, further.apply(books), out, err, args));
    }

    /** Loaded by the first command that needs it, once. */
    private static final class OwnBook {
        private static final RuleBooks BOOKS = RuleBooks.of(RuleBook.shipped());
    }
}
