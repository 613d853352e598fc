package org.prorata.book.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.Query;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.Series;
import org.prorata.decision.policy.TableId;

/**
 * Answers queries to the tables of one book through the rules made of their rows, and keeps the answers: an answer
 * depends on the keys and on the stretch of days between two changes of validity, so each is worked out once.
 */
final class BookPolicies implements Policies {

    private final Map<String, PolicyTable> tables;
    private final Map<String, IndexedSeries> series;
    /** Filled as tables are asked; a racing thread may fill the same place again with the same table. */
    private volatile PolicyTable[] byNumber = {};

    private BookPolicies(Map<String, PolicyTable> tables, Map<String, IndexedSeries> series) {
        this.tables = tables;
        this.series = series;
    }

    /** @param base holds the rules of the tables' rows */
    BookPolicies(KieBase base, Tables tables) {
        this(
                each(
                        tables,
                        Sheet::policy,
                        table -> table.sheet().id(),
                        table -> new PolicyTable(table, new RowRules(base, table))),
                each(tables, Sheet::series, table -> table.sheet().name(), IndexedSeries::new));
    }

    /** The same for other content of the same sheets; what did not change is shared, answers included. */
    BookPolicies with(Tables changed) {
        return new BookPolicies(
                each(
                        changed,
                        Sheet::policy,
                        table -> table.sheet().id(),
                        table -> tables.get(table.sheet().id()).with(table)),
                each(
                        changed,
                        Sheet::series,
                        table -> table.sheet().name(),
                        table -> series.get(table.sheet().name()).with(table)));
    }

    /** The same tables with answers of their own. */
    BookPolicies apart() {
        return new BookPolicies(
                tables.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, each -> each.getValue().apart())),
                series);
    }

    private static <T> Map<String, T> each(
            Tables tables, Predicate<Sheet> kind, Function<Table, String> name, Function<Table, T> make) {
        return tables.all().stream()
                .filter(table -> kind.test(table.sheet()))
                .collect(Collectors.toUnmodifiableMap(name, make));
    }

    @Override
    public <T> T require(TableId table, Function<Row, T> as, LocalDate on, String... values) {
        T found = find(table, as, on, values);
        if (found == null) {
            throw new CannotDecide(
                    "no-table-row", "no row of " + table.name() + " for " + new Query(table, on, values).shown());
        }
        return found;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T find(TableId id, Function<Row, T> as, LocalDate on, String... values) {
        PolicyTable table = table(id);
        int stretch = table.stretch(on);
        PolicyTable.Recent recent = table.recent(stretch, values);
        if (recent != null) {
            return recent.answer() == PolicyTable.NONE ? null : (T) recent.answer();
        }
        PolicyTable.Key key = new PolicyTable.Key(values, stretch);
        Object known = table.known(key);
        if (known == null) {
            Row row = one(table, new Query(id, on, values));
            known = row == null ? PolicyTable.NONE : as.apply(row);
            table.keep(key, known);
        }
        table.recent(key, known);
        return known == PolicyTable.NONE ? null : (T) known;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> all(TableId id, Function<Row, T> as, LocalDate on, String... values) {
        PolicyTable table = table(id);
        PolicyTable.Key key = new PolicyTable.Key(values, table.stretch(on));
        Object known = table.known(key);
        if (known == null) {
            known = table.hits(new Query(id, on, values)).stream()
                    .sorted()
                    .map(number -> as.apply(table.row(number)))
                    .toList();
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

    private Row one(PolicyTable table, Query query) {
        List<Integer> hits = table.hits(query);
        if (hits.size() > 1) {
            throw new CannotDecide(
                    "two-table-rows",
                    "rows " + hits.stream().sorted().map(String::valueOf).collect(Collectors.joining(" and ")) + " of "
                            + query.table().name() + " both answer " + query.shown());
        }
        return hits.isEmpty() ? null : table.row(hits.get(0));
    }
}
