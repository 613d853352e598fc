package org.prorata.cli;

import java.io.IOException;
import java.util.function.Supplier;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.store.base.Database;
import org.prorata.store.base.Session;

/** A command that hands the work to a use case, which makes sure that the caller may. */
abstract class UseCaseCommand extends DatabaseCommand {

    private final Supplier<RuleBook> shipped;

    /** One that decides nothing and asks for no rule book. */
    UseCaseCommand() {
        this.shipped = () -> {
            throw new IllegalStateException("a command that decides nothing asks for a rule book");
        };
    }

    /** @param books the program's own, asked for when they are needed first */
    UseCaseCommand(Supplier<RuleBooks> books) {
        this.shipped = () -> books.get().newest();
    }

    /** Does the work and returns the exit status. */
    abstract int run(Application application, Caller caller) throws IOException;

    @Override
    final int run(Session session) throws IOException {
        return run(session == null ? null : application(session.database()), session == null ? null : session.caller());
    }

    @Override
    final Application application(Database database) {
        return new Application(database, auditKeys(), shipped);
    }
}
