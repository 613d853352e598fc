package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBooks;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables new}: the workbooks of a rule book, to be edited in a spreadsheet program. */
@Command(
        name = "new",
        description = "Writes the workbooks of a rule book, with their tests, to be edited.",
        mixinStandardHelpOptions = true)
final class TablesNew extends BookCommand {

    @Parameters(arity = "0..*", paramLabel = "WORKBOOK", description = "Only these, such as late-payment.")
    private List<String> wanted;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder to write to (default: this one).")
    private Path folder;

    @Option(
            names = "--language",
            paramLabel = "en|fr|both",
            defaultValue = "both",
            description = "Language of the explanations (default: both).")
    private String language;

    @Option(names = "--force", description = "Overwrites workbooks that are there already.")
    private boolean force;

    private WrittenWorkbooks workbooks;

    TablesNew(Supplier<RuleBooks> books) {
        super(books);
    }

    @Override
    void look() {
        workbooks = new WrittenWorkbooks(folder, force, language);
    }

    @Override
    int run(Session session) throws IOException {
        BookSource book = book(session);
        workbooks.write(book, helpers(session, book), wanted).forEach(out()::println);
        if (session == null) {
            err().println(sentences().text("tables.book.shipped", book.version()));
        }
        return Status.DONE;
    }
}
