package org.prorata.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.prorata.contract.ChargeReason;
import org.prorata.values.Period;

/**
 * Days of an item that are charged twice, net of what is given back. Periods may come to overlap when they are laid out anew after
 * billing; then what is due for the item tells: what was charged comes to no more than one bill of all its days.
 */
public final class ChargedTwice {

    private ChargedTwice() {}

    /** A line of an item; {@code catchUp}: it adds to what was charged for its days. */
    public record Line(
            String item, LocalDate from, LocalDate to, BigDecimal amount, ChargeReason reason, boolean catchUp) {

        Period period() {
            return new Period(from, to);
        }

        /** Whether it charges days by itself. */
        boolean charges() {
            return !catchUp && !reason.credit() && ofTime();
        }

        /** A change of plan: it may overlap what began before it, as the old plan is not always given back. */
        boolean change() {
            return reason == ChargeReason.UPGRADE;
        }

        boolean credit() {
            return reason == ChargeReason.UNUSED || reason == ChargeReason.CORRECTION;
        }

        boolean ofTime() {
            return credit() || reason.family() == ChargeReason.RECURRING;
        }
    }

    /** Days of an item. */
    public record Found(String item, Period days) {

        @Override
        public String toString() {
            return item + " from " + days.from() + " to " + days.to();
        }
    }

    /** Of each item of one contract the first days that two charges cover and no credit touches. */
    public static List<Found> overlapping(List<Line> lines) {
        return found(lines, ChargedTwice::overlap);
    }

    /** The first period of one contract that is charged again from its first day to its last, with no credit for any of its days. */
    public static Optional<Found> again(List<Line> lines) {
        return found(lines, ChargedTwice::same).stream().findFirst();
    }

    /** What the lines of an item charge for time, less what they give back. */
    public static BigDecimal net(List<Line> lines, String item) {
        return lines.stream()
                .filter(line -> line.item().equals(item) && line.ofTime())
                .map(line -> line.reason().credit() ? line.amount().negate() : line.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Found> found(List<Line> lines, Function<List<Line>, Optional<Found>> look) {
        TreeMap<String, List<Line>> items = new TreeMap<>();
        lines.stream()
                .filter(Line::ofTime)
                .forEach(line -> items.computeIfAbsent(line.item(), id -> new ArrayList<>())
                        .add(line));
        return items.values().stream()
                .flatMap(item -> look.apply(item).stream())
                .toList();
    }

    private static Optional<Found> overlap(List<Line> lines) {
        LocalDate covered = LocalDate.MIN;
        for (Line charge : charges(lines)) {
            if (!charge.change() && !charge.from().isAfter(covered)) {
                Period days = new Period(charge.from(), charge.to().isBefore(covered) ? charge.to() : covered);
                if (kept(days, lines)) {
                    return Optional.of(new Found(charge.item(), days));
                }
            }
            covered = charge.to().isAfter(covered) ? charge.to() : covered;
        }
        return Optional.empty();
    }

    private static Optional<Found> same(List<Line> lines) {
        Line last = null;
        for (Line charge : charges(lines)) {
            if (last != null
                    && !charge.change()
                    && charge.period().equals(last.period())
                    && kept(charge.period(), lines)) {
                return Optional.of(new Found(charge.item(), charge.period()));
            }
            last = charge;
        }
        return Optional.empty();
    }

    /** Whether nothing is given back of any of the days. */
    private static boolean kept(Period days, List<Line> lines) {
        return lines.stream().noneMatch(line -> line.credit() && line.period().overlaps(days));
    }

    private static List<Line> charges(List<Line> lines) {
        return lines.stream()
                .filter(Line::charges)
                .sorted(Comparator.comparing(Line::from).thenComparing(Line::to))
                .toList();
    }
}
