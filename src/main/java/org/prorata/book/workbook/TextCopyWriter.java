package org.prorata.book.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.policy.Row;

/** Writes text copies: a row that fits on a line is one line, a longer one has a line for each cell. */
final class TextCopyWriter {

    private static final int LONGEST_LINE = 400;
    // what every YAML reader takes for a string, date or number without quotes
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-][A-Za-z0-9 ._/()%+-]*(?<! )");

    private TextCopyWriter() {}

    static String write(Tables tables, List<Table> helpers, String workbook) {
        StringBuilder out = new StringBuilder("# text twin of " + workbook + ".xlsx\nsheets:\n");
        for (Table table : tables.all()) {
            if (table.sheet().workbook().equals(workbook)) {
                out.append("  ")
                        .append(table.sheet().name())
                        .append(table.rows().isEmpty() ? ": []\n" : ":\n");
                table.rows().forEach(row -> out.append(row("    ", table.sheet(), row)));
            }
        }
        for (Table table : helpers) {
            if (table.sheet().workbook().equals(workbook) && !table.rows().isEmpty()) {
                out.append(table.sheet().name()).append(":\n");
                table.rows().forEach(row -> out.append(row("  ", table.sheet(), row)));
            }
        }
        return out.toString();
    }

    private static String row(String indent, Sheet sheet, Row row) {
        List<String> cells = new ArrayList<>();
        cells.add("row: " + row.ref().row());
        for (Column column : sheet.columns()) {
            Object value = row.values().get(column.name());
            if (value != null) {
                cells.add(column.name() + ": " + text(value));
            }
        }
        String line = indent + "- {" + String.join(", ", cells) + "}\n";
        return line.length() <= LONGEST_LINE ? line : indent + "- " + String.join("\n" + indent + "  ", cells) + "\n";
    }

    private static String text(Object value) {
        if (value instanceof List<?>) {
            return "[" + CellText.of(value).replace(",", ", ") + "]";
        }
        String text = CellText.of(value);
        if (!(value instanceof String) || PLAIN.matcher(text).matches() && !text.startsWith("- ")) {
            return text;
        }
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
