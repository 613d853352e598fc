package org.prorata.store.runs;

import static org.prorata.store.base.Columns.day;

import java.time.LocalDate;
import java.util.Optional;
import org.prorata.contract.Ask;
import org.prorata.store.base.Session;

/** How far runs have billed. */
public final class BilledWindows {

    private final Session session;

    public BilledWindows(Session session) {
        this.session = session;
    }

    /** The last day that any run has billed, or null. */
    public LocalDate lastBilled() {
        return session.client()
                .sql("""
                select max(to_day) as day from run r where kind = 'bill' and not preview and exists (select from invoice where run = r.id)""")
                .query((row, number) -> Optional.ofNullable(day(row, "day")))
                .single()
                .orElse(null);
    }

    /** Whether a run has billed something for a window that ends after this one. */
    public boolean billedBeyond(Ask.Bill window) {
        return session.client().sql("""
                select exists (select from run r where kind = 'bill' and not preview and to_day > ? and exists (select from invoice where run = r.id))""").param(window.to()).query(Boolean.class).single();
    }

    /** The window over which a contract was billed from a run on: from its first day to the last that any run has billed. */
    public Ask.Bill billedSince(long run) {
        return session.client()
                .sql("""
                select (select from_day from run where id = ?) as from_day, max(to_day) as to_day from run r
                where kind = 'bill' and not preview and exists (select from invoice where run = r.id)""")
                .param(run)
                .query((row, number) -> new Ask.Bill(day(row, "from_day"), day(row, "to_day")))
                .single();
    }
}
