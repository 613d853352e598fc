package org.prorata.decision.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One question to a policy table: which row holds for these keys on that day? The rows, compiled to rules, answer by
 * {@link #hit(int)}. Values are the canonical texts of cells; the empty text matches only rows that leave the key open, null any
 * row.
 */
public final class Query {

    private final TableId table;
    private final String[] values;
    private final int day;
    private final List<Integer> hits = new ArrayList<>(1);

    public Query(TableId table, LocalDate on, String... values) {
        if (values.length != table.keys().size()) {
            throw new IllegalArgumentException(table.name() + " has the keys " + table.keys());
        }
        this.table = table;
        this.values = values;
        this.day = (int) on.toEpochDay();
    }

    public TableId table() {
        return table;
    }

    /** For the rows' rules: whether the query is for this table. */
    public boolean asks(String name) {
        return table.name().equals(name);
    }

    /** For the rows' rules: whether a key has a value. */
    public boolean is(String key, String value) {
        String asked = values[table.keys().indexOf(key)];
        return asked == null || asked.equals(value);
    }

    /** For the rows' rules: whether the day lies between two epoch days, both included. */
    public boolean holds(int firstDay, int lastDay) {
        return day >= firstDay && day <= lastDay;
    }

    /** For the rows' rules: the row with this number holds. */
    public void hit(int row) {
        hits.add(row);
    }

    public List<Integer> hits() {
        return hits;
    }

    /** The keys and day as an error message shows them. */
    public String shown() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(table.keys().get(i))
                    .append(" = ")
                    .append(shown(values[i]))
                    .append(", ");
        }
        return text + "on " + LocalDate.ofEpochDay(day);
    }

    private static String shown(String value) {
        return value == null ? "(any)" : value.isEmpty() ? "(none)" : value;
    }
}
