package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.prorata.explain.Json;
import org.prorata.explain.Sentences;
import org.prorata.tables.Shipped;
import org.prorata.tables.Tables;
import org.prorata.tables.TablesDiff;
import org.prorata.tables.WorkbookErrors;
import org.prorata.tables.Workbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata tables diff}: where two workbooks, or two folders of them, differ. */
@Command(name = "diff", mixinStandardHelpOptions = true, description = {
        "Rows added, removed and changed, by their name, cell by cell with old → new.",
        "Exit status 0 when both are the same, 1 when not, 2 when one cannot be read."})
final class TablesDiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "A workbook (.xlsx), or a folder of them.")
    private Path a;

    @Parameters(index = "1", paramLabel = "B", description = "Another one; a workbook beside a folder is held against that of its name.")
    private Path b;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Mixin
    private LanguageOption language;

    @Override
    public Integer call() {
        List<TablesDiff.Difference> differences;
        try {
            differences = TablesDiff.between(read(beside(a, b)), read(beside(b, a)));
        } catch (WorkbookErrors e) {
            e.problems().forEach(problem -> spec.commandLine().getErr().println(problem.told(language.sentences())));
            return Status.BAD_INPUT;
        } catch (BadInput e) {
            spec.commandLine().getErr().println(e.getMessage());
            return Status.BAD_INPUT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(Map.of("differences", differences.stream().map(TablesDiffCommand::fields).toList())));
        } else {
            Sentences sentences = language.sentences();
            differences.forEach(difference -> out.println(difference.told(sentences)));
            long added = differences.stream().filter(one -> one.a() == null).count();
            long removed = differences.stream().filter(one -> one.b() == null).count();
            out.println(differences.isEmpty() ? sentences.text("tables.diff.none")
                    : sentences.text("tables.diff.total", added, removed, differences.size() - added - removed));
        }
        return differences.isEmpty() ? Status.DONE : Status.FAILING;
    }

    /** In a folder the workbook that the other one is; two workbooks must be of one name. */
    private static Path beside(Path one, Path other) {
        if (Files.isDirectory(one) && !Files.isDirectory(other)) {
            return one.resolve(other.getFileName());
        }
        if (!Files.isDirectory(one) && !Files.isDirectory(other) && !one.getFileName().equals(other.getFileName())) {
            throw new BadInput(one + " and " + other + " are different workbooks; two files of one name, or folders");
        }
        return one;
    }

    private static Tables read(Path path) throws IOException {
        return Workbooks.read(path, Shipped.sheets());
    }

    private static Map<String, Object> fields(TablesDiff.Difference difference) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("difference", difference.a() == null ? "added" : difference.b() == null ? "removed" : "changed");
        fields.put("sheet", difference.sheet());
        fields.put("row", difference.key());
        fields.put("a", difference.a());
        fields.put("b", difference.b());
        fields.put("cells", difference.cells().stream().map(cell -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("column", cell.column());
            one.put("a", cell.a());
            one.put("b", cell.b());
            return one;
        }).toList());
        return fields;
    }
}
