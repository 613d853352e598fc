package org.prorata.store.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.contract.Invoiced;
import org.prorata.contract.Item;
import org.prorata.contract.OtherContract;
import org.prorata.contract.PublicBuyer;

/** The tables of facts: which part of a dossier each holds. */
public final class FactTables {

    /** A payment or claim, and the invoice that it is for. */
    record OfInvoice<T>(String invoice, T fact) {}

    static final FactTable<ContractFact> CONTRACT = ContractFact.TABLE;

    static final FactTable<Customer> CUSTOMER = new FactTable<>(
            "customer",
            List.of("id", "country", "professional", "vat_id", "public_buyer", "insolvent_from", "subsidiary_pct"),
            dossier -> List.of(dossier.customer()),
            customer -> "customer",
            c -> new Object[] {
                c.id(), c.country(), c.professional(), c.vatId(), c.buyer(), c.insolventFrom(), c.subsidiaryPct()
            },
            row -> new Customer(
                    row.text(),
                    row.text(),
                    row.yes(),
                    row.text(),
                    row.choice(PublicBuyer.class),
                    row.day(),
                    row.number()));

    static final FactTable<Item> ITEM = new FactTable<>(
            "item",
            List.of("id", "kind", "quantity", "price", "per", "first_day", "last_day", "vat_pct", "plan"),
            dossier -> dossier.contract().items(),
            Item::id,
            i -> new Object[] {
                i.id(), i.kind(), i.quantity(), i.price(), i.per(), i.from(), i.to(), i.vatPct(), i.plan()
            },
            row -> new Item(
                    row.text(),
                    row.choice(Item.Kind.class),
                    row.number(),
                    row.number(),
                    row.choice(Item.Per.class),
                    row.day(),
                    row.day(),
                    row.number(),
                    row.choice(Item.Edition.class)));

    static final FactTable<OtherContract> OTHER_CONTRACT = new FactTable<>(
            "other_contract",
            List.of("id", "total", "reversibility_requested"),
            Dossier::otherContracts,
            OtherContract::id,
            o -> new Object[] {o.id(), o.total(), o.reversibilityRequested()},
            row -> new OtherContract(row.text(), row.number(), row.yes()));

    static final FactTable<Billed> BILLED_BEFORE = new FactTable<>(
            "billed_before",
            List.of(
                    "item",
                    "first_day",
                    "last_day",
                    "amount",
                    "reason",
                    "on_day",
                    "withdrawn",
                    "invoice",
                    "corrects",
                    "category",
                    "rate_pct"),
            dossier -> dossier.billed().orElse(List.of()),
            fact -> fact,
            b -> new Object[] {
                b.item(),
                b.from(),
                b.to(),
                b.amount(),
                b.reason(),
                b.on(),
                b.withdrawn(),
                b.invoice(),
                b.booking() == null ? null : b.booking().corrects(),
                b.booking() == null ? null : b.booking().category(),
                b.booking() == null ? null : b.booking().ratePct()
            },
            row -> new Billed(
                    row.text(),
                    row.day(),
                    row.day(),
                    row.number(),
                    row.choice(ChargeReason.class),
                    row.day(),
                    row.day(),
                    booking(row.text(), row.text(), row.text(), row.number())));

    /** Without payments, claims and costs, which have tables of their own. */
    static final FactTable<Invoice> INVOICE_RECEIVED = new FactTable<>(
            "invoice_received",
            List.of("id", "issued", "due", "amount", "disputed_from", "disputed_to", "performed", "periodic"),
            dossier -> dossier.invoices().stream().map(FactTables::bare).toList(),
            Invoice::id,
            i -> new Object[] {
                i.id(),
                i.issued(),
                i.due(),
                i.amount(),
                i.disputed() == null ? null : i.disputed().from(),
                i.disputed() == null ? null : i.disputed().to(),
                i.supply().first(),
                i.supply().periodic()
            },
            row -> new Invoice(
                    row.text(),
                    row.day(),
                    row.day(),
                    row.number(),
                    dispute(row.day(), row.day()),
                    List.of(),
                    List.of(),
                    supply(row.day(), row.yes())));

