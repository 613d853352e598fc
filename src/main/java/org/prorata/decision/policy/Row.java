package org.prorata.decision.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.prorata.decision.TableRow;

/** A validated row of a table: its place and its values by column name, null for an empty cell. */
public record Row(TableRow ref, Map<String, Object> values) {

    public String text(String column) {
        return (String) values.get(column);
    }

    public BigDecimal decimal(String column) {
        return (BigDecimal) values.get(column);
    }

    public Integer integer(String column) {
        return (Integer) values.get(column);
    }

    public LocalDate date(String column) {
        return (LocalDate) values.get(column);
    }

    /** A yes/no cell; an empty one is no. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(values.get(column));
    }

    /** A cell from a closed list as a constant of an enum, null when empty. */
    public <E extends Enum<E>> E choice(String column, Class<E> kind) {
        String text = text(column);
        return text == null ? null : Enum.valueOf(kind, text.toUpperCase(java.util.Locale.ROOT));
    }
}
