package org.prorata.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** The steps that tell facts: new contracts, corrected ones, files of events. */
final class Facts {

    private final World world;

    Facts(World world) {
        this.world = world;
    }

    /** Tells what a step says, if there is anything to tell it of; false when it is no fact. */
    boolean tell(Step step) {
        Random random = new Random(step.chance());
        if (step.kind() == Step.Kind.NEW) {
            fresh(random);
            return true;
        }
        List<Order> all = world.all();
        if (all.isEmpty()) {
            return true;
        }
        Order order = all.get(random.nextInt(all.size()));
        Orders some = new Orders(random);
        Order.Item item = some.pick(order.timed());
        switch (step.kind()) {
            case PRICE -> item.price = some.money(1_500);
            case QUANTITY -> item.quantity = BigDecimal.valueOf(1 + random.nextInt(9));
            case START -> start(order, random.nextInt(40) - 15);
            case ANCHOR -> {
                if (order.every == null) {
                    return true;
                }
                order.anchor = random.nextInt(4) == 0 ? null : 1 + random.nextInt(31);
            }
            case ITEM_END -> item.to = later(item.from, world.now.plusDays(random.nextInt(120) - 70));
            case ITEM_DROP -> {
                if (order.timed().size() < 2) {
                    return true;
                }
                order.items.remove(item);
                order.events.removeIf(event -> item.id.equals(event.get("item")));
                withdraw(
                        order,
                        order.fed.entrySet().stream()
                                .filter(event -> item.id.equals(event.getValue().get("item")))
                                .map(Map.Entry::getKey)
                                .toList());
            }
            case ITEM_ADD ->
                order.items.add(some.item(
                        world.id("n"),
                        some.pick(List.of("subscription", "option")),
                        later(order.start, world.now.plusDays(random.nextInt(80) - 50))));
            case MOVE -> move(order, random);
            case VAT ->
                item.vat = item.vat != null && random.nextBoolean()
                        ? null
                        : some.pick(List.of(new BigDecimal("5.50"), new BigDecimal("10"), new BigDecimal("2.10")));
            case BREAK -> {
                order.country = "CH";
                order.vatId = null;
            }
            case MEND -> {
                List<Order> broken =
                        all.stream().filter(one -> one.country.equals("CH")).toList();
                if (broken.isEmpty()) {
                    return true;
                }
                imported(mended(broken.get(random.nextInt(broken.size()))));
                return true;
            }
            case RENAME -> {
                if (order.told(item.id)) {
                    return true;
                }
                order.items.set(order.items.indexOf(item), item.named(world.id("r")));
            }
            case INSOLVENT ->
                order.insolventFrom = order.insolventFrom == null ? world.now.minusDays(random.nextInt(60)) : null;
            case DISPUTE -> {
                if (order.elsewhere == null) {
                    return true;
                }
                LocalDate from = order.elsewhere.due().plusDays(random.nextInt(60));
                order.elsewhere = new Order.Elsewhere(
                        order.elsewhere.id(),
                        order.elsewhere.issued(),
                        order.elsewhere.due(),
                        order.elsewhere.amount(),
                        from,
                        from.plusDays(random.nextInt(60)));
            }
            case USAGE, PLAN_CHANGE, PRICE_NOTICE, END, USE_AFTER_END, WITHDRAW_EVENT -> {
                event(step.kind(), order, item, some, random);
                return true;
            }
            default -> {
                return false;
            }
        }
        imported(order);
        return true;
    }

    private void fresh(Random random) {
        LocalDate first = world.billedTo == null ? world.first : world.billedTo.plusDays(1);
        Order order = new Orders(random).next(world.id("K-"), first);
        if (random.nextInt(12) == 0) {
            order.country = "CH";
        }
        world.orders.put(order.id, order);
        imported(order);
    }

    void imported(Order order) {
        world.done(
                "import", "import", world.file(order.id + ".yaml", order.yaml()).toString());
    }

    static Order mended(Order order) {
        order.country = order.terms.equals("sesame") ? "ES" : "FR";
        return order;
    }

    private static void start(Order order, int days) {
        LocalDate before = order.start;
        order.start = later(order.first, before.plusDays(days));
        order.items.stream()
                .filter(item -> item.from.equals(before) || item.from.isBefore(order.start))
                .forEach(item -> {
                    item.from = order.start;
                    item.to = item.to == null ? null : later(item.from, item.to);
                });
    }

