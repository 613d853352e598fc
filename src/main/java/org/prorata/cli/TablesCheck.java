package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.prorata.coverage.Acceptances;
import org.prorata.coverage.Finding;
import org.prorata.engine.BookSource;
import org.prorata.engine.RuleBooks;
import org.prorata.explain.Json;
import org.prorata.store.Database;
import org.prorata.tables.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables check}: everything that is wrong in workbooks, all in one go. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
        "Everything that is wrong in workbooks: the cell, what is there, what is allowed; then gaps, overlaps and rows that never answer.",
        "What is not among the workbooks is taken from the rule book. Exit status 0 when nothing is found, 1 when something is,"
                + " 2 when a file cannot be read at all."})
final class TablesCheck extends BookCommand {

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Workbooks (.xlsx), or folders of them (default: those of the rule book"
            + " that --in-force or --book names, else the shipped ones).")
    private List<Path> paths;

    @Option(names = "--json", description = "As one JSON object, with what is accepted and the rows proposed.")
    private boolean json;

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
    int run(Database database) throws IOException {
        BookSource book = book(database);
        Checks checks = paths == null && database != null ? Checks.of(book.tables(), helpers(database, book))
                : Checks.of(paths == null ? List.of(home().resolve("spreadsheets")) : paths, book.tables());
        List<Problem> problems = checks.problems();
        if (json) {
            out().println(Json.text(checks.fields()));
        } else {
            problems.forEach(out()::println);
            checks.result().open().forEach(out()::println);
            out().println(total(checks.check().files(), problems, checks.result()));
        }
        return checks.check().unreadable() ? Status.BAD_INPUT : problems.isEmpty() && checks.result().open().isEmpty() ? Status.DONE : Status.FAILING;
    }

    private static String total(List<String> files, List<Problem> problems, Acceptances result) {
        return count(files.size(), "workbook") + ": " + (problems.isEmpty() ? "no error" : count(problems.size(), "error"))
                + List.of(Finding.Kind.values()).stream().map(kind -> {
                    long found = result.open().stream().filter(finding -> finding.kind() == kind).count();
                    return found == 0 ? "" : ", " + (kind == Finding.Kind.UNREACHED ? count(found, "row") + " never reached" : count(found, kind.written()));
                }).collect(Collectors.joining()) + (result.accepted().isEmpty() ? "" : ", " + result.accepted().size() + " accepted");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
