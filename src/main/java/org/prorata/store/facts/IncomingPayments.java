package org.prorata.store.facts;

import static org.prorata.store.base.Columns.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Invoice;
import org.prorata.ledger.DocumentNumber;
import org.prorata.store.base.Columns;
import org.prorata.store.base.CopyRows;
import org.prorata.store.base.Session;
import org.prorata.store.facts.FactTables.OfInvoice;

/** Payments that come in as rows, for invoices of ours and for those that contracts have from elsewhere. */
public final class IncomingPayments {

    private static final String FEED = "payments";

    private final Session session;
    private final Tails tails;

    public IncomingPayments(Session session) {
        this.session = session;
        this.tails = new Tails(session, FactTables.PAYMENT_RECEIVED);
    }

    /** An invoice by its contract and name; {@code own}: our id of it, null for one from elsewhere. */
    public record PaidInvoice(Long own, String contract, String name) {}

    /** What can be paid: its kind, its day, what it came to, what was paid of it until now, and what issued notes take off it. */
    public record Payable(
            PaidInvoice target,
            String kind,
            LocalDate day,
            Currency currency,
            BigDecimal amount,
            BigDecimal paid,
            List<Credited> credits) {

        /** What notes up to a day take off it. */
        public BigDecimal credited(LocalDate on) {
            return credits.stream()
                    .filter(credit -> !credit.on().isAfter(on))
                    .map(Credited::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** What a note takes off an invoice from its day on, tax included. */
    public record Credited(LocalDate on, BigDecimal amount) {}

    /** A payment under the id of its row. */
    public record ToldPayment(String id, PaidInvoice target, Invoice.Payment payment) {}

    /** Documents of ours by number and by name; debit notes too, so that they can be told apart. */
    public Map<String, Payable> ours(Collection<String> names) {
        Map<String, Payable> found = new HashMap<>();
        String[] asked = names.toArray(String[]::new);
        List<DocumentNumber> numbers = names.stream().map(DocumentNumber::read).toList();
        String[] series = numbers.stream().map(DocumentNumber::series).toArray(String[]::new);
        Long[] places = numbers.stream().map(DocumentNumber::number).toArray(Long[]::new);
        Map<Long, List<Credited>> credits = credits(series, places, asked);
        session.client()
                .sql("""
                with asked as (
                    select invoice, debit_note from issued join unnest(?::text[], ?::bigint[]) as told(series, number) using (series, number)
                    union select id, null from invoice where name = any(?) union select null, id from debit_note where name = any(?))
                select i.id, i.contract_id, i.name, number_of(n.series, n.number) as number, i.kind,
                       coalesce(n.on_day, i.on_day) as on_day, i.currency, i.gross,
                       coalesce((select sum(amount) from payment p where invoice = i.id and %s), 0) as paid
                from asked a join invoice i on i.id = a.invoice left join issued n on n.invoice = i.id
                union all select d.id, d.contract_id, d.name, number_of(n.series, n.number), 'debit_note', coalesce(n.on_day, d.on_day), d.currency, d.amount, 0
                from asked a join debit_note d on d.id = a.debit_note left join issued n on n.debit_note = d.id""".formatted(Withdrawals.NOT_WITHDRAWN))
                .param(series)
                .param(places)
                .param(asked)
                .param(asked)
                .query(row -> {
                    String shown = row.getString("number") == null ? row.getString("name") : row.getString("number");
                    Payable payable = new Payable(
                            new PaidInvoice(row.getLong("id"), row.getString("contract_id"), shown),
                            row.getString("kind"),
                            day(row, "on_day"),
                            Currency.getInstance(row.getString("currency")),
                            row.getBigDecimal("gross"),
                            row.getBigDecimal("paid"),
                            row.getString("kind").equals("debit_note")
                                    ? List.of()
                                    : credits.getOrDefault(row.getLong("id"), List.of()));
                    found.put(row.getString("name"), payable);
                    found.put(shown, payable);
                });
        return found;
    }

    private Map<Long, List<Credited>> credits(String[] series, Long[] places, String[] names) {
        Map<Long, List<Credited>> credits = new HashMap<>();
        session.client().sql("""
                select l.invoice, n.on_day, l.amount from lowering l join issued n on n.invoice = l.document
                where l.invoice in (select invoice from issued join unnest(?::text[], ?::bigint[]) as told(series, number) using (series, number)
                                    union select id from invoice where name = any(?))""").param(series).param(places).param(names).query(row -> {
            credits.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                    .add(new Credited(day(row, "on_day"), row.getBigDecimal("amount")));
        });
        return credits;
    }

    /** By contract and id what issued notes of ours take off invoices from elsewhere. */
    private Map<String, Map<String, List<Credited>>> creditsElsewhere(Collection<String> contracts) {
        Map<String, Map<String, List<Credited>>> credits = new HashMap<>();
        session.client().sql("""
                select i.contract_id, c.received, n.on_day, c.amount from correction c join invoice i on i.id = c.document
                join issued n on n.invoice = i.id where i.contract_id = any(?) and c.received is not null""").param(contracts.toArray(String[]::new)).query(row -> {
            credits.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                    .computeIfAbsent(row.getString(2), id -> new ArrayList<>())
                    .add(new Credited(day(row, "on_day"), row.getBigDecimal("amount")));
        });
        return credits;
    }

    /** Invoices from elsewhere, by contract and by their id there. */
    public Map<String, Map<String, Payable>> fromElsewhere(Collection<String> contracts) {
        Map<String, Map<String, BigDecimal>> paid = new HashMap<>();
        FactTables.PAYMENT_RECEIVED
                .known(session, contracts, Long.MAX_VALUE)
                .forEach((contract, payments) -> payments.stream()
                        .filter(payment -> !payment.removed())
                        .map(NewestFact::fact)
                        .forEach(payment -> paid.computeIfAbsent(contract, id -> new HashMap<>())
                                .merge(payment.invoice(), payment.fact().amount(), BigDecimal::add)));
        Map<String, Currency> currencies = new HashMap<>();
        FactTables.CONTRACT
                .known(session, contracts, Long.MAX_VALUE)
                .forEach((contract, versions) ->
                        currencies.put(contract, versions.get(0).fact().currency()));
        Map<String, Map<String, List<Credited>>> credits = creditsElsewhere(contracts);
        Map<String, Map<String, Payable>> found = new HashMap<>();
        currencies.keySet().forEach(contract -> found.put(contract, new HashMap<>()));
        FactTables.INVOICE_RECEIVED
                .known(session, contracts, Long.MAX_VALUE)
                .forEach((contract, invoices) -> invoices.stream()
                        .filter(invoice -> !invoice.removed())
                        .map(NewestFact::fact)
                        .forEach(invoice -> found.get(contract)
                                .put(
                                        invoice.id(),
                                        new Payable(
                                                new PaidInvoice(null, contract, invoice.id()),
                                                "invoice",
                                                invoice.issued(),
                                                currencies.get(contract),
                                                invoice.amount(),
                                                paid.getOrDefault(contract, Map.of())
                                                        .getOrDefault(invoice.id(), BigDecimal.ZERO),
                                                credits.getOrDefault(contract, Map.of())
                                                        .getOrDefault(invoice.id(), List.of())))));
        return found;
    }

    /** What stands under ids, by id. */
    public Map<String, ToldPayment> stored(Collection<String> ids) {
        Map<String, ToldPayment> stored = new HashMap<>();
        String[] asked = ids.toArray(String[]::new);
        session.client()
                .sql("""
                select p.external_id, i.id as own, i.contract_id, coalesce(number_of(n.series, n.number), i.name) as name, p.on_day, p.amount
                from unnest(?::text[]) as told(id) join payment p on p.external_id = told.id join invoice i on i.id = p.invoice
                left join issued n on n.invoice = i.id where %s
                union all select r.external_id, null, r.contract_id, r.invoice_id, r.on_day, r.amount
                from unnest(?::text[]) as told(id) join payment_received r on r.feed = 'payments' and r.external_id = told.id
                where not exists (select from withdrawal w where w.feed = r.feed and w.external_id = r.external_id and w.turn = r.turn)""".formatted(Withdrawals.NOT_WITHDRAWN))
                .param(asked)
                .param(asked)
                .query(row -> {
                    stored.put(
                            row.getString(1),
                            new ToldPayment(
                                    row.getString(1),
                                    new PaidInvoice(
                                            Columns.whole(row, "own"),
                                            row.getString("contract_id"),
                                            row.getString("name")),
                                    new Invoice.Payment(day(row, "on_day"), row.getBigDecimal("amount"))));
                });
        return stored;
    }

    /** Stores payments, within the transaction of the thread. */
    public void add(List<ToldPayment> payments, long recording) {
        List<ToldPayment> elsewhere =
                payments.stream().filter(told -> told.target().own() == null).toList();
        tails.under(
                recording,
                elsewhere.stream().map(told -> told.target().contract()).toList());
        Map<String, Integer> turns = Withdrawals.turns(
                session, FEED, payments.stream().map(ToldPayment::id).toList());
        CopyRows received = FactTables.PAYMENT_RECEIVED.rows("feed", "external_id", "turn");
        for (ToldPayment told : elsewhere) {
            String contract = told.target().contract();
            FactTables.PAYMENT_RECEIVED.add(
                    received,
                    contract,
                    recording,
                    tails.next(contract, new OfInvoice<>(told.target().name(), told.payment())),
                    FEED,
                    told.id(),
                    turns.getOrDefault(told.id(), 0));
        }
        received.send(session);
        CopyRows ours = new CopyRows("payment", "external_id", "invoice", "on_day", "amount", "recording", "turn");
        payments.stream()
                .filter(told -> told.target().own() != null)
                .forEach(told -> ours.row(
                        told.id(),
                        told.target().own(),
                        told.payment().on(),
                        told.payment().amount(),
                        recording,
                        turns.getOrDefault(told.id(), 0)));
        ours.send(session);
    }

    /** What was paid on an invoice of ours by rows that still hold. */
    public BigDecimal paid(long invoice) {
        return session.client()
                .sql("select coalesce(sum(amount), 0) from payment p where invoice = ? and "
                        + Withdrawals.NOT_WITHDRAWN)
                .param(invoice)
                .query(BigDecimal.class)
                .single();
    }
}
