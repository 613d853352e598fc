package org.prorata.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.prorata.engine.RuleBooks;
import org.prorata.tables.Helpers;
import org.prorata.tables.Table;
import org.prorata.tables.Tables;
import org.prorata.tables.WorkbookWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prorata tables new}: the workbooks of the newest rule book, to be edited in a spreadsheet program. */
@Command(name = "new", description = "Writes the workbooks of the newest rule book, with their tests, to be edited.",
        mixinStandardHelpOptions = true)
final class TablesNew implements Callable<Integer> {

    private final Supplier<RuleBooks> books;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORKBOOK", description = "Only these, such as late-payment.")
    private List<String> wanted;

    @Option(names = "--to", paramLabel = "DIR", defaultValue = ".", description = "Folder to write to (default: this one).")
    private Path folder;

    @Option(names = "--language", paramLabel = "en|fr|both", defaultValue = "both", description = "Language of the explanations (default: both).")
    private String language;

    @Option(names = "--force", description = "Overwrites workbooks that are there already.")
    private boolean force;

    TablesNew(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    public Integer call() {
        try {
            return write();
        } catch (BadInput e) {
            return refused(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int write() throws IOException {
        List<String> languages = language.equals("both") ? WorkbookWriter.LANGUAGES : List.of(language);
        if (!WorkbookWriter.LANGUAGES.containsAll(languages)) {
            return refused("--language " + language + ": not known; en, fr or both");
        }
        Tables tables = books.get().newest().source().tables();
        List<String> known = tables.all().stream().map(table -> table.sheet().workbook()).distinct().toList();
        for (String name : wanted == null ? List.<String>of() : wanted) {
            if (!known.contains(name)) {
                return refused("\"" + name + "\": no workbook of that name is known; " + String.join(", ", known));
            }
        }
        List<String> names = wanted == null ? known : wanted;
        List<Path> there = names.stream().map(this::file).filter(Files::exists).toList();
        if (!force && !there.isEmpty()) {
            return refused(there.get(0) + ": is there already, and nothing was written; --force overwrites it, --to DIR names another folder");
        }
        Files.createDirectories(folder);
        List<Table> helpers = Helpers.shipped();
        for (String name : names) {
            ResultFile.write(file(name), out -> WorkbookWriter.write(tables, helpers, name, languages, out));
            spec.commandLine().getOut().println(file(name));
        }
        return Status.DONE;
    }

    private Path file(String name) {
        return folder.resolve(name + ".xlsx").normalize();
    }

    private int refused(String message) {
        spec.commandLine().getErr().println(message);
        return Status.BAD_INPUT;
    }
}
