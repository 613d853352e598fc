package org.prorata.contract.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Invoice;
import org.prorata.contract.Invoiced;
import org.prorata.contract.OtherContract;

/** Reads invoices, lines invoiced already and other contracts. */
final class InvoiceReader {

    /** Codes of UNCL 5305 as they stand on invoices. */
    private static final FieldType<String> CATEGORY = Types.oneOf(List.of("S", "AE", "O", "E", "Z"), "not-allowed");

    private final MoneyTypes money;
    private final Ids invoices = new Ids("invoices");
    private final Ids others = new Ids("other contracts");

    InvoiceReader(MoneyTypes money) {
        this.money = money;
    }

    Invoice invoice(Fields f) {
        String id = invoices.read(f);
        LocalDate issued = f.need("issued", DayTypes.DATE);
        LocalDate due = f.maybe("due", DayTypes.DATE);
        DayOrder.notBefore(f, "due", due, issued, "the invoice is due on " + due + ", before it was issued");
        Invoice invoice = new Invoice(
                id,
                issued,
                due,
                f.need("amount", money.amount()),
                dispute(f.child("disputed")),
                payments(f),
                f.list("claimed", this::claimed),
                supply(f));
        f.done();
        return invoice;
    }

    private Invoice.Supply supply(Fields f) {
        LocalDate performed = f.maybe("performed", DayTypes.DATE);
        return new Invoice.Supply(
                performed, performed, f.or("periodic", Types.FLAG, false), f.list("recovery_costs", this::cost));
    }

    private Invoice.Cost cost(Fields f) {
        Invoice.Cost cost = new Invoice.Cost(f.need("on", DayTypes.DATE), f.need("amount", money.amount()));
        f.done();
        return cost;
    }

    Billed billed(Fields f) {
        String item = f.need("item", Types.TEXT);
        LocalDate from = f.need("from", DayTypes.DATE);
        LocalDate to = f.need("to", DayTypes.DATE);
        DayOrder.notBefore(f, "to", to, from, "the line ends on " + to + ", before it starts on " + from);
        Billed billed = new Billed(
                item,
                from,
                to,
                f.need("amount", money.amount()),
                f.need("reason", Types.choice(ChargeReason.class)),
                f.need("on", DayTypes.DATE),
                f.or("withdrawn", DayTypes.DATE, null),
                booking(f));
        f.done();
        return billed;
    }

    private static Invoiced booking(Fields f) {
        String invoice = f.maybe("invoice", Types.TEXT);
        String corrects = f.maybe("corrects", Types.TEXT);
        int before = f.errors();
        BigDecimal rate = f.maybe("rate_pct", Types.between("0", "100", 4));
        boolean rateSound = f.errors() == before;
        String category = f.maybe("category", CATEGORY);
        if (category != null && rate == null && rateSound) {
            f.refuse(
                    "category",
                    "not-allowed",
                    "the category of a tax is stated without its rate; rate_pct is wanted beside it");
        }
        if (invoice == null && corrects == null && rate == null) {
            return null;
        }
        return new Invoiced(
                invoice, corrects, rate == null || category != null ? category : rate.signum() == 0 ? "Z" : "S", rate);
    }

    OtherContract other(Fields f) {
        OtherContract other = new OtherContract(
                others.read(f), f.need("total", money.amount()), f.or("reversibility_requested", Types.FLAG, false));
        f.done();
        return other;
    }

    private List<Invoice.Payment> payments(Fields f) {
        return f.list("payments", this::payment);
    }

    Invoice.Payment payment(Fields f) {
        Invoice.Payment payment = new Invoice.Payment(f.need("on", DayTypes.DATE), f.need("amount", money.amount()));
        f.done();
        return payment;
    }

    private Invoice.Claimed claimed(Fields f) {
        Invoice.Claimed claimed = new Invoice.Claimed(
                f.need("kind", Types.choice(Invoice.Claimed.Kind.class)),
                f.need("amount", money.amount()),
                f.need("on", DayTypes.DATE));
        f.done();
        return claimed;
    }

    private static Invoice.Dispute dispute(Fields f) {
        if (f == null) {
            return null;
        }
        LocalDate from = f.need("from", DayTypes.DATE);
        LocalDate to = f.maybe("to", DayTypes.DATE);
        DayOrder.notBefore(f, "to", to, from, "the dispute ends on " + to + ", before it starts on " + from);
        f.done();
        return new Invoice.Dispute(from, to);
    }
}
