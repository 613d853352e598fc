package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.prorata.book.changes.TablesDiff;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.EditedTables;
import org.prorata.book.workbook.Workbooks;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables diff}: where workbooks, folders of them and rule books differ. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Rows added, removed and changed, by their name, cell by cell with old → new.",
            "Exit status 0 when both are the same, 1 when not, 2 when one cannot be read."
        })
final class TablesDiffCommand extends BookCommand {

    private static final Pattern VERSION = Pattern.compile("[0-9a-fA-F]{4,16}");

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "A workbook (.xlsx), a folder of them, or a rule book that the database keeps, by its"
                    + " version or how that begins; alone it is held against the rule book.")
    private String a;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            description = "Another one; a workbook beside a folder is held against that of its name.")
    private String b;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Mixin
    private LanguageOption language;

    TablesDiffCommand(Supplier<RuleBooks> books) {
        super(books);
    }

    @Override
    boolean needsDatabase() {
        return version(a) || b != null && version(b) || b == null && super.needsDatabase();
    }

    @Override
    void look() {
        if (b != null && chosen()) {
            throw new BadInput(sentences().text("tables.diff.two"));
        }
    }

    @Override
    int run(Session session) throws IOException {
        Compared compared = b == null
                ? over(book(session).tables(), a, session, false)
                : version(a)
                        ? over(stored(session, a).tables(), b, session, false)
                        : version(b)
                                ? over(stored(session, b).tables(), a, session, true)
                                : new Compared(
                                        read(beside(Path.of(a), Path.of(b))), read(beside(Path.of(b), Path.of(a))));
        List<TablesDiff.RowDifference> differences = TablesDiff.between(compared.a(), compared.b());
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(
                    "differences",
                    differences.stream().map(DifferenceFields::of).toList());
            fields.put("moved", TablesDiff.moved(compared.a(), compared.b()));
            out().println(Json.text(fields));
        } else {
            Sentences sentences = language.sentences();
            differences.forEach(difference -> out().println(difference.told(sentences)));
            TablesDiff.moved(compared.a(), compared.b(), sentences).forEach(out()::println);
            long added = differences.stream().filter(one -> one.a() == null).count();
            long removed = differences.stream().filter(one -> one.b() == null).count();
            out().println(
                            differences.isEmpty()
                                    ? sentences.text("tables.diff.none")
                                    : sentences.text(
                                            "tables.diff.total", added, removed, differences.size() - added - removed));
        }
        return differences.isEmpty() ? Status.DONE : Status.FAILING;
    }

    /** What is a file stays one, whatever its name. */
    private static boolean version(String text) {
        return VERSION.matcher(text).matches() && !Files.exists(Path.of(text));
    }

    /** What is held against what. */
    private record Compared(Tables a, Tables b) {}

    /** A book against another one, or against workbooks in the place of its own. */
    private Compared over(Tables book, String other, Session session, boolean reversed) throws IOException {
        Tables edited =
                version(other) ? stored(session, other).tables() : EditedTables.over(book, List.of(Path.of(other)));
        return reversed ? new Compared(edited, book) : new Compared(book, edited);
    }

    /** In a folder the workbook that the other one is; two workbooks must be of one name. */
    private static Path beside(Path one, Path other) {
        if (Files.isDirectory(one) && !Files.isDirectory(other)) {
            return one.resolve(other.getFileName());
        }
        if (!Files.isDirectory(one)
                && !Files.isDirectory(other)
                && !one.getFileName().equals(other.getFileName())) {
            throw new BadInput(one + " and " + other + " are different workbooks; two files of one name, or folders");
        }
        return one;
    }

    private static Tables read(Path path) throws IOException {
        return Workbooks.read(path, Shipped.sheets());
    }
}
