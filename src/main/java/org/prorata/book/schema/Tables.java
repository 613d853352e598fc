package org.prorata.book.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The validated content of all workbooks of a rule book. Immutable. */
public record Tables(List<Table> all) {

    public Tables {
        all = List.copyOf(all);
    }

    /** The table of a sheet, by {@code workbook!sheet}. */
    public Table table(String id) {
        return all.stream()
                .filter(t -> t.sheet().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + id));
    }

    /** The tables by {@code workbook!sheet}, in their order. */
    public Map<String, Table> byId() {
        Map<String, Table> byId = new LinkedHashMap<>();
        all.forEach(table -> byId.put(table.sheet().id(), table));
        return byId;
    }

    /** These tables, those of the same sheets replaced in their places. */
    public Tables with(Tables others) {
        Map<String, Table> together = byId();
        together.putAll(others.byId());
        return new Tables(List.copyOf(together.values()));
    }
}
