package org.prorata.store;

import static org.prorata.store.Columns.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Invoice;
import org.prorata.store.FactTables.OfInvoice;

/** Payments that come in as rows, for invoices of ours and for those that contracts have from elsewhere. */
public final class IncomingPayments {

    private static final String FEED = "payments";

    private final Database database;
    private final Tails tails;

    public IncomingPayments(Database database) {
        this.database = database;
        this.tails = new Tails(database, FactTables.PAYMENT_RECEIVED);
    }

    /** An invoice by its contract and name; {@code own}: our id of it, null for one from elsewhere. */
    public record Target(Long own, String contract, String name) {
    }

    /** What can be paid: its kind, its day, what it came to and what was paid of it until now. */
    public record Payable(Target target, String kind, LocalDate day, Currency currency, BigDecimal amount, BigDecimal paid) {
    }

    /** A payment under the id of its row. */
    public record Told(String id, Target target, Invoice.Payment payment) {
    }

    /** Documents of ours by number and by name; debit notes too, so that they can be told apart. */
    public Map<String, Payable> ours(Collection<String> names) {
        Map<String, Payable> found = new HashMap<>();
        String[] asked = names.toArray(String[]::new);
        database.client().sql("""
                select i.id, i.contract_id, i.name, i.number, i.kind, i.on_day, i.currency, i.gross,
                       coalesce((select sum(amount) from payment where invoice = i.id), 0) as paid
                from invoice i where i.name = any(?) or i.number = any(?)
                union all select n.id, n.contract_id, n.name, null, 'debit_note', n.on_day, n.currency, n.amount, 0
                from debit_note n where n.name = any(?)""").param(asked).param(asked).param(asked).query(row -> {
                    String shown = row.getString("number") == null ? row.getString("name") : row.getString("number");
                    Payable payable = new Payable(new Target(row.getLong("id"), row.getString("contract_id"), shown),
                            row.getString("kind"), day(row, "on_day"), Currency.getInstance(row.getString("currency")),
                            row.getBigDecimal("gross"), row.getBigDecimal("paid"));
                    found.put(row.getString("name"), payable);
                    found.put(shown, payable);
                });
        return found;
    }

    /** Invoices from elsewhere, by contract and by their id there. */
    public Map<String, Map<String, Payable>> fromElsewhere(Collection<String> contracts) {
        Map<String, Map<String, BigDecimal>> paid = new HashMap<>();
        FactTables.PAYMENT_RECEIVED.known(database, contracts, Long.MAX_VALUE).forEach((contract, payments) -> payments.stream()
                .filter(payment -> !payment.removed()).map(Known::fact).forEach(payment -> paid
                        .computeIfAbsent(contract, id -> new HashMap<>())
                        .merge(payment.invoice(), payment.fact().amount(), BigDecimal::add)));
        Map<String, Currency> currencies = new HashMap<>();
        FactTables.CONTRACT.known(database, contracts, Long.MAX_VALUE)
                .forEach((contract, versions) -> currencies.put(contract, versions.get(0).fact().currency()));
        Map<String, Map<String, Payable>> found = new HashMap<>();
        currencies.keySet().forEach(contract -> found.put(contract, new HashMap<>()));
        FactTables.INVOICE_RECEIVED.known(database, contracts, Long.MAX_VALUE).forEach((contract, invoices) -> invoices.stream()
                .filter(invoice -> !invoice.removed()).map(Known::fact).forEach(invoice -> found.get(contract).put(invoice.id(),
                        new Payable(new Target(null, contract, invoice.id()), "invoice", invoice.issued(),
                                currencies.get(contract), invoice.amount(),
                                paid.getOrDefault(contract, Map.of()).getOrDefault(invoice.id(), BigDecimal.ZERO)))));
        return found;
    }

    /** What is stored under ids, by id. */
    public Map<String, Told> stored(Collection<String> ids) {
        Map<String, Told> stored = new HashMap<>();
        String[] asked = ids.toArray(String[]::new);
        database.client().sql("""
                select p.external_id, i.id as own, i.contract_id, coalesce(i.number, i.name) as name, p.on_day, p.amount
                from unnest(?::text[]) as told(id) join payment p on p.external_id = told.id join invoice i on i.id = p.invoice
                union all select r.external_id, null, r.contract_id, r.invoice_id, r.on_day, r.amount
                from unnest(?::text[]) as told(id) join payment_received r on r.feed = 'payments' and r.external_id = told.id""").param(asked).param(asked).query(row -> {
                    stored.put(row.getString(1), new Told(row.getString(1), new Target(Columns.whole(row, "own"),
                            row.getString("contract_id"), row.getString("name")),
                            new Invoice.Payment(day(row, "on_day"), row.getBigDecimal("amount"))));
                });
        return stored;
    }

    /** Stores payments, within the transaction of the thread. */
    public void add(List<Told> payments, long recording) {
        List<Told> elsewhere = payments.stream().filter(told -> told.target().own() == null).toList();
        tails.under(recording, elsewhere.stream().map(told -> told.target().contract()).toList());
        CopyRows received = FactTables.PAYMENT_RECEIVED.rows("feed", "external_id");
        for (Told told : elsewhere) {
            String contract = told.target().contract();
            FactTables.PAYMENT_RECEIVED.add(received, contract, recording,
                    tails.next(contract, new OfInvoice<>(told.target().name(), told.payment())), FEED, told.id());
        }
        received.send(database);
        CopyRows ours = new CopyRows("payment", "external_id", "invoice", "on_day", "amount", "recording");
        payments.stream().filter(told -> told.target().own() != null).forEach(told -> ours.row(told.id(), told.target().own(),
                told.payment().on(), told.payment().amount(), recording));
        ours.send(database);
    }
}
