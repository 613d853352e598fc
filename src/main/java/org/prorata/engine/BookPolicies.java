package org.prorata.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.prorata.decision.CannotDecide;
import org.prorata.policy.Policies;
import org.prorata.policy.Query;
import org.prorata.policy.Row;
import org.prorata.policy.Series;
import org.prorata.policy.TableId;
import org.prorata.tables.Table;
import org.prorata.tables.Tables;

/**
 * Answers queries to the tables of one book through the rules made of their rows, and keeps the answers: an answer
 * depends on the keys and on the stretch of days between two changes of validity, so each is worked out once.
 */
final class BookPolicies implements Policies {

    /** Answers kept per table; past that they are worked out again, so that hostile keys cannot fill the memory. */
    private static final int KEPT = 10_000;

    private final KieBase base;
    private final Map<String, PolicyTable> tables;
    private final Map<String, Series> series;
    /** Filled as tables are asked; a racing thread may fill the same place again with the same table. */
    private volatile PolicyTable[] byNumber = {};

    BookPolicies(KieBase base, Tables tables) {
        this.base = base;
        this.tables = tables.all().stream().filter(t -> !t.sheet().series())
                .collect(Collectors.toUnmodifiableMap(t -> t.sheet().id(), PolicyTable::new));
        this.series = tables.all().stream().filter(t -> t.sheet().series())
                .collect(Collectors.toUnmodifiableMap(t -> t.sheet().name(), IndexedSeries::new));
    }

    @Override
    public <T> T require(TableId table, Function<Row, T> as, LocalDate on, String... values) {
        T found = find(table, as, on, values);
        if (found == null) {
            throw new CannotDecide("no-table-row", "no row of " + table.name() + " for "
                    + new Query(table, on, values).shown());
        }
        return found;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T find(TableId id, Function<Row, T> as, LocalDate on, String... values) {
        PolicyTable table = table(id);
        int stretch = table.stretch(on);
        Last last = table.last;
        if (last != null && last.key.stretch == stretch && Arrays.equals(last.key.values, values)) {
            return last.answer == NONE ? null : (T) last.answer;
        }
        Key key = new Key(values, stretch);
        Object known = table.answers.get(key);
        if (known == null) {
            Row row = one(table, new Query(id, on, values));
            known = row == null ? NONE : as.apply(row);
            table.keep(key, known);
        }
        table.last = new Last(key, known);
        return known == NONE ? null : (T) known;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> all(TableId id, Function<Row, T> as, LocalDate on, String... values) {
        PolicyTable table = table(id);
        Key key = new Key(values, table.stretch(on));
        Object known = table.answers.get(key);
        if (known == null) {
            known = ask(new Query(id, on, values)).stream().sorted().map(number -> as.apply(table.rows.get(number))).toList();
            table.keep(key, known);
        }
        return (List<T>) known;
    }

    private PolicyTable table(TableId id) {
        PolicyTable[] known = byNumber;
        if (id.number() < known.length && known[id.number()] != null) {
            return known[id.number()];
        }
        PolicyTable table = tables.get(id.name());
        if (table == null) {
            throw new IllegalArgumentException("the rule book has no table " + id.name());
        }
        PolicyTable[] more = Arrays.copyOf(known, Math.max(known.length, id.number() + 1));
        more[id.number()] = table;
        byNumber = more;
        return table;
    }

    @Override
    public Series series(String name) {
        Series found = series.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the rule book has no series " + name);
        }
        return found;
    }

    private List<Integer> ask(Query query) {
        KieSession session = base.newKieSession();
        try {
            session.insert(query);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return query.hits();
    }

    private Row one(PolicyTable table, Query query) {
        List<Integer> hits = ask(query);
        if (hits.size() > 1) {
            throw new CannotDecide("two-table-rows", "rows " + hits.stream().sorted().map(String::valueOf)
                    .collect(Collectors.joining(" and ")) + " of " + query.table().name() + " both answer " + query.shown());
        }
        return hits.isEmpty() ? null : table.rows.get(hits.get(0));
    }

    private static final Object NONE = new Object();

    private record Key(String[] values, int stretch) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && that.stretch == stretch && Arrays.equals(that.values, values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values) * 31 + stretch;
        }
    }

    /** The answer given last: neighbours in a portfolio mostly ask the same. */
    private record Last(Key key, Object answer) {
    }

    private static final class PolicyTable {

        private final Map<Integer, Row> rows;
        private final long[] changes;
        private final Map<Key, Object> answers = new ConcurrentHashMap<>();
        private volatile Last last;

        PolicyTable(Table table) {
            rows = table.rows().stream().collect(Collectors.toUnmodifiableMap(row -> row.ref().row(), row -> row));
            TreeSet<Long> days = new TreeSet<>();
            for (Row row : table.rows()) {
                if (row.date("valid_from") != null) {
                    days.add(row.date("valid_from").toEpochDay());
                }
                if (row.date("valid_to") != null) {
                    days.add(row.date("valid_to").toEpochDay() + 1);
                }
            }
            changes = days.stream().mapToLong(Long::longValue).toArray();
        }

        void keep(Key key, Object answer) {
            if (answers.size() < KEPT) {
                answers.put(key, answer);
            }
        }

        int stretch(LocalDate on) {
            if (changes.length == 0) {
                return 0;
            }
            int place = Arrays.binarySearch(changes, on.toEpochDay());
            return place >= 0 ? place + 1 : -place - 1;
        }
    }
}
