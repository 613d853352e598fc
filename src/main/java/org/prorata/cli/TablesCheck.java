package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.prorata.book.coverage.Acceptances;
import org.prorata.book.coverage.TableFinding;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Remark;
import org.prorata.book.schema.TableProblem;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables check}: everything that is wrong in workbooks, all in one go. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Everything that is wrong in workbooks: the cell, what is there, what is allowed; then what is hidden or doubtful, gaps, overlaps and"
                    + " rows that never answer.",
            "What is not among the workbooks is taken from the rule book. Exit status 0 when nothing is found, 1 when something is,"
                    + " 2 when a file cannot be read at all."
        })
final class TablesCheck extends BookCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Workbooks (.xlsx), or folders of them (default: those of the rule book"
                    + " that --in-force or --book names, else the shipped ones).")
    private List<Path> paths;

    @Option(names = "--json", description = "As one JSON object, with what is accepted and the rows proposed.")
    private boolean json;

    @Mixin
    private LanguageOption language;

    TablesCheck(Supplier<RuleBooks> books) {
        super(books);
    }

    @Override
    boolean needsDatabase() {
        // whole folders of the shipped ones need nothing beside them
        return (chosen() || paths != null) && super.needsDatabase();
    }

    @Override
    void look() throws IOException {
        for (Path path : paths == null ? List.<Path>of() : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
        }
    }

    @Override
    int run(Session session) throws IOException {
        BookSource book = book(session);
        Checks checks = paths == null && session != null
                ? Checks.of(book.tables(), helpers(session, book))
                : Checks.of(paths == null ? List.of(home().resolve("spreadsheets")) : paths, book.tables());
        List<TableProblem> problems = checks.problems();
        if (json) {
            out().println(Json.text(checks.fields()));
        } else {
            Sentences sentences = language.sentences();
            problems.forEach(problem -> out().println(problem.told(sentences)));
            checks.open(sentences).forEach(out()::println);
            out().println(total(checks, problems, sentences));
        }
        return checks.check().unreadable()
                ? Status.BAD_INPUT
                : problems.isEmpty()
                                && checks.remarks().isEmpty()
                                && checks.result().open().isEmpty()
                        ? Status.DONE
                        : Status.FAILING;
    }

    private static String total(Checks checks, List<TableProblem> problems, Sentences sentences) {
        Acceptances result = checks.result();
        List<String> parts = new ArrayList<>();
        parts.add(
                problems.isEmpty()
                        ? sentences.text("tables.count.no_error")
                        : count("error", problems.size(), sentences));
        for (Remark.Kind kind : Remark.Kind.values()) {
            long found = checks.remarks().stream()
                    .filter(remark -> remark.kind() == kind)
                    .count();
            if (found > 0) {
                parts.add(count(kind.written(), found, sentences));
            }
        }
        for (TableFinding.Kind kind : TableFinding.Kind.values()) {
            long found = result.open().stream()
                    .filter(finding -> finding.kind() == kind)
                    .count();
            if (found > 0) {
                parts.add(count(kind.written(), found, sentences));
            }
        }
        if (!result.accepted().isEmpty()) {
            parts.add(count("accepted", result.accepted().size(), sentences));
        }
        return sentences.text(
                "tables.total", count("workbook", checks.check().files().size(), sentences), String.join(", ", parts));
    }

    private static String count(String what, long number, Sentences sentences) {
        return sentences.text("tables.count." + what + (number == 1 ? ".one" : ""), number);
    }
}
