package org.prorata.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.contract.Item;

/**
 * The sample dossiers worked by hand in plain Java, as somebody would who needs just these: the baseline of the rules
 * benchmark. One thread, no maps, no streams; the same amounts and, as data, the same figures for an explanation.
 */
final class PlainJava {

    private final LocalDate[] rateFrom;
    private final BigDecimal[] rates;
    private final LocalDate from = SampleDossiers.BILL.from();
    private final LocalDate to = SampleDossiers.BILL.to();
    private final LocalDate lateOn = SampleDossiers.LATE.on();

    /** @param rates legal rates of half-years in the order of {@code rateFrom} */
    PlainJava(LocalDate[] rateFrom, BigDecimal[] rates) {
        this.rateFrom = rateFrom;
        this.rates = rates;
    }

    /** A result with the figures that explain it. */
    record Result(String kind, String what, LocalDate from, LocalDate to, BigDecimal amount, List<Object> figures) {
    }

    List<Result> work(Dossier dossier) {
        List<Result> results = new ArrayList<>(16);
        bill(dossier, results);
        for (Invoice invoice : dossier.invoices()) {
            late(invoice, results);
        }
        return results;
    }

    private void bill(Dossier dossier, List<Result> results) {
        LocalDate start = dossier.contract().start();
        List<LocalDate> days = new ArrayList<>(2);
        List<BigDecimal> nets = new ArrayList<>(2);
        for (Item item : dossier.contract().items()) {
            int months = (from.getYear() - start.getYear()) * 12 + from.getMonthValue() - start.getMonthValue() - 1;
            BigDecimal price = item.price().multiply(item.quantity());
            for (int k = months; ; k++) {
                LocalDate first = start.plusMonths(k);
                if (first.isAfter(to)) {
                    break;
                }
                LocalDate last = start.plusMonths(k + 1).minusDays(1);
                LocalDate begins = first.isBefore(item.from()) ? item.from() : first;
                if (begins.isBefore(from) || begins.isAfter(last)) {
                    continue;
                }
                BigDecimal amount;
                List<Object> figures;
                if (begins.equals(first)) {
                    int part = Math.floorMod(k, 12) + 1;
                    amount = share(price, part, 12).subtract(share(price, part - 1, 12));
                    figures = List.of(amount, item.quantity(), item.price(), part, 12);
                } else {
                    int covered = (int) (last.toEpochDay() - begins.toEpochDay()) + 1;
                    int whole = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
                    amount = price.multiply(BigDecimal.valueOf(covered))
                            .divide(BigDecimal.valueOf(12L * whole), 2, RoundingMode.HALF_UP);
                    figures = List.of(amount, item.quantity(), item.price(), 1, 12, covered, whole);
                }
                results.add(new Result("charge", item.id(), begins, last, amount, figures));
                int day = days.indexOf(begins);
                if (day < 0) {
                    days.add(begins);
                    nets.add(amount);
                } else {
                    nets.set(day, nets.get(day).add(amount));
                }
            }
        }
        for (int i = 0; i < days.size(); i++) {
            BigDecimal net = nets.get(i);
            BigDecimal tax = net.multiply(TWENTY).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
            results.add(new Result("tax", "S", days.get(i), days.get(i), tax, List.of(tax, net, TWENTY)));
            results.add(new Result("invoice_total", "", days.get(i), days.get(i), net.add(tax), List.of(net.add(tax), net, tax)));
        }
    }

    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
    private static final BigDecimal FEE = new BigDecimal("40.00");
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal YEAR = BigDecimal.valueOf(36_500);

    private static BigDecimal share(BigDecimal price, int part, int parts) {
        return price.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(parts), 2, RoundingMode.HALF_UP);
    }

    private void late(Invoice invoice, List<Result> results) {
        LocalDate day = invoice.issued().plusDays(1);
        BigDecimal unpaid = invoice.amount();
        BigDecimal sum = BigDecimal.ZERO;
        List<Object> figures = new ArrayList<>(6);
        int next = 0;
        List<Invoice.Payment> payments = invoice.payments();
        while (!day.isAfter(lateOn) && unpaid.signum() > 0) {
            int half = 0;
            while (half + 1 < rateFrom.length && !rateFrom[half + 1].isAfter(day)) {
                half++;
            }
            LocalDate last = lateOn;
            if (half + 1 < rateFrom.length && rateFrom[half + 1].minusDays(1).isBefore(last)) {
                last = rateFrom[half + 1].minusDays(1);
            }
            while (next < payments.size() && payments.get(next).on().isBefore(day)) {
                unpaid = unpaid.subtract(payments.get(next++).amount());
            }
            if (unpaid.signum() <= 0) {
                break;
            }
            if (next < payments.size() && payments.get(next).on().isBefore(last)) {
                last = payments.get(next).on();
            }
            int days = (int) (last.toEpochDay() - day.toEpochDay()) + 1;
            BigDecimal rate = rates[half].multiply(THREE);
            sum = sum.add(unpaid.multiply(rate).multiply(BigDecimal.valueOf(days)));
            figures.add(List.of(day, last, days, rate, unpaid));
            day = last.plusDays(1);
        }
        BigDecimal interest = sum.divide(YEAR, 2, RoundingMode.HALF_UP);
        results.add(new Result("late_interest", invoice.id(), invoice.issued(), lateOn, interest, figures));
        results.add(new Result("recovery_fee", invoice.id(), invoice.issued(), lateOn, FEE, List.of(FEE)));
    }
}
