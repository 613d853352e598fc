package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.app.ContractStanding;
import org.prorata.app.exits.Exits;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.store.base.Session;
import org.prorata.store.invoices.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata exit}: what leaving costs, dates and causes side by side. */
@Command(
        name = "exit",
        description =
                "Compares exits of one contract: dates and causes side by side, who pays what, and the earliest free one.",
        mixinStandardHelpOptions = true)
final class Exit extends DatabaseCommand {

    /** More stand neither on a page nor in a workbook that people read. */
    private static final int MOST_EXITS = 60;
    /** A day further off is a mistyped year. */
    private static final int MOST_YEARS = 10;

    private final Supplier<Decider> decider;
    private final Supplier<RuleBooks> books;
    private final Today today;

    @Parameters(paramLabel = "CONTRACT|FILE", description = "A contract in the database, or a dossier file.")
    private String contract;

    @Option(
            names = "--dates",
            required = true,
            split = ",",
            paramLabel = "DATE",
            description = "Ends asked for, as 2026-12-31,2027-02-28.")
    private List<LocalDate> dates;

    @Option(
            names = "--causes",
            split = ",",
            paramLabel = "CAUSE",
            completionCandidates = Causes.class,
            description = "Causes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<String> causes = Exits.OFFERED.stream().map(Exit::written).toList();

    @Option(names = "--notice", paramLabel = "DATE", description = "Day on which notice is given (default: today).")
    private LocalDate notice;

    @Option(names = "--json", description = "As JSON, one object.")
    private boolean json;

    @Option(
            names = "--xlsx",
            paramLabel = "FILE",
            description = "A workbook with a sheet for each scenario and every figure's reason.")
    private Path xlsx;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Language instead of the dossier's: ${COMPLETION-CANDIDATES}.")
    private Evaluate.Language language;

    private List<Cause> why;
    private List<LocalDate> days;
    private LocalDate given;

    Exit(Supplier<Decider> decider, Supplier<RuleBooks> books, Today today) {
        this.today = today;
        this.decider = decider;
        this.books = books;
    }

    @Override
    boolean needsDatabase() {
        return !new ContractOrFile(contract).isFile();
    }

    @Override
    void look() {
        new ContractOrFile(contract).refuseFolder();
        why = causes.stream().map(Exit::cause).distinct().toList();
        days = dates.stream().distinct().toList();
        given = notice == null ? today.day() : notice;
        if (days.isEmpty() || why.isEmpty()) {
            throw new BadInput((days.isEmpty() ? "--dates" : "--causes") + ": at least one is wanted");
        }
        if (days.size() * why.size() > MOST_EXITS) {
            throw new BadInput("dates times causes are " + days.size() + " × " + why.size() + " = "
                    + days.size() * why.size() + " exits; at most " + MOST_EXITS + " are compared at once");
        }
        today.refuseFarAhead("--notice", given);
        LocalDate last = given.plusYears(MOST_YEARS);
        days.stream().filter(day -> day.isAfter(last)).findFirst().ifPresent(day -> {
            throw new BadInput("--dates " + day + " lies more than " + MOST_YEARS + " years after the notice of "
                    + given + "; a day up to " + last + " is allowed");
        });
    }

    @Override
    AccessRight right() {
        return AccessRight.SIMULATE;
    }

    @Override
    int run(Session session) throws IOException {
        Dossier read = needsDatabase()
                ? null
                : new DossierReader(decider.get().terms())
                        .read(Path.of(contract))
                        .dossier();
        RuleBook book = inForce(session, books).answering(new Ask.Terminate(days.get(0), why.get(0), given), given);
        ContractStanding standing = needsDatabase() ? ContractStanding.of(session, contract, book, given) : null;
        if (needsDatabase() && standing == null) {
            throw new ContractOrFile(contract).unknown();
        }
        Dossier dossier = standing == null ? read : standing.dossier();
        Exits exits = standing == null
                ? Exits.of(book.evaluator(), dossier, given)
                : Exits.of(book.evaluator(), dossier, given, standing.error());
        ExitView view = ExitView.of(
                exits,
                dossier,
                given,
                exits.compare(days, why),
                standing == null ? Ledger.Drafts.NONE : standing.drafts());
        Sentences sentences =
                new Sentences(Locale.forLanguageTag(language == null ? dossier.language() : language.name()));
        ExitTable table =
                new ExitTable(view, sentences, Citations.of(book.source().tables()));
        if (xlsx != null) {
            ResultFile.write(xlsx, table::workbook);
        }
        if (json) {
            out().println(Json.text(ExitFields.of(view, sentences)));
        } else {
            table.lines().forEach(out()::println);
        }
        return view.scenarios().stream().anyMatch(s -> s.error() != null) ? Status.FAILING : Status.DONE;
    }

    private static Cause cause(String text) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "--causes: \"" + BadInput.shown(text) + "\" is not one of " + String.join(", ", new Causes())));
    }

    private static String written(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    /** The causes as they are written. */
    private static final class Causes extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Causes() {
            super(Arrays.stream(Cause.values()).map(Exit::written).toList());
        }
    }
}
