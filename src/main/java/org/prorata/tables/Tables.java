package org.prorata.tables;

import java.util.List;

/** The validated content of all workbooks of a rule book. Immutable. */
public record Tables(List<Table> all) {

    public Tables {
        all = List.copyOf(all);
    }

    /** The table of a sheet, by {@code workbook!sheet}. */
    public Table table(String id) {
        return all.stream().filter(t -> t.sheet().id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + id));
    }
}
