package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.prorata.contract.Billed;
import org.prorata.values.Period;

/**
 * What was charged and is not given back yet, line by line. A credit first takes what its own account was charged, of that the days
 * that it names, of those the latest line.
 */
final class Charged {

    private final List<Line> lines = new ArrayList<>();

    /**
     * A line that was charged.
     *
     * @param billed   null for a line of this bill
     * @param document the document that it stands on, or null
     */
    record Line(
            Object of, String item, Period period, String document, Billed billed, BillLine own, BigDecimal[] left) {

        BigDecimal open() {
            return left[0];
        }

        private boolean touches(Period days) {
            return !period.from().isAfter(days.to()) && !period.to().isBefore(days.from());
        }
    }

    void billed(DueAgainstBilled account, Billed row) {
        lines.add(new Line(
                account, row.item(), new Period(row.from(), row.to()), row.invoice(), row, null, new BigDecimal[] {
                    row.amount()
                }));
    }

    void own(BillLine line) {
        lines.add(new Line(line.of(), line.itemId(), line.period(), line.on().toString(), null, line, new BigDecimal[] {
            line.amount()
        }));
    }

    /** What a credit names: the document that it was said to give back, or null. */
    record Credit(Object of, String item, Period days, String named, boolean apart) {}

    /** Takes an amount; {@code each} is told of every line what is taken of it, and of null what no line covers. */
    void take(Credit credit, BigDecimal amount, BiConsumer<Line, BigDecimal> each) {
        BigDecimal open = amount;
        for (Line line : fitting(credit)) {
            BigDecimal part = line.open().min(open);
            if (part.signum() > 0) {
                line.left()[0] = line.open().subtract(part);
                open = open.subtract(part);
                each.accept(line, part);
            }
        }
        if (open.signum() > 0) {
            each.accept(null, open);
        }
    }

    /** The lines of the item that a credit may give back, those that fit best first: the latest of those that fit alike. */
    private List<Line> fitting(Credit credit) {
        List<Line> fitting = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (fits(lines.get(i), credit)) {
                fitting.add(lines.get(i));
            }
        }
        fitting.sort(Comparator.<Line, Boolean>comparing(line -> !named(line, credit))
                .thenComparing(line -> line.of() != credit.of())
                .thenComparing(line -> !line.touches(credit.days())));
        return fitting;
    }

    private static boolean fits(Line line, Credit credit) {
        if (!line.item().equals(credit.item())) {
            return false;
        }
        if (line.of() == credit.of()) {
            return true;
        }
        // other lines of this bill are charged beside it, not given back by it
        return (line.own() == null || credit.apart()) && (line.touches(credit.days()) || named(line, credit));
    }

    private static boolean named(Line line, Credit credit) {
        return credit.named() != null && credit.named().equals(line.document());
    }
}
