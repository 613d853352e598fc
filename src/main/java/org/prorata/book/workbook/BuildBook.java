package org.prorata.book.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.Compiler;
import org.prorata.book.schema.CanonicalTables;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Tables;
import org.prorata.book.schema.WorkbookErrors;

/**
 * Prepares the shipped rule book while the project is built: checks the workbooks, writes their content where the
 * program finds it without reading a workbook, and lays the rules of files and rows out for compilation ahead of time.
 */
public final class BuildBook {

    private BuildBook() {}

    /**
     * @param args folder of the rules, folder of the workbooks, root of the KIE project to lay out, folder of the
     *             program's resources
     */
    public static void main(String[] args) throws IOException {
        BookSource source;
        try {
            source = source(Path.of(args[0]), Path.of(args[1]));
        } catch (WorkbookErrors e) {
            e.problems().forEach(System.err::println);
            throw new IllegalArgumentException("the workbooks have errors", e);
        }
        Path project = Path.of(args[2]);
        Path rules = project.resolve("src/main/resources/org/prorata/rules");
        write(
                project.resolve("src/main/resources/META-INF/kmodule.xml"),
                "<kmodule xmlns=\"http://www.drools.org/xsd/kmodule\"/>\n");
        for (Map.Entry<String, String> file : source.rules().entrySet()) {
            write(rules.resolve(packageFolder(file.getValue())).resolve(file.getKey()), file.getValue());
        }
        for (Map.Entry<String, String> file :
                Compiler.tableRules(source.tables()).entrySet()) {
            write(rules.resolve("tables").resolve(file.getKey()), file.getValue());
        }
        Path book = Path.of(args[3]).resolve("prorata/book");
        for (Map.Entry<String, String> file : source.rules().entrySet()) {
            write(book.resolve(file.getKey()), file.getValue());
        }
        write(book.resolve("index.txt"), String.join("\n", source.rules().keySet()) + "\n");
        write(book.resolve("tables.txt"), CanonicalTables.write(source.tables()));
        write(book.resolve("helpers.txt"), Helpers.written(Path.of(args[1])));
    }

    /** The source of the book that folders of rules and workbooks make. */
    public static BookSource source(Path rules, Path workbooks) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(rules)) {
            files.filter(file -> file.toString().endsWith(".drl")).forEach(file -> {
                try {
                    texts.put(file.getFileName().toString(), Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Tables tables = Workbooks.read(workbooks, Shipped.sheets());
        return new BookSource(texts, tables, BookSource.CALCULATION);
    }

    private static String packageFolder(String drl) {
        String first = drl.lines()
                .filter(line -> line.startsWith("package "))
                .findFirst()
                .orElseThrow();
        return first.substring(first.lastIndexOf('.') + 1).strip();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
