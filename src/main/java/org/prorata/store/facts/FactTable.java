package org.prorata.store.facts;

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
import org.prorata.store.base.ContractRange;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Session;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * One kind of fact and its table.
 *
 * @param columns  the columns beside those that every table of facts has
 * @param facts    the facts of a dossier in their order
 * @param identity what makes two versions the same fact: an id where there is one, else the whole content
 * @param cells    the values of the columns
 * @param read     the fact of a row
 */
public record FactTable<T>(
        String name,
        List<String> columns,
        Function<Dossier, List<T>> facts,
        Function<T, Object> identity,
        Function<T, Object[]> cells,
        Reader<T> read) {

    private static final List<String> COMMON = List.of("contract_id", "number", "recording", "removed", "place");
    /** Columns that are read before those of the fact. */
    private static final int READ_BEFORE = 4;

    private static final Comparator<NewestFact<?>> PLACE = Comparator.comparing(NewestFact::place);

    /** Makes a fact of the columns of a row, read in their order. */
    interface Reader<T> {
        T read(FactRow row) throws SQLException;
    }

    /** By contract the newest version of every fact up to a recording, removed ones included, in their order. */
    Map<String, List<NewestFact<T>>> known(Session session, Collection<String> contracts, long recording) {
        return known(session, ContractRange.of(session, contracts), recording);
    }

    /**
     * The same, and perhaps of other contracts too. All versions are read, as most facts have one: to sort older ones out takes
     * the database longer than to send them.
     */
    Map<String, List<NewestFact<T>>> known(Session session, ContractRange contracts, long recording) {
        String sql = "select contract_id, number, removed, place, " + String.join(", ", columns) + " from " + name
                + " where " + contracts.sql() + " and recording <= ? order by contract_id, number, recording";
        return contracts.given(session.client().sql(sql)).param(recording).query((ResultSetExtractor<
                        Map<String, List<NewestFact<T>>>>)
                this::known);
    }

    private Map<String, List<NewestFact<T>>> known(ResultSet rows) throws SQLException {
        Map<String, List<NewestFact<T>>> known = new HashMap<>();
        FactRow row = new FactRow(rows, READ_BEFORE);
        String contract = null;
        List<NewestFact<T>> facts = null;
        while (rows.next()) {
            String id = rows.getString(1);
            if (!id.equals(contract)) {
                contract = id;
                facts = new ArrayList<>();
                known.put(contract, facts);
            }
            NewestFact<T> version = new NewestFact<>(
                    rows.getInt(2), rows.getBigDecimal(4), rows.getBoolean(3), read.read(row.begin(contract)));
            int last = facts.size() - 1;
            if (last >= 0 && facts.get(last).number() == version.number()) {
                facts.set(last, version);
            } else {
                facts.add(version);
            }
        }
        known.values().forEach(FactTable::order);
        return known;
    }

    private static <T> void order(List<NewestFact<T>> facts) {
        if (facts.size() > 1) {
            facts.sort(PLACE);
        }
    }

    /** Rows of facts, with the columns that not all of them have behind the others. */
    CopyRows rows(String... more) {
        List<String> all = new ArrayList<>(COMMON);
        all.addAll(columns);
        all.addAll(List.of(more));
        return new CopyRows(name, all);
    }

    void add(CopyRows rows, String contract, long recording, NewestFact<T> version, Object... more) {
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
