package org.prorata.cli;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.book.engine.RuleBooks;
import org.prorata.ledger.Activation;
import org.prorata.store.base.Session;
import org.prorata.store.books.Activations;
import org.prorata.store.runs.RunAdmission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables activate}: an approved proposal in force from a day on. */
@Command(
        name = "activate",
        description = "Puts an approved proposal in force from a day on; what is billed keeps its rule book.",
        mixinStandardHelpOptions = true)
final class TablesActivate extends DatabaseCommand {

    private final Supplier<RuleBooks> books;

    @Parameters(paramLabel = "PROPOSAL", description = "The number of the proposal.")
    private long proposal;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "First day, as 2026-11-01; after all that is billed.")
    private LocalDate from;

    @Option(names = "--accept-impact", description = "An approver accepts that it moves more than the limit.")
    private boolean accept;

    TablesActivate(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    AccessRight right() {
        return AccessRight.ACTIVATE;
    }

    @Override
    int run(Session session) {
        Activations activations = new Activations(session);
        activations.begun(books.get().newest().source());
        Activation made =
                activations.activate(proposal, from, accept, () -> new RunAdmission(session).unfinishedByOther());
        out().println("Activation " + made.id() + ": the rule book " + made.book() + " is in force " + made.since()
                + ".");
        return Status.DONE;
    }
}
