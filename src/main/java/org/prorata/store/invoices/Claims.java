package org.prorata.store.invoices;

import static org.prorata.store.base.Columns.choice;
import static org.prorata.store.base.Columns.day;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Invoice;
import org.prorata.ledger.NewNote;
import org.prorata.ledger.Parked;
import org.prorata.ledger.Run;
import org.prorata.store.base.Columns;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Sequences;
import org.prorata.store.base.Session;

/** What late payers owe: our invoices with what was paid on them, and what debit notes have claimed. */
public final class Claims {

    private final Session session;

    public Claims(Session session) {
        this.session = session;
    }

    /**
     * What a run before stands to claim for a contract.
     *
     * @param ours     our invoices by our id, with payments and claims
     * @param received what we claimed for invoices from elsewhere, by their id
     * @param credited what notes of ours take off such invoices, as if it were paid, by their id
     */
    public record Open(
            Map<Long, Invoice> ours,
            Map<String, List<Invoice.Claimed>> received,
            Map<String, List<Invoice.Payment>> credited) {

        public static final Open NONE = new Open(Map.of(), Map.of(), Map.of());

        /** Payments of an invoice from elsewhere with what notes of ours take off it, never more than is owed. */
        public List<Invoice.Payment> settled(Invoice invoice) {
            return credited.containsKey(invoice.id())
                    ? Claims.settled(invoice.amount(), invoice.payments(), credited.get(invoice.id()))
                    : invoice.payments();
        }
    }

    /** By contract what stood open when a run began: invoices issued by {@code on}, as known at {@code known}, with their payments. */
    public Map<String, Open> open(Collection<String> contracts, LocalDate on, long known, long run) {
        String[] ids = contracts.toArray(String[]::new);
        Map<Long, List<Invoice.Payment>> payments = new HashMap<>();
        session.client().sql("""
                select p.invoice, p.on_day, p.amount from payment p join invoice i on i.id = p.invoice
                where i.contract_id = any(?) and p.recording <= ? and not exists (
                    select from withdrawal w where w.feed = 'payments' and w.external_id = p.external_id and w.turn = p.turn and w.recording <= ?)
                order by p.invoice, p.on_day, p.external_id""").param(ids).param(known).param(known).query(row -> {
            payments.computeIfAbsent(row.getLong("invoice"), id -> new ArrayList<>())
                    .add(new Invoice.Payment(day(row, "on_day"), row.getBigDecimal("amount")));
        });
        Map<Long, List<Invoice.Claimed>> ours = new HashMap<>();
        Map<String, Map<String, List<Invoice.Claimed>>> received = new HashMap<>();
        session.client().sql("""
                select n.contract_id, n.on_day, l.invoice, l.invoice_id, l.kind, l.amount
                from debit_note n join debit_note_line l on l.debit_note = n.id
                where n.contract_id = any(?) and n.run < ? order by n.id, l.position""").param(ids).param(run).query(row -> {
            Invoice.Claimed claim = new Invoice.Claimed(
                    choice(row, "kind", Invoice.Claimed.Kind.class), row.getBigDecimal("amount"), day(row, "on_day"));
            Long own = Columns.whole(row, "invoice");
            if (own != null) {
                ours.computeIfAbsent(own, id -> new ArrayList<>()).add(claim);
            } else {
                received.computeIfAbsent(row.getString("contract_id"), id -> new HashMap<>())
                        .computeIfAbsent(row.getString("invoice_id"), id -> new ArrayList<>())
                        .add(claim);
            }
        });
        Map<Long, List<Invoice.Payment>> credits = credits(ids, on, known, run);
        Map<String, Map<String, List<Invoice.Payment>>> elsewhere = creditsElsewhere(ids, on, known);
        Map<String, Map<Long, Invoice>> invoices = new HashMap<>();
        session.client()
                .sql("""
                select i.contract_id, i.id, coalesce(number_of(n.series, n.number), i.name) as name,
                       coalesce(n.on_day, i.on_day) as on_day, i.gross, l.first_day, l.last_day, l.usage_only
                from invoice i left join issued n on n.invoice = i.id and n.recording <= ?
                cross join lateral (select min(first_day) as first_day, max(last_day) as last_day, bool_and(reason = 'usage') as usage_only
                    from invoice_line where invoice = i.id and reason not in ('unused', 'correction', 'service_credit',
                    'service_credit_reversed', 'gift')) l
                where i.contract_id = any(?) and i.kind = 'invoice' and i.gross > 0 and coalesce(n.on_day, i.on_day) <= ? and i.run < ?
                and (n.invoice is not null or (select on_drafts from run where id = ?))
                order by i.contract_id, i.id""")
                .param(known)
                .param(ids)
                .param(on)
                .param(run)
                .param(run)
                .query(row -> {
                    long id = row.getLong("id");
                    invoices.computeIfAbsent(row.getString("contract_id"), contract -> new java.util.LinkedHashMap<>())
                            .put(
                                    id,
                                    new Invoice(
                                            row.getString("name"),
                                            day(row, "on_day"),
                                            null,
                                            row.getBigDecimal("gross"),
                                            null,
                                            settled(
                                                    row.getBigDecimal("gross"),
                                                    payments.getOrDefault(id, List.of()),
                                                    credits.getOrDefault(id, List.of())),
                                            ours.getOrDefault(id, List.of()),
                                            new Invoice.Supply(
                                                    day(row, "first_day"),
                                                    day(row, "last_day"),
                                                    row.getBoolean("usage_only"),
                                                    List.of())));
                });
        Map<String, Open> open = new HashMap<>();
        for (String id : contracts) {
            open.put(
                    id,
                    invoices.containsKey(id) || received.containsKey(id) || elsewhere.containsKey(id)
                            ? new Open(
                                    invoices.getOrDefault(id, Map.of()),
                                    received.getOrDefault(id, Map.of()),
                                    elsewhere.getOrDefault(id, Map.of()))
                            : Open.NONE);
        }
        return open;
    }

