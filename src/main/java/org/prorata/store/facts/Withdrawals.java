package org.prorata.store.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Session;

/** Rows of files that turned out wrong: what they told ends, and their ids are free for other content. */
public final class Withdrawals {

    /** For rows {@code p} of the payments of our invoices. */
    public static final String NOT_WITHDRAWN = """
            not exists (select from withdrawal w where w.feed = 'payments' and w.external_id = p.external_id and w.turn = p.turn)""";

    private static final String PAYMENTS = "payments";

    private final Session session;

    public Withdrawals(Session session) {
        this.session = session;
    }

    /** A row that stands; {@code contract} is null for a payment of an invoice of ours, which has no versions. */
    private record StandingRow(String id, int turn, String contract, int number) {

        static StandingRow of(ResultSet row, int index) throws SQLException {
            return new StandingRow(row.getString(1), row.getInt(2), row.getString(3), row.getInt(4));
        }
    }

    /**
     * Withdraws rows of a feed, within the transaction of the thread, whose turn it is to record.
     *
     * @param recording asked for only when some stand
     * @return the ids of those that stood; the others are not known, or withdrawn already
     */
    public List<String> withdraw(String feed, Collection<String> ids, String reason, LongSupplier recording) {
        FactTable<?> table = feed.equals(PAYMENTS) ? FactTables.PAYMENT_RECEIVED : FactTables.EVENT;
        List<StandingRow> rows = new ArrayList<>(standing(table, feed, ids));
        int versions = rows.size();
        if (feed.equals(PAYMENTS)) {
            rows.addAll(session.client()
                    .sql("select p.external_id, p.turn, null, 0 from payment p where p.external_id = any(?) and "
                            + NOT_WITHDRAWN)
                    .param(ids.toArray(String[]::new))
                    .query(StandingRow::of)
                    .list());
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        long known = recording.getAsLong();
        end(table, rows.subList(0, versions), known);
        CopyRows withdrawals = new CopyRows("withdrawal", "feed", "external_id", "turn", "reason", "recording");
        rows.forEach(row -> withdrawals.row(feed, row.id(), row.turn(), reason, known));
        withdrawals.send(session);
        return rows.stream().map(StandingRow::id).toList();
    }

    /** The days on which ids were withdrawn last; the others never were. */
    public Map<String, LocalDate> days(String feed, Collection<String> ids) {
        Map<String, LocalDate> days = new HashMap<>();
        session.client().sql("""
                select w.external_id, max(r.recorded_at)::date from withdrawal w join recording r on r.id = w.recording
                where w.feed = ? and w.external_id = any(?) group by w.external_id""").param(feed).param(ids.toArray(String[]::new)).query(row -> {
            days.put(row.getString(1), row.getObject(2, LocalDate.class));
        });
        return days;
    }

    /** How often ids were withdrawn; the others never were. */
    static Map<String, Integer> turns(Session session, String feed, Collection<String> ids) {
        Map<String, Integer> turns = new HashMap<>();
        session.client()
                .sql(
                        "select external_id, count(*) from withdrawal where feed = ? and external_id = any(?) group by external_id")
                .param(feed)
                .param(ids.toArray(String[]::new))
                .query(row -> {
                    turns.put(row.getString(1), row.getInt(2));
                });
        return turns;
    }

    private List<StandingRow> standing(FactTable<?> table, String feed, Collection<String> ids) {
        return session.client()
                .sql("""
                select f.external_id, f.turn, f.contract_id, f.number from unnest(?::text[]) as told(id)
                join %s f on f.feed = ? and f.external_id = told.id
                where not exists (select from withdrawal w where w.feed = f.feed and w.external_id = f.external_id and w.turn = f.turn)""".formatted(table.name()))
                .param(ids.toArray(String[]::new))
                .param(feed)
                .query(StandingRow::of)
                .list();
    }

    /** Adds the version that says that a fact was removed; what it said is repeated, as in every version. */
    private void end(FactTable<?> table, List<StandingRow> rows, long recording) {
        String content = String.join(", ", table.columns());
        session.client()
                .sql("""
                insert into %1$s (contract_id, number, recording, removed, place, %2$s)
                select contract_id, number, ?, true, place, %2$s from (
                    select distinct on (contract_id, number) f.* from %1$s f
                    join unnest(?::text[], ?::integer[]) as told(contract_id, number) using (contract_id, number)
                    order by contract_id, number, recording desc) as newest
                where not removed""".formatted(table.name(), content))
                .param(recording)
                .param(rows.stream().map(StandingRow::contract).toArray(String[]::new))
                .param(rows.stream().map(StandingRow::number).toArray(Integer[]::new))
                .update();
    }
}
