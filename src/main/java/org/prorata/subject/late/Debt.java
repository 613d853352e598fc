package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.prorata.contract.Invoice;

/** What is owed on one invoice as far as it is known on a day: later payments and claims are not. */
final class Debt {

    private final Invoice invoice;
    private final LocalDate due;
    private final LocalDate on;
    private final List<Invoice.Payment> payments;
    private final LocalDate lastBearing;
    private final Invoice.Dispute dispute;
    private final LocalDate firstLate;
    private final LocalDate undisputedFrom;
    private final boolean late;
    private BigDecimal balance;

    Debt(Invoice invoice, LocalDate due, LocalDate on) {
        this(invoice, due, on, on, invoice.disputed());
    }

    private Debt(Invoice invoice, LocalDate due, LocalDate on, LocalDate lastBearing, Invoice.Dispute dispute) {
        this.invoice = invoice;
        this.due = due;
        this.on = on;
        this.lastBearing = lastBearing;
        this.dispute = dispute;
        this.payments = known(invoice.payments(), on);
        this.firstLate = due.plusDays(1);
        this.late = !firstLate.isAfter(on) && unpaid(firstLate).signum() > 0;
        this.undisputedFrom = late ? findUndisputed() : null;
    }

    /** The same debt, whose days bear no interest after a day. */
    Debt bearingUntil(LocalDate last) {
        return new Debt(invoice, due, on, last.isBefore(lastBearing) ? last : lastBearing, dispute);
    }

    /** The same debt, of which a dispute leaves the interest as it is. */
    Debt bearingInDispute() {
        return new Debt(invoice, due, on, lastBearing, null);
    }

    /** The payments up to a day in the order of their days; mostly the very list given. */
    private static List<Invoice.Payment> known(List<Invoice.Payment> all, LocalDate on) {
        boolean asGiven = true;
        for (int i = 0; i < all.size(); i++) {
            LocalDate day = all.get(i).on();
            asGiven &=
                    !day.isAfter(on) && (i == 0 || !day.isBefore(all.get(i - 1).on()));
        }
        if (asGiven) {
            return all;
        }
        List<Invoice.Payment> known = new ArrayList<>(all);
        known.removeIf(payment -> payment.on().isAfter(on));
        known.sort(Comparator.comparing(Invoice.Payment::on));
        return known;
    }

    Invoice invoice() {
        return invoice;
    }

    LocalDate due() {
        return due;
    }

    /** The day of the computation. */
    LocalDate on() {
        return on;
    }

    /** The last day that can bear interest. */
    LocalDate lastBearing() {
        return lastBearing;
    }

    /** The dispute whose days bear none, or null. */
    Invoice.Dispute dispute() {
        return dispute;
    }

    List<Invoice.Payment> payments() {
        return payments;
    }

    /** The unpaid sum of a day; a payment lowers it the day after, for the day of payment still bears interest. */
    BigDecimal unpaid(LocalDate day) {
        BigDecimal sum = invoice.amount();
        for (int i = 0; i < payments.size() && payments.get(i).on().isBefore(day); i++) {
            sum = sum.subtract(payments.get(i).amount());
        }
        return sum;
    }

    /** The invoice's sum less all payments; below zero when more was paid. */
    BigDecimal balance() {
        if (balance == null) {
            BigDecimal left = invoice.amount();
            for (int i = 0; i < payments.size(); i++) {
                left = left.subtract(payments.get(i).amount());
            }
            balance = left;
        }
        return balance;
    }

    /** The day after the due day. */
    LocalDate firstLate() {
        return firstLate;
    }

    boolean late() {
        return late;
    }

    boolean disputed(LocalDate day) {
        return invoice.disputed() != null && invoice.disputed().covers(day);
    }

    /** The first late day whose interest no dispute takes away, or null: there is none by the day of the computation. */
    LocalDate undisputedFrom() {
        return undisputedFrom;
    }

    private LocalDate findUndisputed() {
        LocalDate day = firstLate;
        if (dispute != null && dispute.covers(day)) {
            if (dispute.to() == null) {
                return null;
            }
            day = dispute.to().plusDays(1);
        }
        // of the first late day it is known that something is unpaid
        return day != firstLate && (day.isAfter(on) || unpaid(day).signum() <= 0) ? null : day;
    }

    /** The first day from a day on that is not disputed as far as is known, or null: the dispute has not ended. */
    LocalDate undisputed(LocalDate from) {
        return !disputed(from) || invoice.disputed().from().isAfter(on)
                ? from
                : invoice.disputed().to() == null
                        ? null
                        : invoice.disputed().to().plusDays(1);
    }

    /** What debit notes of that kind have claimed by the day of the computation. */
    BigDecimal claimed(Invoice.Claimed.Kind kind) {
        BigDecimal sum = BigDecimal.ZERO;
        List<Invoice.Claimed> all = invoice.claimed();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() == kind && !all.get(i).on().isAfter(on)) {
                sum = sum.add(all.get(i).amount());
            }
        }
        return sum;
    }
}
