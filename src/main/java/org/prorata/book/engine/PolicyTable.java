package org.prorata.book.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.prorata.book.schema.Table;
import org.prorata.decision.policy.Query;
import org.prorata.decision.policy.Row;

/** One policy table of a book: its rows, the rules made of them, and the answers given so far. */
final class PolicyTable {

    /** Stands among the answers where no row answers. */
    static final Object NONE = new Object();

    /** Answers kept; past that they are worked out again, so that hostile keys cannot fill the memory. */
    private static final int KEPT = 10_000;

    /** Places for the answers given last, a power of two: neighbours in a portfolio mostly ask the same few. */
    private static final int RECENT = 16;

    private final Table table;
    private final RowRules rules;
    private final Map<Integer, Row> rows;
    private final Stretches stretches;

    private final Map<Key, Object> answers = new ConcurrentHashMap<>();
    private final Recent[] recent = new Recent[RECENT];

    PolicyTable(Table table, RowRules rules) {
        this.table = table;
        this.rules = rules;
        rows = table.rows().stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.ref().row(), row -> row));
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Row row : table.rows()) {
            if (row.date("valid_from") != null) {
                days.add(row.date("valid_from"));
            }
            if (row.date("valid_to") != null) {
                days.add(row.date("valid_to").plusDays(1));
            }
        }
        stretches = new Stretches(List.copyOf(days));
    }

    /** This very table where nothing changed, else one that compiles only what did. */
    PolicyTable with(Table changed) {
        return changed.equals(table) ? this : new PolicyTable(changed, rules.with(changed));
    }

    /** The same table without the answers given so far. */
    PolicyTable apart() {
        return new PolicyTable(table, rules);
    }

    Row row(int number) {
        return rows.get(number);
    }

    /** Numbers of the rows that answer. */
    List<Integer> hits(Query query) {
        return rules.hits(query);
    }

    /** The answer kept, null when there is none. */
    Object known(Key key) {
        return answers.get(key);
    }

    void keep(Key key, Object answer) {
        if (answers.size() < KEPT) {
            answers.put(key, answer);
        }
    }

    /** The answer given lately, null when it was another; a racing thread at worst finds none, as entries never change. */
    Recent recent(int stretch, String[] values) {
        Recent found = recent[place(stretch, values)];
        return found != null && found.key().holds(stretch, values) ? found : null;
    }

    void recent(Key key, Object answer) {
        recent[place(key.stretch(), key.values())] = new Recent(key, answer);
    }

    private static int place(int stretch, String[] values) {
        int hash = stretch;
        for (String value : values) {
            hash = 31 * hash + value.hashCode();
        }
        return (hash ^ hash >>> 16) & RECENT - 1;
    }

    /** Which stretch of days between two changes of validity a day lies in. */
    int stretch(LocalDate on) {
        return stretches.of(on);
    }

    /** What an answer depends on. */
    record Key(String[] values, int stretch) {

        boolean holds(int otherStretch, String[] otherValues) {
            return stretch == otherStretch && Arrays.equals(values, otherValues);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && holds(that.stretch, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values) * 31 + stretch;
        }
    }

    /** An answer given lately. */
    record Recent(Key key, Object answer) {}
}
