package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.TextCopy;

/** The shipped book with edits of its twins. */
public final class EditedBook {

    private final Map<String, String> twins = new LinkedHashMap<>();

    /** Edits the line of a row that has no line breaks. */
    public EditedBook row(String workbook, String row, String from, String to) {
        return edit(workbook, text -> text.replaceFirst("(name: " + row + ", .*)\\b" + from, "$1" + to));
    }

    /** Takes the line of a row away. */
    public EditedBook without(String workbook, String row) {
        return edit(workbook, text -> text.replaceFirst("    - \\{row: \\d+, name: " + row + ", .*\n", ""));
    }

    /** Edits the text of a twin, which has to change. */
    public EditedBook edit(String workbook, UnaryOperator<String> edit) {
        String text = twins.computeIfAbsent(workbook, EditedBook::twin);
        String edited = edit.apply(text);
        assertThat(edited).isNotEqualTo(text);
        twins.put(workbook, edited);
        return this;
    }

    private static String twin(String workbook) {
        try {
            return Files.readString(Path.of("spreadsheets", workbook + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RuleBook book() {
        return TestBook.book().with(source());
    }

    public BookSource source() {
        BookSource source = TestBook.source();
        List<Table> tables = new ArrayList<>(source.tables().all());
        twins.forEach((workbook, text) -> {
            tables.removeIf(table -> table.sheet().workbook().equals(workbook));
            tables.addAll(TextCopy.read(workbook, text, Shipped.sheets()).all());
        });
        return new BookSource(source.rules(), new Tables(tables), BookSource.CALCULATION);
    }
}
