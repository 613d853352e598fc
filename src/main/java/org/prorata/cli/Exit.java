package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.dossier.DossierReader;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.explain.DecisionFields;
import org.prorata.explain.Json;
import org.prorata.explain.Sentences;
import org.prorata.scenario.Exits;
import org.prorata.scenario.Scenario;
import org.prorata.store.Database;
import org.prorata.store.Facts;
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
            description = "Causes: ${COMPLETION-CANDIDATES} (default: convenience,non_renewal).")
    private List<String> causes = List.of("convenience", "non_renewal");

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
        Dossier dossier = dossier(database);
        LocalDate given = notice == null ? LocalDate.now() : notice;
        RuleBook book = inForce(database, books).answering(new Ask.Terminate(dates.get(0), why.get(0), given), given);
        Exits exits = new Exits(book.evaluator(), dossier, given);
        List<Scenario> scenarios = exits.compare(dates.stream().distinct().toList(), why);
        Exits.Best best = exits.best();
        Sentences sentences = new Sentences(Locale.forLanguageTag(language == null ? dossier.language() : language.name()));
        ExitTable table = new ExitTable(dossier, given, scenarios, best, sentences, Citations.of(book.source().tables()));
        if (xlsx != null) {
            ResultFile.write(xlsx, table::workbook);
        }
        if (json) {
            out().println(Json.text(json(dossier, given, scenarios, best, sentences)));
        } else {
            table.lines().forEach(out()::println);
        }
        return scenarios.stream().anyMatch(s -> s.error() != null) ? Status.FAILING : Status.DONE;
    }

    private Dossier dossier(Database database) {
        if (!needsDatabase()) {
            return new DossierReader(decider.get().terms()).read(Path.of(contract)).dossier();
        }
        Facts facts = new Facts(database);
        return facts.read(contract, facts.watermark())
                .orElseThrow(() -> new BadInput("there is neither a file nor a contract called " + contract));
    }

    private static Cause cause(String text) {
        return Arrays.stream(Cause.values()).filter(cause -> cause.name().equalsIgnoreCase(text.strip())).findFirst()
                .orElseThrow(() -> new BadInput("--causes: \"" + text + "\" is not one of "
                        + String.join(", ", new Causes())));
    }

    /** The causes as they are written. */
    private static final class Causes extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Causes() {
            super(Arrays.stream(Cause.values()).map(cause -> cause.name().toLowerCase(Locale.ROOT)).toList());
        }
    }

    private static Map<String, Object> json(Dossier dossier, LocalDate notice, List<Scenario> scenarios, Exits.Best best,
                                            Sentences sentences) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("contract", dossier.contract().id());
        all.put("notice", notice.toString());
        all.put("scenarios", scenarios.stream().map(scenario -> fields(scenario, sentences)).toList());
        all.put("over_since", best.over() == null ? null : best.over().toString());
        all.put("earliest_free", best.earliestFree() == null ? null : priced(best.earliestFree()));
        all.put("cheapest", best.cheapest() == null ? null : priced(best.cheapest()));
        return all;
    }

    private static Map<String, Object> priced(Exits.Priced priced) {
        Map<String, Object> fields = fields(priced.scenario(), null);
        fields.put("cost_beyond_days_used", priced.cost());
        return fields;
    }

    /** @param sentences null leaves the decisions out */
    private static Map<String, Object> fields(Scenario scenario, Sentences sentences) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("on", scenario.wanted().toString());
        fields.put("cause", scenario.cause().name().toLowerCase(Locale.ROOT));
        if (scenario.error() != null) {
            fields.put("error", scenario.error());
            return fields;
        }
        fields.put("end", scenario.end().toString());
        fields.put("remaining_fees", scenario.costs().remainingFees());
        fields.put("run_on_fees", scenario.costs().runOnFees());
        fields.put("exit_services", scenario.costs().exitServices());
        fields.put("late_interest", scenario.costs().lateInterest());
        fields.put("recovery_fees", scenario.costs().recoveryFees());
        fields.put("refund", scenario.costs().refund());
        fields.put("total", scenario.costs().total());
        if (sentences != null) {
            List<Object> decisions = new ArrayList<>();
            for (Decision decision : scenario.decisions()) {
                decisions.add(DecisionFields.of(decision, sentences));
            }
            fields.put("decisions", decisions);
        }
        return fields;
    }
}
