package org.prorata.book.schema;

import java.util.HashMap;
import java.util.Map;

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
        return sheet + "!" + (index == null ? "row " + row + " " + column : letters(index) + row);
    }

    /** A column as spreadsheets name it: A, B … Z, AA. */
    private static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }
}
