package org.prorata.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.prorata.store.BookStore;
import org.prorata.store.Database;
import org.prorata.store.Right;
import org.prorata.tables.Tables;
import org.prorata.tables.WorkbookWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables export}: the workbooks of a stored rule book. */
@Command(name = "export", description = "Writes the workbooks of a rule book that the database keeps, to go on from what is in force.",
        mixinStandardHelpOptions = true)
final class TablesExport extends DatabaseCommand {

    @Parameters(paramLabel = "VERSION", description = "The rule book, as prorata tables log names it.")
    private String version;

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Where to; a folder that is not there yet, or empty.")
    private Path folder;

    @Override
    void look() throws IOException {
        if (Files.exists(folder) && !(Files.isDirectory(folder) && empty(folder))) {
            throw new BadInput(folder + ": is there already and not an empty folder");
        }
    }

    private static boolean empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    @Override
    Right right() {
        return Right.READ;
    }

    @Override
    int run(Database database) throws IOException {
        Tables tables;
        try {
            tables = new BookStore(database).load(version).tables();
        } catch (IllegalArgumentException e) {
            throw new BadInput(e.getMessage() + "; prorata tables log lists them");
        }
        Files.createDirectories(folder);
        List<String> names = tables.all().stream().map(table -> table.sheet().workbook()).distinct().toList();
        for (String name : names) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".xlsx"))) {
                WorkbookWriter.write(tables, name, out);
            }
        }
        out().println(names.size() + " workbooks of the rule book " + version + " are in " + folder);
        return Status.DONE;
    }
}