    static final FactTable<OfInvoice<Invoice.Payment>> PAYMENT_RECEIVED = new FactTable<>(
            "payment_received",
            List.of("invoice_id", "on_day", "amount"),
            dossier -> ofInvoices(dossier, Invoice::payments),
            fact -> fact,
            p -> new Object[] {p.invoice(), p.fact().on(), p.fact().amount()},
            row -> new OfInvoice<>(row.text(), new Invoice.Payment(row.day(), row.number())));

    static final FactTable<OfInvoice<Invoice.Claimed>> CLAIMED_BEFORE = new FactTable<>(
            "claimed_before",
            List.of("invoice_id", "kind", "amount", "on_day"),
            dossier -> ofInvoices(dossier, Invoice::claimed),
            fact -> fact,
            c -> new Object[] {
                c.invoice(), c.fact().kind(), c.fact().amount(), c.fact().on()
            },
            row -> new OfInvoice<>(
                    row.text(), new Invoice.Claimed(row.choice(Invoice.Claimed.Kind.class), row.number(), row.day())));

    static final FactTable<OfInvoice<Invoice.Cost>> RECOVERY_COST = new FactTable<>(
            "recovery_cost",
            List.of("invoice_id", "on_day", "amount"),
            dossier -> ofInvoices(dossier, invoice -> invoice.supply().costs()),
            fact -> fact,
            c -> new Object[] {c.invoice(), c.fact().on(), c.fact().amount()},
            row -> new OfInvoice<>(row.text(), new Invoice.Cost(row.day(), row.number())));

    static final FactTable<Event> EVENT = new FactTable<>(
            "event",
            List.of("kind", "payload", "on_day"),
            Dossier::events,
            fact -> fact,
            e -> new Object[] {EventText.kind(e), EventText.of(e), e.on()},
            row -> EventText.read(row.text(), row.text()));

    public static final List<FactTable<?>> ALL = List.of(
            CONTRACT,
            CUSTOMER,
            ITEM,
            OTHER_CONTRACT,
            BILLED_BEFORE,
            INVOICE_RECEIVED,
            PAYMENT_RECEIVED,
            CLAIMED_BEFORE,
            RECOVERY_COST,
            EVENT);

    /** Those to which rows of files also add. */
    static final List<FactTable<?>> OF_FEEDS = List.of(PAYMENT_RECEIVED, EVENT);

    private FactTables() {}

    private static Invoiced booking(String invoice, String corrects, String category, BigDecimal rate) {
        return invoice == null && corrects == null && rate == null
                ? null
                : new Invoiced(invoice, corrects, category, rate);
    }

    private static Invoice.Dispute dispute(LocalDate from, LocalDate to) {
        return from == null ? null : new Invoice.Dispute(from, to);
    }

    private static Invoice.Supply supply(LocalDate performed, boolean periodic) {
        return performed == null && !periodic
                ? Invoice.Supply.UNSAID
                : new Invoice.Supply(performed, performed, periodic, List.of());
    }

    private static Invoice bare(Invoice invoice) {
        Invoice.Supply supply = invoice.supply();
        return new Invoice(
                invoice.id(),
                invoice.issued(),
                invoice.due(),
                invoice.amount(),
                invoice.disputed(),
                List.of(),
                List.of(),
                supply(supply.first(), supply.periodic()));
    }

    private static <T> List<OfInvoice<T>> ofInvoices(Dossier dossier, Function<Invoice, List<T>> facts) {
        return dossier.invoices().stream()
                .flatMap(invoice -> facts.apply(invoice).stream().map(fact -> new OfInvoice<>(invoice.id(), fact)))
                .toList();
    }
}