    /**
     * What an issued note takes off an invoice, from its day on. Interest runs on the day of a payment and not on that of a credit, which
     * therefore stands as if paid the day before.
     */
    private static Invoice.Payment credit(ResultSet row) throws SQLException {
        return new Invoice.Payment(day(row, "on_day").minusDays(1), row.getBigDecimal("amount"));
    }

    private Map<String, Map<String, List<Invoice.Payment>>> creditsElsewhere(
            String[] contracts, LocalDate on, long known) {
        Map<String, Map<String, List<Invoice.Payment>>> credits = new HashMap<>();
        session.client().sql("""
                select i.contract_id, c.received, n.on_day, c.amount from correction c join invoice i on i.id = c.document
                join issued n on n.invoice = i.id and n.recording <= ?
                where i.contract_id = any(?) and c.received is not null and n.on_day <= ? order by n.on_day, i.id""").param(known).param(contracts).param(on).query(row -> {
            credits.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                    .computeIfAbsent(row.getString(2), id -> new ArrayList<>())
                    .add(credit(row));
        });
        return credits;
    }

    private Map<Long, List<Invoice.Payment>> credits(String[] contracts, LocalDate on, long known, long run) {
        Map<Long, List<Invoice.Payment>> credits = new HashMap<>();
        session.client()
                .sql("""
                select l.invoice, n.on_day, l.amount from invoice c join lowering l on l.document = c.id
                join issued n on n.invoice = c.id and n.recording <= ?
                where c.contract_id = any(?) and n.on_day <= ?
                and not exists (select from run where id = ? and ignores_credits) order by l.invoice, n.on_day, c.id""")
                .param(known)
                .param(contracts)
                .param(on)
                .param(run)
                .query(row -> {
                    credits.computeIfAbsent(row.getLong("invoice"), id -> new ArrayList<>())
                            .add(credit(row));
                });
        return credits;
    }

    /** Payments and credits by day, never more than is owed. */
    private static List<Invoice.Payment> settled(
            BigDecimal owed, List<Invoice.Payment> payments, List<Invoice.Payment> credits) {
        if (credits.isEmpty()) {
            return payments;
        }
        List<Invoice.Payment> all = new ArrayList<>(payments);
        all.addAll(credits);
        all.sort(Comparator.comparing(Invoice.Payment::on));
        List<Invoice.Payment> settled = new ArrayList<>();
        BigDecimal open = owed;
        for (Invoice.Payment one : all) {
            BigDecimal amount = one.amount().min(open);
            if (amount.signum() != 0) {
                settled.add(new Invoice.Payment(one.on(), amount));
                open = open.subtract(amount);
            }
        }
        return settled;
    }

    /** Stores what a run claims and parks, within the transaction of the thread. */
    public void write(Run run, List<NewNote> notes, List<Parked> parked) {
        CopyRows note = new CopyRows(
                run.table(Run.DocumentTable.NOTE),
                "id",
                "run",
                "contract_id",
                "on_day",
                "terms",
                "currency",
                "amount",
                "book",
                "known_at");
        CopyRows line = new CopyRows(
                run.table(Run.DocumentTable.NOTE_LINE),
                "debit_note",
                "position",
                "invoice",
                "invoice_id",
                "kind",
                "amount",
                "decision");
        CopyRows undecided = new CopyRows("parked", "run", "contract_id", "code", "message");
        List<Long> ids = Sequences.next(session, run.preview() ? Sequences.PREVIEW : "debit_note_id", notes.size());
        for (int i = 0; i < notes.size(); i++) {
            NewNote one = notes.get(i);
            note.row(
                    ids.get(i),
                    run.id(),
                    one.dossier().contract().id(),
                    one.on(),
                    one.dossier().terms(),
                    one.dossier().currency(),
                    one.amount(),
                    run.book(),
                    run.knownAt());
            int position = 0;
            for (NewNote.Line l : one.lines()) {
                line.row(ids.get(i), ++position, l.own(), l.received(), l.kind(), l.amount(), l.decision());
            }
        }
        parked.forEach(one -> undecided.row(run.id(), one.contract(), one.code(), one.message()));
        note.send(session);
        line.send(session);
        undecided.send(session);
    }
}
