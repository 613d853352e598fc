package org.prorata.documents;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.prorata.ledger.ResultColumn;

/** A CSV file for each part, in UTF-8. A text that a spreadsheet program would take for a formula gets an apostrophe before it. */
final class CsvFolder implements RowTarget {

    private static final String FORMULA = "=+-@\t\r\n";

    private final Path folder;
    private CsvWriter writer;

    CsvFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public void begin(String name, List<ResultColumn> columns, UnaryOperator<String> heading) throws IOException {
        close();
        writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(folder.resolve(name + ".csv"), StandardCharsets.UTF_8));
        writer.writeRecord(columns.stream().map(ResultColumn::name).map(heading).toList());
    }

    @Override
    public void row(List<Object> values) {
        List<String> cells = new ArrayList<>(values.size());
        values.forEach(value -> cells.add(text(value)));
        writer.writeRecord(cells);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }
        return value == null
                ? ""
                : value instanceof BigDecimal number
                        ? number.toPlainString()
                        : value instanceof Boolean flag ? (flag ? "yes" : "no") : value.toString();
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
