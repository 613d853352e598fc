package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.prorata.engine.BookSource;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.explain.Json;
import org.prorata.explain.Sentences;
import org.prorata.tables.Problem;
import org.prorata.tables.Shipped;
import org.prorata.tables.Table;
import org.prorata.tables.TableTests;
import org.prorata.tables.Tables;
import org.prorata.tables.TestReport;
import org.prorata.tables.TestResult;
import org.prorata.tables.TestResult.Verdict;
import org.prorata.tables.TestSheet;
import org.prorata.tables.WorkbookErrors;
import org.prorata.tables.Workbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata tables test}: the tests that workbooks hold, asked of their tables. */
@Command(name = "test", description = "Asks the tables of workbooks what their sheet tests asks, and writes answers and verdicts into it.",
        mixinStandardHelpOptions = true)
final class TablesTest implements Callable<Integer> {

    private final Supplier<RuleBooks> books;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Workbooks; tables of others are those of the newest rule book.")
    private List<Path> paths;

    @Option(names = "--json", description = "As JSON, one object.")
    private boolean json;

    @Option(names = "--no-write", description = "Leaves the workbooks as they are.")
    private boolean leave;

    @Mixin
    private LanguageOption language;

    private int passed;
    private int failed;

    TablesTest(Supplier<RuleBooks> books) {
        this.books = books;
    }

    /** A workbook with its tests. */
    private record Book(Path path, byte[] content, Tables tables, Table tests) {

        String name() {
            return path.getFileName().toString();
        }
    }

    @Override
    public Integer call() {
        try {
            return test();
        } catch (BadInput e) {
            spec.commandLine().getErr().println(e.getMessage());
            return Status.BAD_INPUT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int test() throws IOException {
        List<Book> read = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path path : paths) {
            try {
                byte[] content = Files.readAllBytes(path);
                String name = path.getFileName().toString();
                Tables tables = Workbooks.read(name, content, Shipped.sheets());
                read.add(new Book(path, content, tables, TestSheet.read(name, content, Shipped.sheets())));
            } catch (WorkbookErrors e) {
                problems.addAll(e.problems());
            }
        }
        Map<Book, List<TestResult>> results = new LinkedHashMap<>();
        if (problems.isEmpty()) {
            RuleBook edited = edited(read);
            for (Book book : read) {
                try {
                    results.put(book, TableTests.run(book.tests(), edited.source().tables(), edited.policies()));
                } catch (WorkbookErrors e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            problems.forEach(problem -> spec.commandLine().getErr().println(problem.told(language.sentences())));
            return Status.BAD_INPUT;
        }
        if (!leave) {
            for (Book book : results.keySet()) {
                ReplacedFile.refuseOpen(book.path());
            }
            for (Map.Entry<Book, List<TestResult>> each : results.entrySet()) {
                ReplacedFile.write(each.getKey().path(), TestReport.into(each.getKey().name(), each.getKey().content(), each.getValue(),
                        language.sentences()));
            }
        }
        tell(results);
        return failed == 0 ? Status.DONE : Status.FAILING;
    }

    /** The newest book with the tables of the workbooks in place of its own. */
    private RuleBook edited(List<Book> read) {
        RuleBook newest = books.get().newest();
        Tables tables = newest.source().tables();
        for (Book book : read) {
            tables = tables.with(book.tables());
        }
        return newest.with(new BookSource(newest.source().rules(), tables, newest.source().calculation()));
    }

    private void tell(Map<Book, List<TestResult>> results) {
        PrintWriter out = spec.commandLine().getOut();
        Sentences sentences = language.sentences();
        List<Map<String, Object>> all = new ArrayList<>();
        results.forEach((book, rows) -> rows.forEach(result -> {
            boolean good = result.verdict() == Verdict.PASSED;
            passed += good ? 1 : 0;
            failed += good ? 0 : 1;
            all.add(fields(book, result));
            if (!good && !json) {
                out.println(sentences.text("tables.test", result.verdict().told(sentences).toUpperCase(Locale.ROOT), book.path() + " "
                        + TestSheet.place(result.row()), result.name(), result.asked() + " " + result.column(), result.actual(), result.expected()));
            }
        }));
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("tests", all);
            whole.put("passed", passed);
            whole.put("failed", failed);
            out.println(Json.text(whole));
        } else {
            out.println(passed + failed == 0 ? sentences.text("tables.tested.none") : sentences.text("tables.tested", passed, failed));
        }
    }

    private static Map<String, Object> fields(Book book, TestResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", book.path().toString());
        fields.put("row", result.row());
        fields.put("name", result.name());
        fields.put("table", result.asked());
        fields.put("column", result.column());
        fields.put("expected", result.expected());
        fields.put("actual", result.actual());
        fields.put("verdict", result.verdict().word());
        return fields;
    }
}
