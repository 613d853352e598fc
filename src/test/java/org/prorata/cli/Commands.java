package org.prorata.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.prorata.engine.RuleBooks;
import org.prorata.store.DatabaseSettings;
import org.prorata.store.TestDatabase;

/** Commands as a person types them, for tests of other rooms. */
public final class Commands {

    private Commands() {
    }

    /** What a command said and how it ended. */
    public record Said(int status, String out, String err) {

        @Override
        public String toString() {
            return "status " + status + "\n" + out + err;
        }
    }

    /** Runs a command on a database; null for one that needs none. */
    public static Said run(TestDatabase database, RuleBooks books, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        if (database != null) {
            DatabaseSettings.External at = database.settings().asOwner();
            all.add("--database-url");
            all.add(at.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + at.user() + ":" + at.password() + "@"));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(() -> new BookDecider(books), () -> books, new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Said(status, out.toString(), err.toString());
    }
}
