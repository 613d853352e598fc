package org.prorata.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.book.engine.RuleBooks;
import org.prorata.ledger.Activation;
import org.prorata.store.base.Session;
import org.prorata.store.books.Activations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prorata tables rollback}: an older rule book in force again. */
@Command(
        name = "rollback",
        description =
                "Puts an older rule book in force again from a day on, at once, by an approver who did not put the one"
                        + " in force that is left.",
        mixinStandardHelpOptions = true)
final class TablesRollback extends DatabaseCommand {

    private final Supplier<RuleBooks> books;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "VERSION|ACTIVATION",
            description = "The rule book, by its version or how that begins," + " or the number of its activation.")
    private String to;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "First day; after all that is billed.")
    private LocalDate from;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept.")
    private String reason;

    TablesRollback(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    void look() {
        reason = ReasonText.checked(reason, "an older rule book comes back");
    }

    @Override
    AccessRight right() {
        return AccessRight.APPROVE;
    }

    @Override
    int run(Session session) {
        Activations activations = new Activations(session);
        List<Activation> all = activations.begun(books.get().newest().source());
        Activation back = all.stream()
                .filter(each -> String.valueOf(each.id()).equals(to))
                .findFirst()
                .orElseGet(() -> last(all));
        Activation made = activations.rollback(back, from, reason);
        out().println("Activation " + made.id() + ": the rule book " + made.book() + " is in force again "
                + made.since() + ".");
        return Status.DONE;
    }

    /** The last activation of the only book that begins so. */
    private Activation last(List<Activation> all) {
        List<Activation> found = all.stream()
                .filter(each -> !to.isEmpty() && each.book().startsWith(to.toLowerCase(Locale.ROOT)))
                .toList();
        if (found.stream().map(Activation::book).distinct().count() > 1) {
            throw new BadInput("\"" + to + "\" is the beginning of several rule books; give more of it");
        }
        if (found.isEmpty()) {
            throw new BadInput("\"" + to + "\" was never in force here; prorata tables log lists what was");
        }
        return found.get(found.size() - 1);
    }
}
