package org.prorata.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Contracts of all profiles, the same for the same chance. */
final class Orders {

    /** The item that is charged by use. */
    static final String USED = "calls";

    private static final List<String> PROFILES = List.of(
            "standard",
            "standard",
            "standard",
            "standard",
            "teachup-2022-05",
            "connelink-2022-01",
            "sesame yearly",
            "sesame monthly",
            "scalingo-2022-09",
            "socialdirect-2024-10");
    private static final List<String> EVERY = List.of("month", "month", "month", "quarter", "half_year", "year");

    private final Random random;

    Orders(Random random) {
        this.random = random;
    }

    /** A contract that starts on a day or some weeks after it. */
    Order next(String id, LocalDate first) {
        String[] profile = pick(PROFILES).split(" ");
        Order order = new Order(id, profile[0], profile.length > 1 ? profile[1] : null);
        boolean standard = order.terms.equals("standard");
        order.first = first;
        order.start = first.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(50));
        order.country = order.terms.equals("sesame") ? "ES" : "FR";
        order.paymentDays = order.terms.startsWith("teachup") ? 0 : pick(List.of(0, 10, 30, 30));
        // within 45 days of any issue day: what law allows for every kind of invoice
        order.paymentRule = order.paymentDays <= 10 && random.nextInt(5) == 0 ? pick(List.of("eom_a", "eom_b")) : null;
        order.giftCode = order.terms.startsWith("teachup") && random.nextInt(4) == 0;
        if (standard) {
            order.termMonths = pick(java.util.Arrays.asList(1, 3, 12, 12, 24, null, null));
            order.proration = pick(List.of("daily", "daily", "remaining_months", "none"));
        }
        if (standard || random.nextInt(3) == 0) {
            order.every = pick(EVERY);
            order.timing = pick(List.of("advance", "advance", "arrears"));
            order.anchor = random.nextInt(3) == 0 ? 1 + random.nextInt(31) : null;
        }
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            order.items.add(item(
                    "i" + i,
                    i == 0 ? "subscription" : pick(List.of("subscription", "option")),
                    i == 0 ? order.start : order.start.plusDays(random.nextInt(3) == 0 ? random.nextInt(80) : 0)));
        }
        if (order.terms.startsWith("socialdirect") || random.nextInt(3) == 0) {
            order.items.add(usage(order.start));
        }
        if (random.nextInt(5) == 0) {
            LocalDate issued = order.start.minusDays(random.nextInt(60));
            LocalDate due = issued.plusDays(random.nextInt(30));
            LocalDate dispute = random.nextInt(2) == 0 ? null : due.plusDays(random.nextInt(60));
            order.elsewhere = new Order.Elsewhere(
                    "X-" + id,
                    issued,
                    due,
                    money(5_000),
                    dispute,
                    dispute == null ? null : dispute.plusDays(random.nextInt(50)));
        }
        return order;
    }

    /** An item charged by time. */
    Order.Item item(String id, String kind, LocalDate from) {
        Order.Item item = new Order.Item(
                id, kind, pick(List.of("month", "month", "quarter", "half_year", "year", "year")), money(1_500), from);
        item.quantity = BigDecimal.valueOf(pick(List.of(1, 1, 2, 3, 7)));
        if (random.nextInt(8) == 0) {
            item.to = from.plusDays(20 + random.nextInt(250));
        }
        if (random.nextInt(8) == 0) {
            item.vat = pick(List.of(new BigDecimal("5.50"), new BigDecimal("10")));
        }
        return item;
    }

    private Order.Item usage(LocalDate from) {
        return new Order.Item(USED, "usage", "unit", money(60), from);
    }

    BigDecimal money(int most) {
        return BigDecimal.valueOf(100 + random.nextInt(most * 100), 2);
    }

    <E> E pick(List<E> values) {
        return values.get(random.nextInt(values.size()));
    }
}
