package org.prorata.contract.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Billing;
import org.prorata.contract.Contract;
import org.prorata.contract.Item;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.Plan;
import org.prorata.contract.Proration;
import org.prorata.contract.Revision;
import org.prorata.contract.Term;

/** Reads the contract and its items. */
final class ContractReader {

    private static final int MOST_MONTHS = 1200;
    private static final String BILLING = "a rhythm such as {every: month, timing: advance}";

    private final MoneyTypes money;
    private final String terms;
    private final boolean mustState;
    private final Ids items = new Ids("items");
    private final Map<String, Item.Per> pers = new HashMap<>();

    ContractReader(MoneyTypes money, String terms, KnownTerms known) {
        this.money = money;
        this.terms = terms;
        this.mustState = known.leavesOpen(terms);
    }

    Contract read(Fields f) {
        int before = f.errors();
        String id = f.need("id", Types.TEXT);
        LocalDate start = f.need("start", DayTypes.DATE);
        Term term = term(f);
        Integer paymentDays = f.maybe("payment_days", Types.integer(0, 3650));
        PaymentRule rule = f.or("payment_rule", Types.choice(PaymentRule.class), PaymentRule.NET);
        Plan plan = f.maybe("plan", Types.choice(Plan.class));
        Billing billing = billing(f);
        onlyWhereOpen(f, "proration");
        Proration proration = f.maybe("proration", Types.choice(Proration.class));
        onlyWhereOpen(f, "revision");
        Revision revision = revision(f.child("revision"));
        Integer modules = f.maybe("export_modules", Types.integer(0, 1_000_000));
        boolean gift = f.or("gift_code", Types.FLAG, false);
        List<Item> all = f.list("items", this::item);
        f.done();
        return f.errors() > before
                ? null
                : new Contract(
                        id, start, term, paymentDays, rule, plan, billing, proration, revision, modules, gift, all);
    }

    /** The ids of the contract's items, for events that name one. */
    Ids items() {
        return items;
    }

    /** What an item's price is for, null when there is no such item. */
    Item.Per per(String item) {
        return pers.get(item);
    }

    private Term term(Fields f) {
        if (!f.states("term_months")) {
            if (mustState) {
                f.missing(
                        "term_months",
                        "the terms " + terms + " leave it to the dossier; a number of months, or null for open-ended,");
            }
            return Term.OF_THE_TERMS;
        }
        if (f.take("term_months") == null) {
            return Term.OPEN_ENDED;
        }
        Integer months = f.maybe("term_months", Types.integer(1, MOST_MONTHS));
        return months == null ? Term.OF_THE_TERMS : Term.months(months);
    }

    private Billing billing(Fields f) {
        Fields b = f.child("billing");
        if (b == null) {
            if (mustState && f.take("billing") == null) {
                f.missing("billing", "the terms " + terms + " leave it to the dossier; " + BILLING);
            }
            return null;
        }
        Billing billing = new Billing(
                b.need("every", Types.choice(Billing.Every.class)),
                b.need("timing", Types.choice(Billing.Timing.class)),
                b.maybe("anchor_day", Types.integer(1, 31)));
        b.done();
        return billing;
    }

    private void onlyWhereOpen(Fields f, String name) {
        if (terms != null && !mustState && f.take(name) != null) {
            f.refuse(
                    name,
                    "not-allowed",
                    "is stated by the terms " + terms + "; only a dossier without contract terms (standard) states it");
        }
    }

    private static Revision revision(Fields f) {
        if (f == null) {
            return null;
        }
        Revision revision = new Revision(
                f.need("index", Types.TEXT),
                f.need("base_month", DayTypes.MONTH),
                f.or("share", Types.between("0", "1", 6), BigDecimal.ONE),
                f.maybe("cap_pct", Types.between("-100", "1000", 6)),
                f.maybe("floor_pct", Types.between("-100", "1000", 6)),
                f.maybe("decimals", Types.integer(0, 6)));
        if (revision.capPct() != null
                && revision.floorPct() != null
                && revision.floorPct().compareTo(revision.capPct()) > 0) {
            f.refuse(
                    "floor_pct",
                    "out-of-range",
                    revision.floorPct() + " is above cap_pct " + revision.capPct() + "; at most the cap is allowed");
        }
        f.done();
        return revision;
    }

    private Item item(Fields f) {
        int before = f.errors();
        String id = items.read(f);
        Item.Kind kind = f.or("kind", Types.choice(Item.Kind.class), Item.Kind.SUBSCRIPTION);
        BigDecimal quantity = f.or("quantity", Types.decimal(6, "a quantity has at most 6"), BigDecimal.ONE);
        Item.Per per = f.need("per", Types.choice(Item.Per.class));
        BigDecimal price = f.need("price", money.price(per));
        LocalDate from = f.need("from", DayTypes.DATE);
        LocalDate to = f.maybe("to", DayTypes.DATE);
        DayOrder.notBefore(f, "to", to, from, "the item ends on " + to + ", before it starts on " + from);
        BigDecimal vat = f.maybe("vat_pct", Types.between("0", "100", 4));
        Item.Edition plan = f.maybe("plan", Types.choice(Item.Edition.class));
        f.done();
        pers.put(id, per);
        return f.errors() > before ? null : new Item(id, kind, quantity, price, per, from, to, vat, plan);
    }
}
