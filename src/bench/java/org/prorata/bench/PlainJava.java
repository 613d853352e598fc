package org.prorata.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.contract.Item;
import org.prorata.decision.Because;
import org.prorata.decision.Decision;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.values.Period;

/**
 * The sample dossiers worked by hand in plain Java, as somebody would who needs just these: the baseline of the rules
 * benchmark. One thread, no maps, no streams; the same decisions with the same figures to explain them.
 */
final class PlainJava {

    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
    private static final BigDecimal FEE = new BigDecimal("40.00");
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal YEAR = BigDecimal.valueOf(36_500);

    private final LocalDate from = SampleDossiers.BILL.from();
    private final LocalDate to = SampleDossiers.BILL.to();
    private final LocalDate lateOn = SampleDossiers.LATE.on();
    private final WrittenIn known;

    PlainJava(WrittenIn known) {
        this.known = known;
    }

    /** What is written into the program: legal rates by half-year, and the places to cite. */
    record WrittenIn(
            LocalDate[] rateFrom,
            BigDecimal[] rates,
            TableRow[] rateRows,
            TableRow term,
            TableRow added,
            TableRow vat,
            TableRow payment,
            TableRow interest,
            TableRow fee) {}

    List<Decision> bill(Dossier dossier) {
        List<Decision> decisions = new ArrayList<>(12);
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
                Decision.Charge charge = begins.equals(first)
                        ? part(item, price, first, last, Math.floorMod(k, 12) + 1)
                        : days(item, price, new Period(first, last), begins);
                decisions.add(charge);
                int day = days.indexOf(begins);
                if (day < 0) {
                    days.add(begins);
                    nets.add(charge.amount());
                } else {
                    nets.set(day, nets.get(day).add(charge.amount()));
                }
            }
        }
        for (int i = 0; i < days.size(); i++) {
            tax(days.get(i), nets.get(i), decisions);
        }
        return decisions;
    }

    private Decision.Charge part(Item item, BigDecimal price, LocalDate first, LocalDate last, int part) {
        BigDecimal amount = share(price, part).subtract(share(price, part - 1));
        Because because = because(
                "part",
                List.of(known.term()),
                List.of(Reason.of("charge.part", amount, item.quantity(), item.price(), part, 12)));
        return new Decision.Charge(
                item.id(), first, last, item.quantity(), amount, first, ChargeReason.RECURRING, false, because);
    }

    private Decision.Charge days(Item item, BigDecimal price, Period whole, LocalDate begins) {
        int covered = new Period(begins, whole.to()).days();
        BigDecimal amount = price.multiply(BigDecimal.valueOf(covered))
                .divide(BigDecimal.valueOf(12L * whole.days()), 2, RoundingMode.HALF_UP);
        Because because = because(
                "days",
                List.of(known.added(), known.term()),
                List.of(Reason.of(
                        "charge.daily", amount, item.quantity(), item.price(), 1, 12, covered, whole.days(), whole)));
        return new Decision.Charge(
                item.id(), begins, whole.to(), item.quantity(), amount, begins, ChargeReason.ADDED, false, because);
    }

    private void tax(LocalDate day, BigDecimal net, List<Decision> decisions) {
        BigDecimal tax = net.multiply(TWENTY).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        BigDecimal gross = net.add(tax);
        decisions.add(new Decision.Tax(
                day,
                "S",
                TWENTY,
                net,
                tax,
                because("tax", List.of(known.vat()), List.of(Reason.of("tax.sum", tax, net, TWENTY, "S")))));
        decisions.add(new Decision.InvoiceTotal(
                day,
                net,
                tax,
                gross,
                because("tax", List.of(known.vat()), List.of(Reason.of("total.invoice", gross, net, tax)))));
    }

    private static BigDecimal share(BigDecimal price, int part) {
        return price.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP);
    }

    List<Decision> late(Dossier dossier) {
        List<Decision> decisions = new ArrayList<>(4);
        for (Invoice invoice : dossier.invoices()) {
            late(invoice, decisions);
        }
        return decisions;
    }

    private void late(Invoice invoice, List<Decision> decisions) {
        LocalDate day = invoice.issued().plusDays(1);
        BigDecimal unpaid = invoice.amount();
        BigDecimal sum = BigDecimal.ZERO;
        List<Decision.Segment> segments = new ArrayList<>(4);
        List<TableRow> rows = new ArrayList<>(4);
        rows.add(known.interest());
        int next = 0;
        int all = 0;
        int half = 0;
        List<Invoice.Payment> payments = invoice.payments();
        while (!day.isAfter(lateOn) && unpaid.signum() > 0) {
            while (half + 1 < known.rateFrom().length && !known.rateFrom()[half + 1].isAfter(day)) {
                half++;
            }
            LocalDate last = lateOn;
            if (half + 1 < known.rateFrom().length
                    && known.rateFrom()[half + 1].minusDays(1).isBefore(last)) {
                last = known.rateFrom()[half + 1].minusDays(1);
            }
            if (next < payments.size() && payments.get(next).on().isBefore(last)) {
                last = payments.get(next).on();
            }
            int days = (int) (last.toEpochDay() - day.toEpochDay()) + 1;
            BigDecimal rate = known.rates()[half].multiply(THREE);
            sum = sum.add(unpaid.multiply(rate).multiply(BigDecimal.valueOf(days)));
            segments.add(new Decision.Segment(day, last, days, rate, unpaid));
            if (rows.get(rows.size() - 1) != known.rateRows()[half]) {
                rows.add(known.rateRows()[half]);
            }
            all += days;
            while (next < payments.size() && !payments.get(next).on().isAfter(last)) {
                unpaid = unpaid.subtract(payments.get(next++).amount());
            }
            day = last.plusDays(1);
        }
        BigDecimal interest = sum.divide(YEAR, 2, RoundingMode.HALF_UP);
        Reason due = Reason.of("late.due.net", invoice.issued(), 0, invoice.issued());
        List<Reason> reasons = new ArrayList<>(segments.size() + 2);
        reasons.add(Reason.of("late.interest.multiple", invoice.id(), interest, all, THREE, "legal-fr"));
        reasons.add(due);
        for (Decision.Segment one : segments) {
            reasons.add(Reason.of("late.segment", one.from(), one.to(), one.days(), one.base(), one.ratePct(), 365));
        }
        rows.add(known.payment());
        decisions.add(new Decision.LateInterest(
                invoice.id(), all, interest, interest, segments, because("late", rows, reasons)));
        decisions.add(new Decision.RecoveryFee(
                invoice.id(),
                FEE,
                FEE,
                because(
                        "late",
                        List.of(known.fee(), known.payment()),
                        List.of(
                                Reason.of(
                                        "late.fee",
                                        invoice.id(),
                                        FEE,
                                        invoice.issued().plusDays(1)),
                                due))));
    }

    private static Because because(String rule, List<TableRow> rows, List<Reason> reasons) {
        return new Because(rows.get(0).reading(), List.of(rule), rows, reasons, List.of());
    }
}
