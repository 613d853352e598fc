package org.prorata.store.invoices;

import static org.prorata.store.base.Columns.choice;
import static org.prorata.store.base.Columns.day;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Invoiced;
import org.prorata.ledger.BilledToDate;
import org.prorata.ledger.NewBill;
import org.prorata.ledger.Parked;
import org.prorata.ledger.Run;
import org.prorata.store.base.Columns;
import org.prorata.store.base.ContractRange;
import org.prorata.store.base.Session;

/** What is billed: opening lines, and our invoices with their lines and taxes. */
public final class Ledger {

    /** Stands for a run that would begin now. */
    public static final long NEXT = Long.MAX_VALUE;

    private final Session session;

    public Ledger(Session session) {
        this.session = session;
    }

    /** The accounts of contracts as they stood before a run wrote its lines; its openings are included. */
    public Map<String, BilledToDate> accounts(Collection<String> contracts, long run) {
        ContractRange among = ContractRange.of(session, contracts);
        Map<String, List<Billed>> opening = new HashMap<>();
        Map<String, List<BilledToDate.Line>> own = new HashMap<>();
        Map<String, LocalDate> since = new HashMap<>();
        Set<String> opened = new HashSet<>(among.given(
                        session.client().sql("select contract_id from opening where " + among.sql() + " and run <= ?"))
                .param(run)
                .query(String.class)
                .list());
        if (!opened.isEmpty()) {
            session.client()
                    .sql("select * from opening_line where contract_id = any(?)")
                    .param(opened.toArray(String[]::new))
                    .query(row -> {
                        opening.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                                .add(billed(row));
                    });
        }
        List<Long> before = before(run);
        String[] ids = contracts.toArray(String[]::new);
        if (!before.isEmpty()) {
            opened.addAll(session.client()
                    .sql("select contract_id from preview_opening where run = any(?) and contract_id = any(?)")
                    .param(before.toArray(Long[]::new))
                    .param(ids)
                    .query(String.class)
                    .list());
            session.client()
                    .sql("select * from preview_opening_line where run = any(?) and contract_id = any(?)")
                    .param(before.toArray(Long[]::new))
                    .param(ids)
                    .query(row -> {
                        opening.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                                .add(billed(row));
                    });
        }
        // the run of each invoice, not of each line: contracts have many more lines than invoices
        Map<Long, LocalDate> invoices = new HashMap<>();
        Set<Long> rebilled = new HashSet<>();
        Map<Long, LocalDate> withdrawn = new HashMap<>();
        Map<String, List<Billed>> undone = new HashMap<>();
        among.given(session.client()
                        .sql("""
                select i.id, r.from_day, c.rebilled_by, n.on_day as withdrawn from invoice i join run r on r.id = i.run
                left join cancellation c on c.invoice = i.id and (c.rebilled_by <= ? or c.rebilled_by is null
                    and (c.recording <= (select known_at from run where id = ? and not credited_as_billed) or ?))
                left join invoice n on n.id = c.credit_note
                where i.%s and i.run < ?""".formatted(among.sql()))
                        .param(run)
                        .param(run)
                        .param(run == NEXT))
                .param(run)
                .query(row -> {
                    invoices.put(row.getLong(1), day(row, "from_day"));
                    if (Columns.whole(row, "rebilled_by") != null) {
                        rebilled.add(row.getLong(1));
                    } else if (day(row, "withdrawn") != null) {
                        withdrawn.put(row.getLong(1), day(row, "withdrawn"));
                    }
                });
        if (!invoices.isEmpty()) {
            Bookings bookings = Bookings.of(session, "invoice_tax", invoices.keySet());
            among.given(session.client().sql("""
                    select contract_id, item, reason, first_day, last_day, amount, on_day, invoice, catch_up, corrects, corrects_received, tax from invoice_line
                    where %s order by contract_id, invoice, position""".formatted(among.sql()))).query(row -> {
                long invoice = row.getLong("invoice");
                if (invoices.containsKey(invoice)) {
                    if (rebilled.contains(invoice)) {
                        undone.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                                .add(billed(row, null, null));
                    } else {
                        own.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                                .add(new BilledToDate.Line(
                                        invoice,
                                        billed(row, withdrawn.get(invoice), bookings.of(row)),
                                        row.getBoolean("catch_up")));
                    }
                    since.putIfAbsent(row.getString("contract_id"), invoices.get(invoice));
                }
            });
        }
        if (!before.isEmpty()) {
            Bookings bookings = Bookings.of(
                    session,
                    "preview_tax",
                    session.client()
                            .sql("select id from preview_invoice where run = any(?) and contract_id = any(?)")
                            .param(before.toArray(Long[]::new))
                            .param(ids)
                            .query(Long.class)
                            .list());
            session.client()
                    .sql("""
                    select l.*, r.from_day from preview_line l join preview_invoice i on i.id = l.invoice join run r on r.id = i.run
                    where i.run = any(?) and i.contract_id = any(?) order by l.contract_id, l.invoice, l.position""")
                    .param(before.toArray(Long[]::new))
                    .param(ids)
                    .query(row -> {
                        own.computeIfAbsent(row.getString("contract_id"), id -> new ArrayList<>())
                                .add(new BilledToDate.Line(
                                        row.getLong("invoice"),
                                        billed(row, null, bookings.of(row)),
                                        row.getBoolean("catch_up")));
                        since.putIfAbsent(row.getString("contract_id"), day(row, "from_day"));
                    });
        }
        Map<String, LocalDate> parked = parked(among, before, run);
        Map<String, BilledToDate> accounts = new HashMap<>();
        for (String id : contracts) {
            accounts.put(
                    id,
                    opened.contains(id) || since.containsKey(id) || parked.containsKey(id)
                            ? new BilledToDate(
                                    opened.contains(id),
                                    since.get(id),
                                    parked.get(id),
                                    opening.getOrDefault(id, List.of()),
                                    own.getOrDefault(id, List.of()),
                                    undone.getOrDefault(id, List.of()))
                            : BilledToDate.NONE);
        }
        return accounts;
    }

