package org.prorata.policy;

import java.util.List;

/** A policy sheet and the names of its key columns, in order. */
public record TableId(String workbook, String sheet, List<String> keys) {

    public TableId {
        keys = List.copyOf(keys);
    }

    public static TableId of(String workbook, String sheet, String... keys) {
        return new TableId(workbook, sheet, List.of(keys));
    }

    /** {@code workbook!sheet}. */
    public String name() {
        return workbook + "!" + sheet;
    }
}
