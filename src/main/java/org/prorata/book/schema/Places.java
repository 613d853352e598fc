package org.prorata.book.schema;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;

/** In which column of a workbook's sheet each header stands. */
public final class Places {

    private final Map<String, Map<String, Integer>> columns = new HashMap<>();

    public void learn(String sheet, Map<Integer, Column> headers) {
        Map<String, Integer> at = columns.computeIfAbsent(sheet, key -> new HashMap<>());
        headers.forEach((index, column) -> at.put(column.name(), index));
    }

    /** {@code workbook!sheet!cell}; where the column is not known, row and header. */
    public String of(String sheet, int row, String column) {
        Integer index = columns.getOrDefault(sheet, Map.of()).get(column);
        return sheet + "!"
                + (index == null
                        ? "row " + row + " " + column
                        : new CellReference(row - 1, index).formatAsString(false));
    }
}
