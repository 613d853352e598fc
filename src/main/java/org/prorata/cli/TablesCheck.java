package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.prorata.coverage.Acceptances;
import org.prorata.coverage.Coverage;
import org.prorata.coverage.Finding;
import org.prorata.engine.RuleBooks;
import org.prorata.explain.Json;
import org.prorata.explain.Sentences;
import org.prorata.register.ClauseEntry;
import org.prorata.register.Register;
import org.prorata.tables.Problem;
import org.prorata.tables.Shipped;
import org.prorata.tables.Tables;
import org.prorata.tables.WorkbookCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata tables check}: everything that is wrong in workbooks, all in one go. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Everything that is wrong in workbooks: the cell, what is there, what is allowed; then gaps, overlaps and rows that never answer.",
        "What is not among the workbooks is taken from the tables in force. Exit status 0 when nothing is found, 1 when something is,"
                + " 2 when a file cannot be read at all."})
final class TablesCheck implements Callable<Integer> {

    private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);

    private final Supplier<RuleBooks> books;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Workbooks (.xlsx), or folders of them (default: the shipped ones).")
    private List<Path> paths;

    @Option(names = "--json", description = "As one JSON object, with what is accepted and the rows proposed.")
    private boolean json;

    @Mixin
    private LanguageOption language;

    TablesCheck(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    public Integer call() {
        List<Path> given = paths == null ? List.of(DatabaseCommand.home().resolve("spreadsheets")) : paths;
        WorkbookCheck check;
        Tables tables;
        try {
            for (Path path : given) {
                if (!Files.exists(path)) {
                    throw new NoSuchFileException(path.toString());
                }
            }
            tables = books.get().newest().source().tables();
            check = WorkbookCheck.of(given, Shipped.sheets(),
                    Register.shipped().entries().stream().map(ClauseEntry::id).collect(Collectors.toSet()), tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Acceptances result = Acceptances.of(Coverage.of(check.with(tables), check.sound()), check, Shipped.sheets());
        List<Problem> problems = new ArrayList<>(check.problems());
        problems.addAll(result.problems());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(fields(check.files(), problems, result)));
        } else {
            Sentences sentences = language.sentences();
            problems.forEach(problem -> out.println(problem.told(sentences)));
            result.open().forEach(finding -> out.println(finding.told(sentences)));
            out.println(total(check.files(), problems, result, sentences));
        }
        return check.unreadable() ? Status.BAD_INPUT : problems.isEmpty() && result.open().isEmpty() ? Status.DONE : Status.FAILING;
    }

    private static String total(List<String> files, List<Problem> problems, Acceptances result, Sentences sentences) {
        List<String> parts = new ArrayList<>();
        parts.add(problems.isEmpty() ? sentences.text("tables.count.no_error") : count("error", problems.size(), sentences));
        for (Finding.Kind kind : Finding.Kind.values()) {
            long found = result.open().stream().filter(finding -> finding.kind() == kind).count();
            if (found > 0) {
                parts.add(count(kind.written(), found, sentences));
            }
        }
        if (!result.accepted().isEmpty()) {
            parts.add(count("accepted", result.accepted().size(), sentences));
        }
        return sentences.text("tables.total", count("workbook", files.size(), sentences), String.join(", ", parts));
    }

    private static String count(String what, long number, Sentences sentences) {
        return sentences.text("tables.count." + what + (number == 1 ? ".one" : ""), number);
    }

    private static Map<String, Object> fields(List<String> files, List<Problem> problems, Acceptances result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("files", files);
        fields.put("errors", problems.stream().map(problem -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("place", problem.place());
            one.put("found", ENGLISH.of(problem.found()));
            one.put("allowed", ENGLISH.of(problem.allowed()));
            return one;
        }).toList());
        fields.put("findings", result.open().stream().map(TablesCheck::fields).toList());
        fields.put("accepted", result.accepted().stream().map(accepted -> {
            Map<String, Object> one = fields(accepted.finding());
            one.put("accepted_in_row", accepted.row());
            one.put("reason", accepted.reason());
            one.put("by", accepted.by());
            one.put("on", accepted.on());
            return one;
        }).toList());
        return fields;
    }

    private static Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("finding", finding.kind().written());
        fields.put("sheet", finding.sheet());
        fields.put("where", finding.region().toString());
        fields.put("rows", finding.rows());
        fields.put("message", ENGLISH.of(finding.message()));
        fields.put("proposed", finding.proposed());
        return fields;
    }
}
