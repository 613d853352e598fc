package org.prorata.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.Workbooks;
import org.prorata.contract.document.KnownTerms;

/** The shipped rules and tables, compiled once for all tests, and the demo portfolio. */
public final class TestBook {

    private static final Path PORTFOLIO = Path.of("src", "demo", "portfolio");
    private static BookSource source;
    private static RuleBook book;

    private TestBook() {}

    public static synchronized BookSource source() {
        if (source == null) {
            try (Stream<Path> files = Files.list(Path.of("rules"))) {
                Map<String, String> rules = new TreeMap<>();
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".drl")).toList()) {
                    rules.put(file.getFileName().toString(), Files.readString(file));
                }
                Tables tables = Workbooks.read(Path.of("spreadsheets"), Shipped.sheets());
                source = new BookSource(rules, tables, BookSource.CALCULATION);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return source;
    }

    public static synchronized RuleBook book() {
        if (book == null) {
            book = RuleBook.compile(source());
        }
        return book;
    }

    public static KnownTerms terms() {
        return new KnownTerms(source().tables().table("contract-terms!term").rows().stream()
                .collect(Collectors.toMap(
                        row -> row.text("terms"),
                        row -> row.integer("first_months") == null && !row.flag("open_ended"),
                        Boolean::logicalOr)));
    }

    /** The files of the demo portfolio, in order. */
    public static List<Path> portfolio() {
        try (Stream<Path> files = Files.walk(PORTFOLIO)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
