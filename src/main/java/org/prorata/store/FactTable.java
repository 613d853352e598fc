package org.prorata.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.prorata.contract.Dossier;

/**
 * One kind of fact and its table.
 *
 * @param columns  the columns beside those that every table of facts has
 * @param facts    the facts of a dossier in their order
 * @param identity what makes two versions the same fact: an id where there is one, else the whole content
 * @param cells    the values of the columns
 * @param read     the fact of a row
 */
record FactTable<T>(String name, List<String> columns, Function<Dossier, List<T>> facts, Function<T, Object> identity,
                    Function<T, Object[]> cells, Reader<T> read) {

    private static final List<String> COMMON = List.of("contract_id", "number", "recording", "removed", "place");

    /** Makes a fact of the row on which a result stands. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * By contract the newest version of every fact up to a recording, removed ones included, in their order. All versions are
     * read, as most facts have one: to sort older ones out takes the database longer than to send them.
     */
    Map<String, List<Known<T>>> known(Database database, Collection<String> contracts, long recording) {
        String sql = "select contract_id, number, removed, place, " + String.join(", ", columns) + " from " + name
                + " where contract_id = any(?) and recording <= ? order by contract_id, number, recording desc";
        Map<String, List<Known<T>>> known = new HashMap<>();
        database.client().sql(sql).param(contracts.toArray(String[]::new)).param(recording).query(row -> {
            List<Known<T>> ofContract = known.computeIfAbsent(row.getString(1), id -> new ArrayList<>());
            int number = row.getInt(2);
            if (ofContract.isEmpty() || ofContract.get(ofContract.size() - 1).number() != number) {
                ofContract.add(new Known<>(number, row.getBigDecimal(4), row.getBoolean(3), read.read(row)));
            }
        });
        known.values().forEach(facts -> facts.sort(Comparator.comparing(Known::place)));
        return known;
    }

    /** Rows of facts, with the columns that not all of them have behind the others. */
    CopyRows rows(String... more) {
        List<String> all = new ArrayList<>(COMMON);
        all.addAll(columns);
        all.addAll(List.of(more));
        return new CopyRows(name, all);
    }

    void add(CopyRows rows, String contract, long recording, Known<T> version, Object... more) {
        Object[] own = cells.apply(version.fact());
        Object[] all = new Object[COMMON.size() + own.length + more.length];
        all[0] = contract;
        all[1] = version.number();
        all[2] = recording;
        all[3] = version.removed();
        all[4] = version.place();
        System.arraycopy(own, 0, all, COMMON.size(), own.length);
        System.arraycopy(more, 0, all, COMMON.size() + own.length, more.length);
        rows.row(all);
    }
}
