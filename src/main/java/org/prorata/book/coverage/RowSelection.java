package org.prorata.book.coverage;

import java.util.List;
import java.util.Map;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.policy.Row;

/**
 * Terms that have a row of some sheet whose cells hold certain values.
 *
 * @param cells     the values by column; the empty text: an empty cell
 * @param otherwise whether the cells must hold something else
 */
record RowSelection(String sheet, Map<String, List<String>> cells, boolean otherwise) {

    static final String TERMS = "terms";

    /** Terms with any row. */
    static RowSelection rows(String sheet) {
        return new RowSelection(sheet, Map.of(), false);
    }

    static RowSelection cell(String sheet, String column, String... values) {
        return new RowSelection(sheet, Map.of(column, List.of(values)), false);
    }

    RowSelection not() {
        return new RowSelection(sheet, cells, !otherwise);
    }

    /** Whether the terms have such a row; a row without terms is one of all. */
    boolean holds(String terms, Tables tables) {
        return tables.all().stream()
                .filter(table -> table.sheet().id().equals(sheet))
                .map(Table::rows)
                .flatMap(List::stream)
                .filter(row -> row.text(TERMS) == null || row.text(TERMS).equals(terms))
                .anyMatch(row -> otherwise
                        != cells.entrySet().stream()
                                .allMatch(cell -> cell.getValue().contains(text(row, cell.getKey()))));
    }

    private static String text(Row row, String column) {
        Object value = row.values().get(column);
        return value == null ? "" : CellText.of(value);
    }
}
