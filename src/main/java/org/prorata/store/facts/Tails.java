package org.prorata.store.facts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.store.base.Session;

/**
 * Where the facts of contracts end in one table, so that new ones get the next number and place. What was looked up is
 * kept from chunk to chunk as long as nobody else has recorded anything meanwhile.
 */
final class Tails {

    /** More contracts than that are looked up again. */
    private static final int MOST = 200_000;

    private final Session session;
    private final FactTable<?> table;
    private final Map<String, Tail> tails = new HashMap<>();
    private long last;

    /** The highest number and place of a contract. */
    private record Tail(int number, BigDecimal place) {}

    Tails(Session session, FactTable<?> table) {
        this.session = session;
        this.table = table;
    }

    /** Gets ready for facts of contracts under a recording, whose lock is held. */
    void under(long recording, Collection<String> contracts) {
        if (recording != last && before(recording) != last || tails.size() > MOST) {
            tails.clear();
        }
        last = recording;
        List<String> unknown = contracts.stream()
                .filter(id -> !tails.containsKey(id))
                .distinct()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        unknown.forEach(id -> tails.put(id, new Tail(0, BigDecimal.ZERO)));
        session.client()
                .sql("select contract_id, max(number), max(place) from " + table.name()
                        + " where contract_id = any(?) group by contract_id")
                .param(unknown.toArray(String[]::new))
                .query(row -> {
                    tails.put(row.getString(1), new Tail(row.getInt(2), row.getBigDecimal(3)));
                });
    }

    /** The next number and place for a fact of a contract. */
    <T> NewestFact<T> next(String contract, T fact) {
        Tail tail = tails.compute(
                contract, (id, end) -> new Tail(end.number() + 1, end.place().add(BigDecimal.ONE)));
        return new NewestFact<>(tail.number(), tail.place(), false, fact);
    }

    private long before(long recording) {
        return session.client()
                .sql("select coalesce(max(id), 0) from recording where id < ?")
                .param(recording)
                .query(Long.class)
                .single();
    }
}
