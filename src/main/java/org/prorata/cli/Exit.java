package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.dossier.DossierReader;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.explain.Json;
import org.prorata.explain.Sentences;
import org.prorata.run.Standing;
import org.prorata.scenario.Exits;
import org.prorata.store.Database;
import org.prorata.store.Ledger;
import org.prorata.store.Right;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata exit}: what leaving costs, dates and causes side by side. */
@Command(name = "exit", description = "Compares exits of one contract: dates and causes side by side, who pays what, and the earliest free one.",
        mixinStandardHelpOptions = true)
final class Exit extends DatabaseCommand {

    private final Supplier<Decider> decider;
    private final Supplier<RuleBooks> books;

    @Parameters(paramLabel = "CONTRACT|FILE", description = "A contract in the database, or a dossier file.")
    private String contract;

    @Option(names = "--dates", required = true, split = ",", paramLabel = "DATE", description = "Ends asked for, as 2026-12-31,2027-02-28.")
    private List<LocalDate> dates;

    @Option(names = "--causes", split = ",", paramLabel = "CAUSE",
            completionCandidates = Causes.class,
            description = "Causes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<String> causes = Exits.OFFERED.stream().map(Exit::written).toList();

    @Option(names = "--notice", paramLabel = "DATE", description = "Day on which notice is given (default: today).")
    private LocalDate notice;

    @Option(names = "--json", description = "As JSON, one object.")
    private boolean json;

    @Option(names = "--xlsx", paramLabel = "FILE", description = "A workbook with a sheet for each scenario and every figure's reason.")
    private Path xlsx;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Language instead of the dossier's: ${COMPLETION-CANDIDATES}.")
    private Evaluate.Language language;

    Exit(Supplier<Decider> decider, Supplier<RuleBooks> books) {
        this.decider = decider;
        this.books = books;
    }

    @Override
    boolean needsDatabase() {
        return !Files.isRegularFile(Path.of(contract));
    }

    @Override
    void look() {
        if (Files.isDirectory(Path.of(contract))) {
            throw new BadInput(contract + ": is a folder; a dossier file or a contract is wanted");
        }
    }

    @Override
    Right right() {
        return Right.SIMULATE;
    }

    @Override
    int run(Database database) throws IOException {
        List<Cause> why = causes.stream().map(Exit::cause).distinct().toList();
        LocalDate given = notice == null ? LocalDate.now() : notice;
        Dossier read = needsDatabase() ? null : new DossierReader(decider.get().terms()).read(Path.of(contract)).dossier();
        RuleBook book = inForce(database, books).answering(new Ask.Terminate(dates.get(0), why.get(0), given), given);
        Standing standing = needsDatabase() ? Standing.of(database, contract, book, given) : null;
        if (needsDatabase() && standing == null) {
            throw new BadInput("there is neither a file nor a contract called " + contract);
        }
        Dossier dossier = standing == null ? read : standing.dossier();
        Exits exits = standing == null ? Exits.of(book.evaluator(), dossier, given)
                : Exits.of(book.evaluator(), dossier, given, standing.error());
        ExitView view = ExitView.of(exits, dossier, given, exits.compare(dates.stream().distinct().toList(), why),
                standing == null ? Ledger.Drafts.NONE : standing.drafts());
        Sentences sentences = new Sentences(Locale.forLanguageTag(language == null ? dossier.language() : language.name()));
        ExitTable table = new ExitTable(view, sentences, Citations.of(book.source().tables()));
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
        return Arrays.stream(Cause.values()).filter(cause -> cause.name().equalsIgnoreCase(text.strip())).findFirst()
                .orElseThrow(() -> new BadInput("--causes: \"" + text + "\" is not one of "
                        + String.join(", ", new Causes())));
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
