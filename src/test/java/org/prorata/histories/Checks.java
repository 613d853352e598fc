package org.prorata.histories;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.prorata.histories.Ledger.Doc;
import org.prorata.histories.Ledger.Line;
import org.prorata.histories.Ledger.Tax;
import org.prorata.histories.Order.Rate;

/** What has to hold of the documents after each step. */
final class Checks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final World world;

    Checks(World world) {
        this.world = world;
    }

    /** What many bills came to is what one bill of today's facts comes to. */
    void yardstick(Collection<Order> orders, LocalDate to) {
        List<Order> measured = orders.stream()
                .filter(order -> order.beyondYardstick == null && !world.parked.contains(order.id))
                .toList();
        Map<String, Map<String, BigDecimal>> due = new Yardstick(world).due(measured, to);
        Ledger ledger = new Ledger(world);
        for (Order order : measured) {
            Map<String, BigDecimal> wanted = due.get(order.id);
            if (wanted == null) {
                Fault.raise("yardstick-silent", order.id + " is billed by a run, but cannot be decided at once");
                continue;
            }
            Map<String, BigDecimal> net = ledger.net(order.id);
            Set<String> items = new TreeSet<>(wanted.keySet());
            items.addAll(net.keySet());
            for (String item : items) {
                BigDecimal one = wanted.getOrDefault(item, BigDecimal.ZERO);
                BigDecimal many = net.getOrDefault(item, BigDecimal.ZERO);
                if (one.compareTo(many) != 0) {
                    Fault.raise(
                            "yardstick",
                            order.id + " (" + order.terms + ") " + item + ": one bill up to " + to + " comes to " + one
                                    + ", the bills so far to " + many + "\n" + lines(ledger, order.id, item));
                    order.beyondYardstick = "it came out otherwise before";
                }
            }
        }
    }

    private static String lines(Ledger ledger, String contract, String item) {
        StringBuilder text = new StringBuilder();
        ledger.of(contract)
                .forEach(doc -> doc.lines().stream()
                        .filter(line -> line.item().equals(item))
                        .forEach(line -> text.append("  run ")
                                .append(doc.run())
                                .append(doc.cancelled() ? " (cancelled)" : "")
                                .append(": ")
                                .append(line)
                                .append('\n')));
        return text.toString();
    }

    /** Each document adds up, and its taxes are those of its lines, by rate on their sum, rounded once. */
    void documents() {
        Ledger ledger = new Ledger(world);
        for (Doc doc : ledger.docs.values()) {
            boolean fresh = remember(doc);
            if (doc.cancels() != null) {
                Doc whole = ledger.docs.get(doc.cancels());
                expect(
                        "cancellation",
                        doc.net().negate().compareTo(whole.net()) == 0
                                && doc.tax().negate().compareTo(whole.tax()) == 0,
                        doc + " against " + whole);
                continue;
            }
            BigDecimal net = doc.lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal tax = doc.taxes().stream().map(Tax::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            expect(
                    "sums",
                    net.compareTo(doc.net()) == 0
                            && tax.compareTo(doc.tax()) == 0
                            && doc.net().add(doc.tax()).compareTo(doc.gross()) == 0,
                    doc.toString());
            expect("sums", doc.credit() == doc.net().signum() < 0, "kind of " + doc);
            // what comes to nothing says why: lines that cancel each other
            expect(
                    "nothing",
                    doc.net().signum() != 0
                            || doc.lines().stream()
                                    .anyMatch(line -> line.amount().signum() != 0),
                    doc.toString());
            for (Tax one : doc.taxes()) {
                BigDecimal right = one.base().multiply(one.rate().pct()).divide(HUNDRED, 2, RoundingMode.HALF_UP);
                expect("tax-rounding", right.compareTo(one.amount()) == 0, one + " in " + doc);
            }
            if (fresh && !doc.lines().isEmpty()) {
                taxes(ledger, doc);
            }
        }
    }

    /** The rates of now belong to the documents that were just made. */
    private boolean remember(Doc doc) {
        if (world.rates.containsKey(doc.id())) {
            return false;
        }
        Map<String, Rate> rates = new TreeMap<>();
        world.orders.get(doc.contract()).items.forEach(item -> {
            if (world.orders.get(doc.contract()).rate(item) != null) {
                rates.put(item.id, world.orders.get(doc.contract()).rate(item));
            }
        });
        world.rates.put(doc.id(), rates);
        return true;
    }

    /** A charge bears today's rate, what gives back a charge the rate of that one, whatever the rate is today. */
    private void taxes(Ledger ledger, Doc doc) {
        List<List<Rate>> options = new ArrayList<>();
        int ways = 1;
        for (Line line : doc.lines()) {
            Set<Rate> allowed = new HashSet<>();
            Set<Rate> before = before(ledger, doc, line);
            Rate today = world.rates.get(doc.id()).get(line.item());
            // more of days that were charged before: as those were, or as of today
            allowed.addAll(before);
            if ((line.amount().signum() > 0 || before.isEmpty()) && today != null) {
                allowed.add(today);
            }
            options.add(new ArrayList<>(allowed));
            ways = Math.min(100_000, ways * Math.max(1, allowed.size()));
        }
        Map<Rate, BigDecimal> bases = new LinkedHashMap<>();
        doc.taxes().forEach(tax -> bases.merge(tax.rate(), tax.base(), BigDecimal::add));
        bases.values().removeIf(base -> base.signum() == 0);
        if (ways < 20_000 && !fits(doc.lines(), options, 0, bases)) {
            Fault.raise(
                    "tax",
                    doc.contract() + ": " + doc.taxes() + " is not the tax of " + doc.lines() + " by " + options);
        }
    }

    /** The rates that the lines bear which a line corrects: of the same item, for some of its days, charged before or beside it. */
    private Set<Rate> before(Ledger ledger, Doc doc, Line line) {
        Set<Rate> rates = new HashSet<>();
        for (Doc other : ledger.of(doc.contract())) {
            boolean charged = other.id() < doc.id()
                    && other.cancels() == null
                    && other.lines().stream()
                            .anyMatch(one -> one.item().equals(line.item())
                                    && one.amount().signum() > 0
                                    && one.overlaps(line));
            if (charged) {
                Rate then = world.rates.get(other.id()).get(line.item());
                List<Rate> borne = other.taxes().stream().map(Tax::rate).toList();
                // a charge of that day, or else one that itself followed an older line
                rates.addAll(then != null && borne.contains(then) ? List.of(then) : borne);
            }
        }
        boolean beside = doc.lines().stream()
                .anyMatch(one -> one.item().equals(line.item()) && one.amount().signum() > 0 && one.overlaps(line));
        Rate today = world.rates.get(doc.id()).get(line.item());
        if (beside && today != null) {
            rates.add(today);
        }
        return rates;
    }

    private static boolean fits(List<Line> lines, List<List<Rate>> options, int at, Map<Rate, BigDecimal> left) {
        if (at == lines.size()) {
            return left.values().stream().allMatch(base -> base.signum() == 0);
        }
        for (Rate rate : options.get(at)) {
            Map<Rate, BigDecimal> next = new LinkedHashMap<>(left);
            next.merge(rate, lines.get(at).amount().negate(), BigDecimal::add);
            if (fits(lines, options, at + 1, next)) {
                return true;
            }
        }
        return false;
    }

    /** No day of an item is charged twice net of what is given back, and nothing is given back that was not charged. */
    void days() {
        Ledger ledger = new Ledger(world);
        for (Order order : world.all()) {
            if (order.beyondYardstick != null) {
                continue;
            }
            Map<String, Map<List<LocalDate>, BigDecimal>> slots = new TreeMap<>();
            ledger.of(order.id).stream()
                    .filter(doc -> !doc.cancelled())
                    .flatMap(doc -> doc.lines().stream())
                    .filter(Line::byTime)
                    .forEach(line -> slots.computeIfAbsent(line.item(), key -> new LinkedHashMap<>())
                            .merge(List.of(line.from(), line.to()), line.amount(), BigDecimal::add));
            slots.forEach((item, sums) ->
                    together(order, item, sums, dearest(ledger, order, item), changed(ledger, order, item), ledger));
        }
    }

    /** What changes of plan charge: the terms may keep what was charged for the old plan beside it. */
    private static double changed(Ledger ledger, Order order, String item) {
        return ledger.of(order.id).stream()
                .filter(doc -> !doc.cancelled())
                .flatMap(doc -> doc.lines().stream())
                .filter(line -> line.item().equals(item) && line.reason().equals("upgrade"))
                .mapToDouble(line -> line.amount().doubleValue())
                .sum();
    }

    /** The most that a line charges for one of its days, or that one costs by the facts of now: what corrects a charge bears the difference only. */
    private static double dearest(Ledger ledger, Order order, String item) {
        double lines = ledger.of(order.id).stream()
                .filter(doc -> !doc.cancelled())
                .flatMap(doc -> doc.lines().stream())
                .filter(line -> line.byTime() && line.item().equals(item))
                .mapToDouble(line -> line.amount().doubleValue() / days(line.from(), line.to()))
                .max()
                .orElse(0);
        return Math.max(lines, order.item(item) == null ? 0 : order.dearestDay(order.item(item)));
    }

    /**
     * What hangs together is looked at together, for periods that a correction moved are made up for by the first of them: the days bear
     * the sum, and none less than nothing.
     */
    private static void together(
            Order order,
            String item,
            Map<List<LocalDate>, BigDecimal> slots,
            double most,
            double changed,
            Ledger ledger) {
        List<Map.Entry<List<LocalDate>, BigDecimal>> sorted = slots.entrySet().stream()
                .filter(slot -> slot.getValue().signum() != 0)
                .sorted(Comparator.comparing(slot -> slot.getKey().get(0)))
                .toList();
        // but by days, the first and the last part of a period may be charged like a whole one
        double parts = "daily".equals(order.proration)
                ? 0
                : 2
                        * sorted.stream()
                                .mapToDouble(slot -> slot.getValue().doubleValue())
                                .max()
                                .orElse(0);
        LocalDate from = null;
        LocalDate to = null;
        double sum = 0;
        // a start that moved forward leaves its new days to the lines that were billed before: no line names them
        long unnamed = 0;
        LocalDate named = order.item(item) == null ? null : order.item(item).from;
        for (Map.Entry<List<LocalDate>, BigDecimal> slot : sorted) {
            if (to == null || slot.getKey().get(0).isAfter(to.plusDays(1))) {
                from = slot.getKey().get(0);
                unnamed += named != null && named.isBefore(from) ? days(named, from.minusDays(1)) : 0;
                to = slot.getKey().get(1);
                sum = 0;
            }
            sum += slot.getValue().doubleValue();
            to = slot.getKey().get(1).isAfter(to) ? slot.getKey().get(1) : to;
            named = to.plusDays(1);
            boolean last = sorted.indexOf(slot) + 1 == sorted.size()
                    || sorted.get(sorted.indexOf(slot) + 1).getKey().get(0).isAfter(to.plusDays(1));
            if (last && (sum > most * (days(from, to) + unnamed) * 1.1 + parts + changed + 0.05 || sum < -0.05)) {
                Fault.raise(
                        "days",
                        order.id + " (" + order.terms + ") " + item + " from " + from + " to " + to + ": " + sum
                                + " net, at most " + most + " a day\n" + lines(ledger, order.id, item));
            }
        }
    }

    private static long days(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }

    static void expect(String kind, boolean holds, String message) {
        if (!holds) {
            Fault.raise(kind, message);
        }
    }
}
