package org.prorata.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.TakingInRows;
import org.prorata.app.intake.Feed;
import org.prorata.app.intake.Incoming;
import org.prorata.app.intake.Received;
import org.prorata.contract.document.Problem;
import org.prorata.decision.explain.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata payments|usage|events import}: the rows of a file, each stored once or named with what is wrong. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Stores the good rows of a file, each once, and lists the others.",
            "CSV in UTF-8, columns separated by commas or semicolons, named by the first row. Days: 2026-01-31, or 31/01/2026 where it"
                    + " cannot be another; decimals with a comma where semicolons separate columns."
        })
final class IncomingImport extends UseCaseCommand {

    private final Feed feed;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where the rows go that are not stored, with the reason, to be mended and imported.")
    private Path rejects;

    @Option(names = "--check", description = "The same answers; nothing is stored.")
    private boolean check;

    @Option(names = "--json", description = "The summary as one JSON object.")
    private boolean json;

    private IncomingImport(Feed feed) {
        this.feed = feed;
    }

    /** The commands of one kind of file. */
    static CommandLine group(Feed feed, String description) {
        CommandLine commands = new CommandLine(new Group());
        commands.getCommandSpec()
                .usageMessage()
                .description(
                        description,
                        "Columns needed: " + String.join(", ", feed.needed()) + "; allowed: "
                                + String.join(", ", feed.allowed()) + ".");
        return commands.addSubcommand("import", new IncomingImport(feed))
                .addSubcommand("withdraw", new IncomingWithdraw(feed));
    }

    @Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
    private static final class Group implements java.util.concurrent.Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().usage(spec.commandLine().getErr());
            return Status.BAD_INPUT;
        }
    }

    @Override
    AccessRight right() {
        return AccessRight.BILL;
    }

    @Override
    int run(Application application, Caller caller) {
        TakingInRows rows = new TakingInRows(application);
        Received received = check ? rows.check(caller, feed, file, rejects) : rows.receive(caller, feed, file, rejects);
        if (json) {
            out().println(Json.text(fields(received)));
        } else {
            show(received);
        }
        return received.rejected() > 0 ? Status.FAILING : Status.DONE;
    }

    private void show(Received received) {
        received.problems().forEach(err()::println);
        if (received.rejected() > Incoming.SHOWN) {
            err().println("… and " + number(received.rejected() - Incoming.SHOWN) + " more rejected rows"
                    + (rejects == null ? "; --rejects FILE writes all of them" : ""));
        }
        out().println(file + ": " + number(received.rows()) + " rows, " + number(received.stored())
                + (check ? " would be stored, " : " stored, ") + number(received.known()) + " known already, "
                + number(received.rejected()) + " rejected"
                + (rejects == null || received.rejected() == 0
                        ? ""
                        : "; mend them in " + rejects + " and import that file"));
    }

    private Map<String, Object> fields(Received received) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file.toString());
        fields.put("kind", feed.title());
        fields.put("checked_only", check);
        fields.put("rows", received.rows());
        fields.put("stored", received.stored());
        fields.put("known", received.known());
        fields.put("rejected", received.rejected());
        fields.put(
                "problems",
                received.problems().stream().map(IncomingImport::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", problem.line());
        if (!problem.path().isEmpty()) {
            fields.put("column", problem.path());
        }
        fields.put("code", problem.code());
        fields.put("message", problem.message());
        return fields;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
