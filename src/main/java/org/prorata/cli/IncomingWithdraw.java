package org.prorata.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.TakingInRows;
import org.prorata.app.intake.Feed;
import org.prorata.app.intake.Incoming;
import org.prorata.app.intake.Withdrawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata payments|usage|events withdraw}: takes rows back that were imported and turned out wrong. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Takes rows back that were imported and turned out wrong, by their ids.",
            "What they told ends with the next bill or late, which corrects what rested on it; the ids may be imported again with other content."
        })
final class IncomingWithdraw extends UseCaseCommand {

    private final Feed feed;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The rows, by the ids under which they were imported.")
    private List<String> ids = List.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The rows of a CSV file with a column id, such as the file that was imported.")
    private Path file;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept.")
    private String reason;

    IncomingWithdraw(Feed feed) {
        this.feed = feed;
    }

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    void look() {
        reason = ReasonText.checked(reason, "the rows are withdrawn");
        if (ids.isEmpty() == (file == null)) {
            throw new BadInput("which rows? Either ids or --file FILE is wanted");
        }
    }

    @Override
    int run(Application application, Caller caller) {
        TakingInRows rows = new TakingInRows(application);
        Withdrawing.Outcome outcome =
                file == null ? rows.withdraw(caller, feed, ids, reason) : rows.withdraw(caller, feed, file, reason);
        outcome.problems().stream().limit(Incoming.SHOWN).forEach(err()::println);
        if (outcome.problems().size() > Incoming.SHOWN) {
            err().println("… and " + number(outcome.problems().size() - Incoming.SHOWN) + " more");
        }
        out().println(feed.title() + ": " + number(outcome.withdrawn()) + " withdrawn"
                + (outcome.problems().isEmpty()
                        ? ""
                        : ", " + number(outcome.problems().size()) + " refused"));
        return outcome.problems().isEmpty()
                ? Status.DONE
                : outcome.withdrawn() == 0 ? Status.BAD_INPUT : Status.FAILING;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
