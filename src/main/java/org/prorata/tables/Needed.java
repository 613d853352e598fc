package org.prorata.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prorata.decision.Reason;

/** When a cell must hold a value: as soon as other cells of its row all hold what they name here. */
record Needed(List<Cell> with) {

    /** Another cell of the row; no values: any value. */
    record Cell(String column, List<String> values) {

        boolean holds(Object value) {
            return value != null && (values.isEmpty() || values.contains(CellText.of(value)));
        }

        Reason shown() {
            return values.isEmpty() ? Wording.word(column) : Reason.of("tables.with", column, Wording.oneOf(values));
        }
    }

    static Needed with(String column, String... values) {
        return new Needed(List.of(new Cell(column, List.of(values))));
    }

    Needed and(String column, String... values) {
        return new Needed(Stream.concat(with.stream(), with(column, values).with().stream()).toList());
    }

    boolean holds(Map<String, Object> row) {
        return with.stream().allMatch(cell -> cell.holds(row.get(cell.column())));
    }

    /** What the other cells hold, as messages say it. */
    Reason shown() {
        return with.stream().map(Cell::shown).reduce((a, b) -> Reason.of("tables.and", a, b)).orElseThrow();
    }
}
