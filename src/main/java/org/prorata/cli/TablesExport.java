package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.book.engine.RuleBooks;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;
import org.prorata.store.books.HelperSheets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables export}: the workbooks of a stored rule book. */
@Command(
        name = "export",
        description = "Writes the workbooks of a rule book that the database keeps, to go on from what is in force.",
        mixinStandardHelpOptions = true)
final class TablesExport extends DatabaseCommand {

    @Parameters(
            paramLabel = "VERSION",
            description = "The rule book, as prorata tables log names it, or how that begins.")
    private String version;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "Where to; a folder that is not there yet, or empty.")
    private Path folder;

    @Option(
            names = "--language",
            paramLabel = "en|fr|both",
            defaultValue = "both",
            description = "Language of the explanations (default: both).")
    private String language;

    private final Supplier<RuleBooks> books;
    private WrittenWorkbooks workbooks;

    TablesExport(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    void look() throws IOException {
        workbooks = new WrittenWorkbooks(folder, false, language);
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
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Session session) throws IOException {
        BookStore stored = new BookStore(session);
        String found = stored.version(version);
        List<Path> files = workbooks.write(
                stored.load(found),
                new HelperSheets(session).of(found, books.get().newest().version()),
                null);
        out().println(sentences().text("tables.book.exported", files.size(), found, folder.toString()));
        return Status.DONE;
    }
}
