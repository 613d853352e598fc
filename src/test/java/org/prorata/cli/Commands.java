package org.prorata.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.prorata.book.engine.RuleBooks;

/** Commands as a person types them, for tests of other rooms. */
public final class Commands {

    private Commands() {}

    /** What a command said and how it ended. */
    public record Said(int status, String out, String err) {

        @Override
        public String toString() {
            return "status " + status + "\n" + out + err;
        }
    }

    /** Runs a command on the database of a URL; null for one that needs none. */
    public static Said run(String url, RuleBooks books, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        if (url != null) {
            all.add("--database-url");
            all.add(url);
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(
                () -> new BookDecider(books),
                () -> books,
                new PrintWriter(out),
                new PrintWriter(err),
                all.toArray(String[]::new));
        return new Said(status, out.toString(), err.toString());
    }
}
