package org.prorata.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One contract as the people of a history know it, and the dossier that says so. */
final class Order {

    final String id;
    final String terms;
    final String plan;
    LocalDate start;
    /** What fell due before is taken as invoiced elsewhere. */
    LocalDate first;
    Integer termMonths;
    String every;
    String timing;
    Integer anchor;
    String proration;
    int paymentDays;
    String country;
    String vatId;
    /** How the days of payment are counted, or null: net. */
    String paymentRule;
    /** The code of a free month. */
    boolean giftCode;
    /** Since when the client is insolvent, or null. */
    LocalDate insolventFrom;
    final List<Item> items = new ArrayList<>();
    /** Events of the dossier itself. */
    final List<Map<String, String>> events = new ArrayList<>();
    /** Events of files, by the ids of their rows. */
    final Map<String, Map<String, String>> fed = new LinkedHashMap<>();
    String disputed;
    /** An invoice from elsewhere, or null. */
    Elsewhere elsewhere;
    /** Since when the yardstick cannot speak of it, and why; null: it can. */
    String beyondYardstick;

    Order(String id, String terms, String plan) {
        this.id = id;
        this.terms = terms;
        this.plan = plan;
    }

    /** One item of an order. */
    static final class Item {
        final String id;
        final String kind;
        BigDecimal quantity = BigDecimal.ONE;
        BigDecimal price;
        final String per;
        LocalDate from;
        LocalDate to;
        BigDecimal vat;

        Item(String id, String kind, String per, BigDecimal price, LocalDate from) {
            this.id = id;
            this.kind = kind;
            this.per = per;
            this.price = price;
            this.from = from;
        }

        /** The same under another id. */
        Item named(String other) {
            Item item = new Item(other, kind, per, price, from);
            item.quantity = quantity;
            item.to = to;
            item.vat = vat;
            return item;
        }

        boolean timed() {
            return !kind.equals("usage");
        }
    }

    /** An invoice that another program made. */
    record Elsewhere(String id, LocalDate issued, LocalDate due, BigDecimal amount, LocalDate disputedFrom, LocalDate disputedTo) {
    }

    List<Item> timed() {
        return items.stream().filter(Item::timed).toList();
    }

    Item item(String name) {
        return items.stream().filter(item -> item.id.equals(name)).findFirst().orElse(null);
    }

    /** Whether an event names an item. */
    boolean told(String item) {
        return Stream.concat(events.stream(), fed.values().stream()).anyMatch(event -> item.equals(event.get("item")));
    }

    /** Whether somebody gave notice. */
    boolean ends() {
        return Stream.concat(events.stream(), fed.values().stream()).anyMatch(event -> event.get("event").equals("termination_notice"));
    }

    /** When what is issued on a day falls due. */
    LocalDate due(LocalDate issued) {
        if (paymentRule == null) {
            return issued.plusDays(paymentDays);
        }
        return paymentRule.equals("eom_a") ? endOfMonth(issued.plusDays(paymentDays)) : endOfMonth(issued).plusDays(paymentDays);
    }

    /** The judgment from which on what was served on a day bears nothing more, or null: French law says so of the client's earlier debts. */
    LocalDate judgment(LocalDate served) {
        return insolventFrom != null && !terms.equals("sesame") && served.isBefore(insolventFrom) ? insolventFrom : null;
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }

    /** The dossier as it is imported. */
    String yaml() {
        return yaml(events, "");
    }

    /** All facts at once, with nothing billed before, and the question what is due in a window. */
    String question(LocalDate from, LocalDate to) {
        List<Map<String, String>> all = new ArrayList<>(events);
        all.addAll(fed.values());
        // what is due without tax is the same for a client at home
        String home = terms.equals("sesame") ? "ES" : "FR";
        return yaml(all, "billed: []\nask: {question: bill, from: " + from + ", to: " + to + "}\n")
                .replaceFirst("country: ..[^}]*}", "country: " + home + "}");
    }

    private String yaml(List<Map<String, String>> told, String tail) {
        StringBuilder text = new StringBuilder();
        text.append("terms: ").append(terms).append('\n');
        text.append("customer: {id: C-").append(id).append(", country: ").append(country)
                .append(vatId == null ? "" : ", vat_id: " + vatId).append(insolventFrom == null ? "" : ", insolvent_from: " + insolventFrom).append("}\n");
        text.append("contract:\n  id: ").append(id).append("\n  start: ").append(start).append('\n');
        if (terms.equals("standard")) {
            text.append("  term_months: ").append(termMonths == null ? "null" : termMonths).append('\n');
            text.append("  proration: ").append(proration).append('\n');
        }
        text.append("  payment_days: ").append(paymentDays).append('\n');
        text.append(paymentRule == null ? "" : "  payment_rule: " + paymentRule + "\n").append(giftCode ? "  gift_code: true\n" : "");
        if (plan != null) {
            text.append("  plan: ").append(plan).append('\n');
        }
        if (every != null) {
            text.append("  billing: {every: ").append(every).append(", timing: ").append(timing)
                    .append(anchor == null ? "" : ", anchor_day: " + anchor).append("}\n");
        }
        text.append("  items:\n");
        for (Item item : items) {
            text.append("    - {id: ").append(item.id).append(", kind: ").append(item.kind).append(", quantity: ").append(item.quantity)
                    .append(", price: ").append(item.price).append(", per: ").append(item.per).append(", from: ").append(item.from)
                    .append(item.to == null ? "" : ", to: " + item.to).append(item.vat == null ? "" : ", vat_pct: " + item.vat).append("}\n");
        }
        if (elsewhere != null) {
            text.append("invoices:\n  - {id: ").append(elsewhere.id()).append(", issued: ").append(elsewhere.issued()).append(", due: ")
                    .append(elsewhere.due()).append(", amount: ").append(elsewhere.amount());
            if (elsewhere.disputedFrom() != null) {
                text.append(", disputed: {from: ").append(elsewhere.disputedFrom()).append(", to: ").append(elsewhere.disputedTo()).append('}');
            }
            text.append("}\n");
        }
        if (!told.isEmpty()) {
            text.append("events:\n");
            told.forEach(event -> text.append("  - {").append(event.entrySet().stream()
                    .map(field -> field.getKey() + ": " + field.getValue()).collect(Collectors.joining(", "))).append("}\n"));
        }
        return text.append(tail).toString();
    }

    /** Category and rate of what is charged for an item by the facts of now, by the law of C-VAT; null where no row says one. */
    Rate rate(Item item) {
        if (item.vat != null) {
            return new Rate("S", item.vat);
        }
        String seller = terms.equals("sesame") ? "ES" : "FR";
        if (country.equals(seller)) {
            return new Rate("S", seller.equals("ES") ? new BigDecimal("21") : new BigDecimal("20"));
        }
        return country.equals("CH") || vatId == null ? null : new Rate("AE", BigDecimal.ZERO);
    }

    /** What a day of an item costs at most by the facts of now: at its highest price, in the shortest period that the price is for. */
    double dearestDay(Item item) {
        double price = Stream.concat(events.stream(), fed.values().stream()).filter(event -> item.id.equals(event.get("item")) && event.containsKey("price"))
                .map(event -> new BigDecimal(event.get("price"))).reduce(item.price, BigDecimal::max).multiply(item.quantity).doubleValue();
        return price / switch (item.per) {
            case "month" -> 28;
            case "quarter" -> 90;
            case "half_year" -> 181;
            default -> 365;
        };
    }

    /** A VAT category with its rate. */
    record Rate(String category, BigDecimal pct) {

        Rate {
            pct = pct.stripTrailingZeros();
        }
    }
}
