package org.prorata.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prorata.contract.ChargeReason;
import org.prorata.values.Period;

/**
 * Days of an item that are charged twice, net of what is given back. Periods may come to overlap when they are laid out anew after
 * billing; then the sums tell: what is charged for days that hang together is no more than the dearest line of each day asks for, and
 * days of the item that no line names may be among them.
 */
public final class ChargedTwice {

    private static final int PLACES = 12;
    /** The shortest month is three days shorter than the longest. */
    private static final int MONTHS_DIFFER = 3;

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

        BigDecimal daily() {
            return amount.divide(BigDecimal.valueOf(period().days()), PLACES, RoundingMode.HALF_UP);
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

    /** The first such days of one contract, whose items begin on these days. */
    public static Optional<Found> of(List<Line> lines, Map<String, LocalDate> begins) {
        TreeMap<String, List<Line>> items = new TreeMap<>();
        lines.stream()
                .filter(Line::ofTime)
                .forEach(line -> items.computeIfAbsent(line.item(), id -> new ArrayList<>())
                        .add(line));
        return items.entrySet().stream()
                .flatMap(item -> ofItem(item.getValue(), begins.get(item.getKey())).stream())
                .findFirst();
    }

    private static Optional<Found> ofItem(List<Line> lines, @Nullable LocalDate begins) {
        List<Line> charges = lines.stream()
                .filter(Line::charges)
                .sorted(Comparator.comparing(Line::from).thenComparing(Line::to))
                .toList();
        LocalDate covered = LocalDate.MIN;
        for (Line charge : charges) {
            if (!charge.change() && !charge.from().isAfter(covered)) {
                Period days = new Period(charge.from(), charge.to().isBefore(covered) ? charge.to() : covered);
                if (lines.stream()
                                .noneMatch(
                                        line -> line.credit() && line.period().overlaps(days))
                        && beyond(together(days, lines), begins, lines)) {
                    return Optional.of(new Found(charge.item(), days));
                }
            }
            covered = charge.to().isAfter(covered) ? charge.to() : covered;
        }
        return Optional.empty();
    }

    /** The lines whose days hang together with some days, one beside the other. */
    private static List<Line> together(Period days, List<Line> lines) {
        Period all = days;
        List<Line> found = List.of();
        while (true) {
            Period within = all;
            List<Line> more = lines.stream()
                    .filter(line -> line.period().overlaps(beside(within)))
                    .toList();
            if (more.size() == found.size()) {
                return found;
            }
            found = more;
            for (Line line : found) {
                all = new Period(
                        line.from().isBefore(all.from()) ? line.from() : all.from(),
                        line.to().isAfter(all.to()) ? line.to() : all.to());
            }
        }
    }

    private static Period beside(Period days) {
        return new Period(days.from().minusDays(1), days.to().plusDays(1));
    }

    /** Whether they come to more than each day is worth once, by more than what rounding leaves. */
    private static boolean beyond(List<Line> lines, @Nullable LocalDate begins, List<Line> all) {
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal once = BigDecimal.ZERO;
        BigDecimal unit = BigDecimal.ZERO;
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Line line : lines) {
            net = line.reason().credit() ? net.subtract(line.amount()) : net.add(line.amount());
            unit = unit.add(BigDecimal.ONE.movePointLeft(line.amount().scale()));
            once = line.catchUp() ? once.add(line.amount()) : once;
            first = line.from().isBefore(first) ? line.from() : first;
            last = line.to().isAfter(last) ? line.to() : last;
        }
        List<Line> charges = lines.stream().filter(Line::charges).toList();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            once = once.add(worth(day, charges));
        }
        long unnamed = unnamed(begins, first, all);
        // what was billed from a later start covers other months than what is billed from the earlier one
        once = once.add(worth(first, charges).multiply(BigDecimal.valueOf(unnamed == 0 ? 0 : unnamed + MONTHS_DIFFER)));
        return net.compareTo(once.add(unit)) > 0;
    }

    /** Days of the item just before some day that no line names. */
    private static long unnamed(@Nullable LocalDate begins, LocalDate first, List<Line> all) {
        LocalDate from = begins == null ? first : begins;
        for (Line line : all) {
            from = line.to().isBefore(first) && !line.to().isBefore(from)
                    ? line.to().plusDays(1)
                    : from;
        }
        return Math.max(0, ChronoUnit.DAYS.between(from, first));
    }

    /** What a day is worth once: the dearest line; a change of plan beside what it found. */
    private static BigDecimal worth(LocalDate day, List<Line> charges) {
        BigDecimal worth = BigDecimal.ZERO;
        for (Line line : charges) {
            if (line.period().contains(day)) {
                BigDecimal daily = line.daily();
                if (line.change()) {
                    daily = daily.add(worth(
                            day,
                            charges.stream()
                                    .filter(other -> other.from().isBefore(line.from()))
                                    .toList()));
                }
                worth = worth.max(daily);
            }
        }
        return worth;
    }
}
