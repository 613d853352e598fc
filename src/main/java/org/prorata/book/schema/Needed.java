package org.prorata.book.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prorata.decision.Reason;

/** When a cell must hold a value: as soon as other cells of its row all hold what they name here. */
public record Needed(List<Cell> with) {

    /**
     * Another cell of the row.
     *
     * @param values empty: any value; null: none
     */
    record Cell(String column, List<String> values) {

        boolean holds(Object value) {
            return values == null
                    ? value == null
                    : value != null && (values.isEmpty() || values.contains(CellText.of(value)));
        }

        public Reason shown() {
            return values == null
                    ? Reason.of("tables.with_empty", column)
                    : values.isEmpty() ? Wording.word(column) : Reason.of("tables.with", column, Wording.oneOf(values));
        }
    }

    /** As soon as another cell of the row is empty. */
    static Needed without(String column) {
        return new Needed(List.of(new Cell(column, null)));
    }

    static Needed with(String column, String... values) {
        return new Needed(List.of(new Cell(column, List.of(values))));
    }

    Needed and(String column, String... values) {
        return new Needed(Stream.concat(with.stream(), with(column, values).with().stream())
                .toList());
    }

    boolean holds(Map<String, Object> row) {
        return with.stream().allMatch(cell -> cell.holds(row.get(cell.column())));
    }

    /** What the other cells hold, as messages say it. */
    public Reason shown() {
        return with.stream()
                .map(Cell::shown)
                .reduce((a, b) -> Reason.of("tables.and", a, b))
                .orElseThrow();
    }
}