    /** By contract the first day of the first window in which a run before, or the preview of a part before, could not decide it. */
    private Map<String, LocalDate> parked(ContractRange among, List<Long> before, long run) {
        Map<String, LocalDate> parked = new HashMap<>();
        among.given(session.client().sql("""
                select p.contract_id, min(r.from_day) as from_day from parked p join run r on r.id = p.run
                where p.%s and r.kind = 'bill' and (r.id = any(?)
                    or not r.preview and r.state <> 'abandoned' and r.rebills is null and r.id < ?) group by p.contract_id""".formatted(among.sql())))
                .param(before.toArray(Long[]::new))
                .param(run)
                .query(row -> {
                    parked.put(row.getString("contract_id"), day(row, "from_day"));
                });
        return parked;
    }

    /** Documents of a contract that are not issued yet: how many, and their net sum. */
    public record Drafts(int count, BigDecimal net) {

        /** No such document. */
        public static final Drafts NONE = new Drafts(0, BigDecimal.ZERO);
    }

    /** The invoices and credit notes of a contract that are not issued yet. */
    public Drafts drafts(String contract) {
        return session.client()
                .sql("""
                select count(*), coalesce(sum(i.net), 0) from invoice i
                where i.contract_id = ? and not exists (select from issued n where n.invoice = i.id)""")
                .param(contract)
                .query((row, number) -> new Drafts(row.getInt(1), row.getBigDecimal(2)))
                .single();
    }

    /** The previews of the parts before, when this is the preview of a part of a window. */
    private List<Long> before(long run) {
        return session.client().sql("""
                with recursive before as (select follows from run where id = ?
                                          union all select r.follows from run r join before b on r.id = b.follows)
                select follows from before where follows is not null""").param(run).query(Long.class).list();
    }

    private static Billed billed(ResultSet row) throws SQLException {
        return billed(row, null, null);
    }

    private static Billed billed(ResultSet row, LocalDate withdrawn, Invoiced booking) throws SQLException {
        return new Billed(
                row.getString("item"),
                day(row, "first_day"),
                day(row, "last_day"),
                row.getBigDecimal("amount"),
                choice(row, "reason", ChargeReason.class),
                day(row, "on_day"),
                withdrawn,
                booking);
    }

    /** Stores what a run bills and parks, within the transaction of the thread. */
    public void write(Run run, List<NewBill> bills, List<Parked> parked) {
        new BillRows(session, run).write(bills, parked);
    }
}
