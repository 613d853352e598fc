package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.prorata.book.engine.BookSource;
import org.prorata.book.schema.ClauseSheets;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.WorkbookWriter;

/** Workbooks of a rule book in a folder, ready to be edited. */
final class WrittenWorkbooks {

    private final Path folder;
    private final boolean overwrite;
    private final List<String> languages;

    /** @param language {@code en}, {@code fr} or {@code both} */
    WrittenWorkbooks(Path folder, boolean overwrite, String language) {
        this.folder = folder;
        this.overwrite = overwrite;
        this.languages = language.equals("both") ? WorkbookWriter.LANGUAGES : List.of(language);
        if (!WorkbookWriter.LANGUAGES.containsAll(languages)) {
            throw new BadInput("--language " + language + ": not known; en, fr or both");
        }
    }

    /**
     * Writes them all, or none.
     *
     * @param wanted names of workbooks; null: all
     * @param helpers sheets beside the tables
     */
    List<Path> write(BookSource book, List<Table> helpers, List<String> wanted) throws IOException {
        Tables tables = ClauseSheets.known(book.tables());
        String version = book.version();
        List<String> known = tables.all().stream()
                .map(table -> table.sheet().workbook())
                .distinct()
                .toList();
        List<String> names = wanted == null ? known : wanted;
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new BadInput("\"" + name + "\": no workbook of that name is known; " + String.join(", ", known));
        });
        List<Path> files = names.stream()
                .map(name -> folder.resolve(name + ".xlsx").normalize())
                .toList();
        files.stream()
                .filter(file -> !overwrite && Files.exists(file))
                .findFirst()
                .ifPresent(file -> {
                    throw new BadInput(
                            file
                                    + ": is there already, and nothing was written; --force overwrites it, --to DIR names another folder");
                });
        Files.createDirectories(folder);
        for (int i = 0; i < files.size(); i++) {
            String name = names.get(i);
            ResultFile.write(files.get(i), out -> WorkbookWriter.write(tables, helpers, name, languages, version, out));
        }
        return files;
    }
}
