package org.prorata.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.prorata.app.intake.Feed;
import org.prorata.book.engine.RuleBooks;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code prorata}. */
@Command(
        name = "prorata",
        description = "Computes what B2B software contracts say about money and dates.",
        mixinStandardHelpOptions = true,
        version = "prorata 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:done, but something is parked, failing or differs",
            "2:bad input, nothing stored",
            "3:broke off, as when the database goes away; what is stored is whole, and the same command goes on from there"
        })
public final class Main {

    private final Today today;

    private Main(Today today) {
        this.today = today;
    }

    /** The day on which commands are given. */
    Today today() {
        return today;
    }

    /** Runs one command and returns its exit status; decider and books are asked only by a command that needs them. */
    public static int run(
            Supplier<Decider> decider, Supplier<RuleBooks> books, PrintWriter out, PrintWriter err, String... args) {
        return run(Today.OF_THE_MACHINE, decider, books, List.of(), out, err, args);
    }

    /** The same with commands that are no part of the product. */
    public static int run(
            Supplier<Decider> decider,
            Supplier<RuleBooks> books,
            List<CommandLine> further,
            PrintWriter out,
            PrintWriter err,
            String... args) {
        return run(Today.OF_THE_MACHINE, decider, books, further, out, err, args);
    }

    /** The same on a day. */
    static int run(
            Today today,
            Supplier<Decider> decider,
            Supplier<RuleBooks> books,
            PrintWriter out,
            PrintWriter err,
            String... args) {
        return run(today, decider, books, List.of(), out, err, args);
    }

    private static int run(
            Today today,
            Supplier<Decider> decider,
            Supplier<RuleBooks> books,
            List<CommandLine> further,
            PrintWriter out,
            PrintWriter err,
            String... args) {
        CommandLine line = new CommandLine(new Main(today))
                .addSubcommand("demo", new Demo(decider, books))
                .addSubcommand("import", new Import(books))
                .addSubcommand("export", new Export())
                .addSubcommand("payments", IncomingImport.group(Feed.PAYMENTS, "Money received for invoices."))
                .addSubcommand("usage", IncomingImport.group(Feed.USAGE, "What was used of contracts' items."))
                .addSubcommand(
                        "events",
                        IncomingImport.group(Feed.EVENTS, "What happened to contracts: notices, changes, outages …"))
                .addSubcommand("bill", new BillCommand(books))
                .addSubcommand("late", new LateCommand(books))
                .addSubcommand("exit", new Exit(decider, books, today))
                .addSubcommand("dates", new DatesCommand(decider, books))
                .addSubcommand("worker", new WorkerCommand(books))
                .addSubcommand("retry", new Retry(books))
                .addSubcommand("issue", new Issue())
                .addSubcommand("credit", new CreditCommand(books))
                .addSubcommand("numbers", new NumbersCommand())
                .addSubcommand("runs", new RunsCommand())
                .addSubcommand("run", new RunCommand())
                .addSubcommand("parked", new ParkedCommand())
                .addSubcommand("explain", new Explain())
                .addSubcommand("replay", new ReplayCommand())
                .addSubcommand("backup", new BackupCommand())
                .addSubcommand("restore", new RestoreCommand())
                .addSubcommand("users", new UsersCommand())
                .addSubcommand("token", new TokenCommand())
                .addSubcommand("audit", new AuditCommand())
                .addSubcommand("clauses", new ClausesCommand(books))
                .addSubcommand(
                        "tables",
                        new CommandLine(new TablesCommand())
                                .addSubcommand("check", new TablesCheck(books))
                                .addSubcommand("diff", new TablesDiffCommand(books))
                                .addSubcommand("text-copies", new TablesTextCopies())
                                .addSubcommand("new", new TablesNew(books))
                                .addSubcommand("test", new TablesTest(books))
                                .addSubcommand("impact", new TablesImpact(books))
                                .addSubcommand("propose", new TablesPropose(books))
                                .addSubcommand("approve", new TablesApprove())
                                .addSubcommand("activate", new TablesActivate(books))
                                .addSubcommand("rollback", new TablesRollback(books))
                                .addSubcommand("show", new TablesShow())
                                .addSubcommand("log", new TablesLog(books))
                                .addSubcommand("limit", new TablesLimit())
                                .addSubcommand("export", new TablesExport(books)))
                .addSubcommand("evaluate", new Evaluate(decider, books))
                .addSubcommand("cases", new Cases(decider, books));
        further.forEach(command -> line.addSubcommand(command.getCommandName(), command));
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        Complaints.on(line);
        int status = args.length == 0
                ? usage(line, err)
                : Complaints.holdsNul(args, err) ? Status.BAD_INPUT : line.execute(args);
        boolean cut = out.checkError();
        if (cut) {
            err.println("standard output could not be written to the end");
        }
        err.flush();
        return cut ? Math.max(status, Status.BROKE_OFF) : status;
    }

    private static int usage(CommandLine line, PrintWriter err) {
        line.usage(err);
        return Status.BAD_INPUT;
    }
}
