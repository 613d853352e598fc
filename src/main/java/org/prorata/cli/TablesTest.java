package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.book.workbook.EditedTables;
import org.prorata.book.workbook.TableTests;
import org.prorata.book.workbook.TestReport;
import org.prorata.book.workbook.TestResult;
import org.prorata.book.workbook.TestResult.Verdict;
import org.prorata.book.workbook.TestSheet;
import org.prorata.book.workbook.Workbooks;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables test}: the tests that workbooks hold, asked of their tables. */
@Command(
        name = "test",
        description =
                "Asks the tables of workbooks what their sheet tests asks, and writes answers and verdicts into it.",
        mixinStandardHelpOptions = true)
final class TablesTest extends BookCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Workbooks, or folders of them; tables of others are those of the rule book.")
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
        super(books);
    }

    /** A workbook with its tests. */
    private record Book(Path path, byte[] content, Tables tables, Table tests) {

        String name() {
            return path.getFileName().toString();
        }
    }

    @Override
    int run(Session session) throws IOException {
        List<Book> read = new ArrayList<>();
        List<TableProblem> problems = new ArrayList<>();
        for (Path path : EditedTables.files(paths)) {
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
            RuleBook edited = edited(book(session), read);
            for (Book book : read) {
                try {
                    results.put(
                            book, TableTests.run(book.tests(), edited.source().tables(), edited.apart()));
                } catch (WorkbookErrors e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new WorkbookErrors(problems);
        }
        if (!leave) {
            for (Book book : results.keySet()) {
                ReplacedFile.refuseOpen(book.path());
            }
            for (Map.Entry<Book, List<TestResult>> each : results.entrySet().stream()
                    .filter(each -> !each.getValue().isEmpty())
                    .toList()) {
                ReplacedFile.write(
                        each.getKey().path(),
                        TestReport.into(
                                each.getKey().name(), each.getKey().content(), each.getValue(), language.sentences()));
            }
        }
        tell(results);
        return failed == 0 ? Status.DONE : Status.FAILING;
    }

    /** A book with the tables of the workbooks in place of its own; the rules take no part in look-ups. */
    private RuleBook edited(BookSource book, List<Book> read) {
        Tables tables = book.tables();
        for (Book each : read) {
            tables = tables.with(each.tables());
        }
        RuleBook own = own().newest();
        return own.with(
                new BookSource(own.source().rules(), tables, own.source().calculation()));
    }

    private void tell(Map<Book, List<TestResult>> results) {
        PrintWriter out = out();
        Sentences sentences = language.sentences();
        List<Map<String, Object>> all = new ArrayList<>();
        results.forEach((book, rows) -> rows.forEach(result -> {
            boolean good = result.verdict() == Verdict.PASSED;
            passed += good ? 1 : 0;
            failed += good ? 0 : 1;
            all.add(fields(book, result));
            if (!good && !json) {
                out.println(Verdicts.line(book.path() + " ", Verdicts.fields(result), sentences));
            }
        }));
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("tests", all);
            whole.put("passed", passed);
            whole.put("failed", failed);
            out.println(Json.text(whole));
        } else {
            out.println(
                    passed + failed == 0
                            ? sentences.text("tables.tested.none")
                            : sentences.text("tables.tested", passed, failed));
        }
    }

    private static Map<String, Object> fields(Book book, TestResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", book.path().toString());
        fields.putAll(Verdicts.fields(result));
        return fields;
    }
}