    private static void move(Order order, Random random) {
        String seller = order.terms.equals("sesame") ? "ES" : "FR";
        if (order.vatId != null) {
            order.country = seller;
            order.vatId = null;
        } else {
            order.country = random.nextBoolean() ? "DE" : "IT";
            order.vatId = order.country.equals("DE") ? "DE123456789" : "IT12345678901";
        }
    }

    private void event(Step.Kind kind, Order order, Order.Item item, Orders some, Random random) {
        if (kind == Step.Kind.WITHDRAW_EVENT) {
            List<String> ids = new ArrayList<>(order.fed.keySet());
            if (!ids.isEmpty()) {
                withdraw(order, List.of(ids.get(random.nextInt(ids.size()))));
            }
            return;
        }
        LocalDate on = later(later(order.start, item.from), world.now.plusDays(random.nextInt(80) - 50));
        Map<String, String> event = new LinkedHashMap<>();
        switch (kind) {
            case USAGE -> {
                Order.Item usage = order.item(Orders.USED);
                if (usage == null) {
                    return;
                }
                event.putAll(Map.of(
                        "event",
                        "usage",
                        "on",
                        on.toString(),
                        "item",
                        Orders.USED,
                        "quantity",
                        String.valueOf(1 + random.nextInt(20)),
                        "status",
                        "held"));
            }
            case PLAN_CHANGE -> {
                if (told(order, "plan_change", item.id, on)
                        || !on.isAfter(item.from)
                        || item.to != null && on.isAfter(item.to)) {
                    return;
                }
                event.putAll(Map.of(
                        "event",
                        "plan_change",
                        "on",
                        on.toString(),
                        "item",
                        item.id,
                        "price",
                        some.money(2_000).toString()));
            }
            case PRICE_NOTICE -> {
                if (told(order, "price_revision_notice", item.id, on)) {
                    return;
                }
                event.putAll(Map.of(
                        "event",
                        "price_revision_notice",
                        "on",
                        on.toString(),
                        "item",
                        item.id,
                        "price",
                        some.money(2_000).toString()));
            }
            case END -> {
                if (order.ends()) {
                    return;
                }
                event.putAll(notice(
                        on,
                        some.pick(List.of(
                                "convenience",
                                "non_renewal",
                                "force_majeure",
                                "switching",
                                "provider_breach",
                                "client_breach")),
                        on.plusDays(random.nextInt(150))));
            }
            default -> {
                if (Stream.concat(order.events.stream(), order.fed.values().stream())
                        .anyMatch(one -> one.get("event").equals("use_after_end"))) {
                    return;
                }
                event.putAll(Map.of(
                        "event", "use_after_end", "until", on.plusDays(200).toString()));
            }
        }
        if (random.nextInt(4) == 0 && kind != Step.Kind.USAGE) {
            order.events.add(event);
            imported(order);
        } else {
            feed(order, kind == Step.Kind.USAGE, event);
        }
    }

    /** Two notices of one kind about one item on one day contradict each other, and the second is refused. */
    private static boolean told(Order order, String kind, String item, LocalDate on) {
        return Stream.concat(order.events.stream(), order.fed.values().stream())
                .anyMatch(one -> one.get("event").equals(kind)
                        && item.equals(one.get("item"))
                        && on.toString().equals(one.get("on")));
    }

    /** A notice that comes as a row of a file. */
    void notice(Order order, LocalDate on, String cause, LocalDate end) {
        feed(order, false, notice(on, cause, end));
    }

    private static Map<String, String> notice(LocalDate on, String cause, LocalDate end) {
        return new LinkedHashMap<>(Map.of(
                "event",
                "termination_notice",
                "on",
                on.toString(),
                "by",
                cause.equals("client_breach") ? "provider" : "client",
                "cause",
                cause,
                "channel",
                "registered_letter",
                "end",
                end.toString()));
    }

    private void feed(Order order, boolean usage, Map<String, String> event) {
        String id = world.id(usage ? "u" : "e");
        List<String> columns = new ArrayList<>(event.keySet());
        if (usage) {
            columns.remove("event");
        }
        order.fed.put(id, event);
        world.done(
                "events",
                usage ? "usage" : "events",
                "import",
                world.file(
                                "events.csv",
                                "id,contract," + String.join(",", columns) + "\n" + id + "," + order.id + ","
                                        + String.join(
                                                ",",
                                                columns.stream().map(event::get).toList()) + "\n")
                        .toString());
    }

    private void withdraw(Order order, List<String> ids) {
        for (String id : ids) {
            boolean usage = id.startsWith("u");
            order.fed.remove(id);
            world.done("withdraw", usage ? "usage" : "events", "withdraw", id, "--reason", "mistaken");
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
