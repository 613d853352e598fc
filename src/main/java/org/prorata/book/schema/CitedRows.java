package org.prorata.book.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prorata.decision.Reading;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;

/** Makes validated rows, with the citation that decisions carry. */
public final class CitedRows {

    /** Above the data: title, explanation, help for each column, headers. */
    public static final int HEADER_ROW = 4;

    public static final int FIRST_ROW = 5;

    private CitedRows() {}

    public static Row of(Sheet sheet, int number, Map<String, Object> values) {
        @SuppressWarnings("unchecked")
        List<String> clauses = (List<String>) values.getOrDefault("clauses", List.of());
        Object reading = values.get("reading");
        TableRow ref = new TableRow(
                sheet.workbook(),
                sheet.name(),
                number,
                clauses,
                reading == null
                        ? Reading.CONTRACT
                        : Reading.valueOf(reading.toString().toUpperCase(Locale.ROOT)),
                sheet.series() ? (String) values.get("status") : null);
        return new Row(ref, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }
}
