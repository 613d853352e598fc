package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.IdentityRefused;
import org.prorata.app.Application;
import org.prorata.app.SigningIn;
import org.prorata.book.engine.RuleBooks;
import org.prorata.decision.explain.Sentences;
import org.prorata.run.InForce;
import org.prorata.store.base.AuditKeys;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.Session;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that works on the subscription database: opens it and finds out who acts. */
abstract class DatabaseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description =
                    "Another PostgreSQL than the embedded one: jdbc:postgresql://… or postgresql://user:password@host/db.")
    private String databaseUrl;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Folder of the embedded database (default: data).")
    private Path data;

    /** Whether the work needs the database at all; without it none is opened and none given. */
    boolean needsDatabase() {
        return true;
    }

    /** Looks at what was given before the database is reached. */
    void look() throws IOException {}

    /** Whether the database is reached as it is; else its schema is brought to this program's version. */
    boolean asItIs() {
        return false;
    }

    /** Reaches the database. */
    Database open(DatabaseSettings settings) {
        return asItIs() ? Database.reach(settings) : Database.open(settings);
    }

    /** The same once more. */
    final Database open() {
        return open(settings());
    }

    private DatabaseSettings settings() {
        return DatabaseSettings.of(databaseUrl, folder());
    }

    /** Whether it is the database whose files lie here. */
    final boolean embedded() {
        return settings() instanceof DatabaseSettings.Embedded;
    }

    /** Whether there is one, as far as can be told without reaching it. */
    final boolean databaseThere() {
        return settings().present();
    }

    /** What of the rights the command is. */
    abstract AccessRight right();

    /**
     * Who acts on a database that was just opened.
     *
     * @throws IdentityRefused when that is nobody who may
     */
    Caller identify(Acting acting) {
        return acting.identify(right());
    }

    /** Whoever sits at the machine, in the language of the command, on its day. */
    final Caller caller() {
        return new Caller(Acting.sitting(), Locale.forLanguageTag(sentences().language()), today().day());
    }

    /** The day on which the command is given. */
    final Today today() {
        return ((Main) spec.root().userObject()).today();
    }

    final AuditKeys auditKeys() {
        return AuditKeys.of(folder(), System.getProperties(), System.getenv());
    }

    /** The rule books in force in a database, or the program's own where none is open. */
    static RuleBooks inForce(Session database, Supplier<RuleBooks> shipped) {
        return database == null
                ? shipped.get()
                : InForce.of(database, shipped.get().newest());
    }

    /** Does the work and returns the exit status. */
    abstract int run(Session database) throws IOException;

    @Override
    public final Integer call() throws IOException {
        look();
        try (Database database = needsDatabase() ? open() : null) {
            try {
                return run(database == null ? null : session(database));
            } finally {
                // a program that is told to end ends as soon as the database is closed
                out().flush();
                err().flush();
            }
        }
    }

    /** A database for whoever acts, after making sure that they may. */
    final Session session(Database database) {
        SigningIn door = new SigningIn(application(database));
        return database.session(identify(new Acting(door, caller(), err())), auditKeys());
    }

    /** The use cases on a database that was opened. */
    Application application(Database database) {
        return new Application(database, auditKeys(), () -> {
            throw new IllegalStateException("a command that asks for no rule book was given one to work with");
        });
    }

    private Path folder() {
        return data != null ? data : home().resolve("data");
    }

    /** The project's folder, which the launcher names. */
    static Path home() {
        return Path.of(System.getProperty("prorata.home", "."));
    }

    /** Version of this program. */
    final String product() {
        return spec.root().version()[0].replace("prorata ", "");
    }

    /** In the language in which it was asked to answer. */
    final Sentences sentences() {
        return LanguageOption.of(spec);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
