package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.register.CaseIndex;
import org.prorata.book.register.ClauseEntry;
import org.prorata.book.register.ContractPages;
import org.prorata.book.register.Register;
import org.prorata.book.register.RuleText;
import org.prorata.book.register.ShownCase;
import org.prorata.book.register.Totals;
import org.prorata.decision.explain.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prorata clauses}: the register, with what decides each clause and which cases show it. */
@Command(
        name = "clauses",
        description = "The register: every clause, decided by what, shown by which cases; totals last.",
        mixinStandardHelpOptions = true)
final class ClausesCommand implements Callable<Integer> {

    private static final String OWN_CASES = "src/test/resources/cases";

    private final Supplier<RuleBooks> books;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--json",
            description = "One JSON object per clause and line, with every rule, row and case; totals last.")
    private boolean json;

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            description = "Only the clauses of a contract or law, by its name or its terms.")
    private String contract;

    @Option(
            names = "--cases",
            paramLabel = "DIR",
            arity = "1..*",
            description =
                    "Folders of cases (default: src/test/resources/cases and, where there is one, ../shared/cases).")
    private List<Path> folders;

    @Option(
            names = "--pages",
            paramLabel = "FOLDER",
            description = "Writes a page for each contract, in Markdown: every article, the rows and"
                    + " rules that decide it, the cases that show it.")
    private Path pages;

    ClausesCommand(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<ClauseEntry> entries;
        CaseIndex cases;
        try {
            if (pages != null) {
                return write(out);
            }
            entries = chosen(Register.of(books.get().newest().source().tables()).entries());
            cases = CaseIndex.of(folders());
        } catch (BadInput | IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return Status.BAD_INPUT;
        }
        if (json) {
            entries.forEach(entry -> out.println(Json.text(fields(entry, cases))));
            Totals.of(entries).forEach(totals -> out.println(Json.text(fields(totals))));
        } else {
            new ClauseTable(entries, cases).lines().forEach(out::println);
        }
        return Status.DONE;
    }

    private int write(PrintWriter out) throws IOException {
        if (json || contract != null) {
            throw new BadInput("--pages writes all contracts, as pages; --json and --contract go without it");
        }
        BookSource source = books.get().newest().source();
        // cases from elsewhere would make other pages on another machine
        List<Path> from = folders == null ? List.of(DatabaseCommand.home().resolve(OWN_CASES)) : folders();
        List<ShownCase> shown = ShownCases.of(books.get(), from, DatabaseCommand.home());
        Files.createDirectories(pages);
        for (Map.Entry<String, String> page : new ContractPages(
                        source.tables(), Register.of(source.tables()), RuleText.of(source.rules()), shown)
                .all()
                .entrySet()) {
            Files.writeString(pages.resolve(page.getKey()), page.getValue());
            out.println(pages.resolve(page.getKey()));
        }
        return Status.DONE;
    }

    private List<ClauseEntry> chosen(List<ClauseEntry> all) {
        if (contract == null) {
            return all;
        }
        List<ClauseEntry> some = all.stream()
                .filter(entry -> contract.equalsIgnoreCase(entry.place().contract())
                        || contract.equals(entry.place().terms()))
                .toList();
        if (some.isEmpty()) {
            throw new BadInput("--contract: the register has no \"" + contract + "\"; it has "
                    + all.stream()
                            .map(entry -> entry.place().contract()
                                    + (entry.place().terms() == null
                                            ? ""
                                            : " (" + entry.place().terms() + ")"))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
        return some;
    }

    private List<Path> folders() {
        Path home = DatabaseCommand.home();
        if (folders == null) {
            return Stream.of(home.resolve(OWN_CASES), home.resolve("../shared/cases"))
                    .filter(Files::isDirectory)
                    .toList();
        }
        folders.stream()
                .filter(folder -> !Files.isDirectory(folder))
                .findFirst()
                .ifPresent(folder -> {
                    throw new BadInput("--cases: " + folder + " is not a folder");
                });
        return folders;
    }

    private static Map<String, Object> fields(ClauseEntry entry, CaseIndex cases) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("clause", entry.id());
        fields.put("contract", entry.place().contract());
        fields.put("terms", entry.place().terms());
        fields.put("version", entry.place().version());
        fields.put("article", entry.place().article());
        fields.put("en", entry.en());
        fields.put("fr", entry.fr());
        fields.put("decided_by", entry.decidedBy());
        fields.put(
                "not_computed",
                entry.notComputed() == null ? null : entry.notComputed().en());
        fields.put(
                "not_computed_fr",
                entry.notComputed() == null ? null : entry.notComputed().fr());
        fields.put(
                "cases",
                cases.showing(entry.id()).stream()
                        .map(one -> {
                            Map<String, Object> shown = new LinkedHashMap<>();
                            shown.put("file", shown(one.file()));
                            shown.put("case", one.sentence());
                            return shown;
                        })
                        .toList());
        return fields;
    }

    private static String shown(Path file) {
        Path home = DatabaseCommand.home();
        return (file.startsWith(home) ? home.relativize(file) : file).toString().replace('\\', '/');
    }

    private static Map<String, Object> fields(Totals totals) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("contract", totals.contract());
        fields.put("clauses", totals.clauses());
        fields.put("decided", totals.decided());
        fields.put("open", totals.open());
        fields.put("not_computed", totals.notComputed());
        return fields;
    }
}
