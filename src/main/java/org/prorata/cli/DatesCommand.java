package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.prorata.access.AccessRight;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.documents.CalendarDay;
import org.prorata.documents.CalendarFile;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata dates}: every deadline that contract and law set, in order. */
@Command(
        name = "dates",
        description =
                "Lists every deadline that contract and law set, in order, each with its clause; writes a calendar file.",
        mixinStandardHelpOptions = true)
final class DatesCommand extends DatabaseCommand {

    private final Supplier<Decider> decider;
    private final Supplier<RuleBooks> books;

    @Parameters(
            arity = "1..*",
            paramLabel = "CONTRACT|FILE",
            description = "Contracts in the database, or dossier files.")
    private List<String> contracts;

    @Option(names = "--from", paramLabel = "DATE", description = "Only from this day on (default: all).")
    private LocalDate from;

    @Option(
            names = "--ics",
            paramLabel = "FILE",
            description = "A calendar file (iCalendar) with an all-day event for each deadline.")
    private Path ics;

    @Option(names = "--json", description = "One JSON object per contract and line.")
    private boolean json;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Language instead of the dossier's: ${COMPLETION-CANDIDATES}.")
    private Evaluate.Language language;

    /** Where clauses stand in the rule book that decides. */
    private UnaryOperator<String> citations;

    DatesCommand(Supplier<Decider> decider, Supplier<RuleBooks> books) {
        this.decider = decider;
        this.books = books;
    }

    @Override
    boolean needsDatabase() {
        return contracts.stream().anyMatch(one -> !isFile(one));
    }

    private static boolean isFile(String contract) {
        return new ContractOrFile(contract).isFile();
    }

    @Override
    void look() {
        contracts.forEach(one -> new ContractOrFile(one).refuseFolder());
    }

    @Override
    AccessRight right() {
        return AccessRight.SIMULATE;
    }

    @Override
    int run(Session session) throws IOException {
        List<Dossier> dossiers = dossiers(session);
        Decider own = session == null ? decider.get() : new BookDecider(inForce(session, books));
        citations = own.citations(new Ask.Dates());
        Map<String, List<CalendarDay>> days = new LinkedHashMap<>();
        int status = Status.DONE;
        for (Dossier dossier : dossiers) {
            try {
                List<Decision> decisions = own.decide(dossier, new Ask.Dates());
                days.put(
                        dossier.contract().id(),
                        CalendarDay.of(dossier.contract().id(), decisions).stream()
                                .filter(entry -> from == null || !entry.on().isBefore(from))
                                .toList());
                show(dossier, days.get(dossier.contract().id()), decisions);
            } catch (CannotDecide e) {
                err().println(dossier.contract().id() + ": " + e.getMessage());
                status = Status.FAILING;
            }
        }
        if (ics != null) {
            write(
                    dossiers,
                    days.values().stream()
                            .flatMap(List::stream)
                            .sorted(Comparator.comparing(CalendarDay::on))
                            .toList());
        }
        return status;
    }

    private List<Dossier> dossiers(Session session) {
        List<Dossier> dossiers = new ArrayList<>();
        DossierReader reader = null;
        for (String contract : contracts) {
            if (isFile(contract)) {
                reader = reader == null ? new DossierReader(decider.get().terms()) : reader;
                dossiers.add(reader.read(Path.of(contract)).dossier());
            } else {
                Dossiers facts = new Dossiers(session);
                dossiers.add(
                        facts.read(contract, facts.watermark()).orElseThrow(new ContractOrFile(contract)::unknown));
            }
        }
        Set<String> ids = new HashSet<>();
        for (Dossier dossier : dossiers) {
            if (!ids.add(dossier.contract().id())) {
                throw new BadInput("the contract " + dossier.contract().id() + " is given twice; once is allowed");
            }
        }
        return dossiers;
    }

    private Sentences sentences(Dossier dossier) {
        return new Sentences(Locale.forLanguageTag(language == null ? dossier.language() : language.name()));
    }

    private void show(Dossier dossier, List<CalendarDay> entries, List<Decision> decisions) {
        Sentences sentences = sentences(dossier);
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("contract", dossier.contract().id());
            answer.put(
                    "dates",
                    entries.stream()
                            .map(entry -> DecisionFields.of(entry.decision(), sentences))
                            .toList());
            out().println(Json.text(answer));
            return;
        }
        out().println(dossier.contract().id());
        if (entries.isEmpty()) {
            out().println("  " + sentences.text("agenda.none"));
        }
        for (CalendarDay entry : entries) {
            out().println("  " + entry.on() + "  " + sentences.of(entry.about()));
            out().println("              "
                    + entry.decision().because().clauses().stream()
                            .map(citations)
                            .collect(Collectors.joining("; ")) + " ("
                    + sentences.figure(entry.decision().because().reading()) + ")");
        }
        decisions.stream()
                .filter(decision -> decision instanceof Decision.Warning)
                .forEach(warning ->
                        warning.because().reasons().forEach(reason -> out().println("  " + sentences.of(reason))));
    }

    private void write(List<Dossier> dossiers, List<CalendarDay> entries) throws IOException {
        // seconds are all that the format has
        Instant made = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ResultFile.write(ics, out -> CalendarFile.write(out, entries, sentences(dossiers.get(0)), citations, made));
    }
}
