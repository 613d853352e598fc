package org.prorata.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.prorata.book.changes.TablesDiff;

/** A row that differs, as programs read it. */
final class DifferenceFields {

    private DifferenceFields() {}

    static Map<String, Object> of(TablesDiff.RowDifference difference) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("difference", difference.a() == null ? "added" : difference.b() == null ? "removed" : "changed");
        fields.put("sheet", difference.sheet());
        fields.put("row", difference.key());
        fields.put("a", difference.a());
        fields.put("b", difference.b());
        fields.put(
                "cells",
                difference.cells().stream()
                        .map(cell -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("column", cell.column());
                            one.put("a", cell.a());
                            one.put("b", cell.b());
                            return one;
                        })
                        .toList());
        return fields;
    }
}
