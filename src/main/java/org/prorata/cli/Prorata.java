package org.prorata.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;

/** The program: runs one command with the shipped rule book and exits with its status. */
public final class Prorata {

    private Prorata() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(Main.run(() -> new BookDecider(Shipped.BOOKS), () -> Shipped.BOOKS, out, err, args));
    }

    /** Loaded by the first command that needs it, once. */
    private static final class Shipped {
        private static final RuleBooks BOOKS = RuleBooks.of(RuleBook.shipped());
    }
}
