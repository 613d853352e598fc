package org.prorata.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Party;

/**
 * Something the rules concluded. Amounts are positive, rounded to the currency's digits; a credit lowers the bill. Only
 * totals and taxes of a credit note are negative.
 */
public sealed interface Decision {

    Because because();

    /**
     * A line that is charged; {@code quantity} null where none applies. Category and rate of its tax are null where they are those of the
     * first tax of its day.
     */
    record Charge(
            String item,
            LocalDate from,
            LocalDate to,
            BigDecimal quantity,
            BigDecimal amount,
            LocalDate on,
            ChargeReason reason,
            boolean catchUp,
            String category,
            BigDecimal ratePct,
            Because because)
            implements Decision {

        public Charge(
                String item,
                LocalDate from,
                LocalDate to,
                BigDecimal quantity,
                BigDecimal amount,
                LocalDate on,
                ChargeReason reason,
                boolean catchUp,
                Because because) {
            this(item, from, to, quantity, amount, on, reason, catchUp, null, null, because);
        }
    }

    /**
     * A line that is credited.
     *
     * @param corrects the invoice that it gives back: its name, or its invoicing day where it is of the same answer; null where none is known
     */
    record Credit(
            String item,
            LocalDate from,
            LocalDate to,
            BigDecimal amount,
            LocalDate on,
            ChargeReason reason,
            String corrects,
            String category,
            BigDecimal ratePct,
            Because because)
            implements Decision {

        /** The same, giving back the invoice of that name. */
        public Credit correcting(String invoice) {
            return new Credit(item, from, to, amount, on, reason, invoice, category, ratePct, because);
        }
    }

    /** Tax of one invoicing day in one category at one rate (UNCL 5305: S, AE, O …). */
    record Tax(LocalDate on, String category, BigDecimal ratePct, BigDecimal base, BigDecimal amount, Because because)
            implements Decision {}

    /** Sum of one invoicing day: one invoice, or a credit note when net is below zero. */
    record InvoiceTotal(LocalDate on, BigDecimal net, BigDecimal tax, BigDecimal gross, Because because)
            implements Decision {}

    /** Interest on one invoice up to the day asked; {@code toClaim} is what debit notes have not claimed yet. */
    record LateInterest(
            String invoice, int days, BigDecimal amount, BigDecimal toClaim, List<Segment> segments, Because because)
            implements Decision {
        public LateInterest {
            segments = List.copyOf(segments);
        }
    }

    /** Days at one rate on one unpaid sum, tax included. */
    record Segment(LocalDate from, LocalDate to, int days, BigDecimal ratePct, BigDecimal base) {}

    /** The fixed sum for recovery costs, once per late invoice. */
    record RecoveryFee(String invoice, BigDecimal amount, BigDecimal toClaim, Because because) implements Decision {}

    /** From that day access may be suspended. */
    record SuspensionRight(LocalDate from, Because because) implements Decision {}

    /** From that day the party may terminate. */
    record TerminationRight(Party party, LocalDate from, Because because) implements Decision {}

    /** A new price that was told: applied from a day, or refused; the last day for the client's notice, or null. */
    record PriceRevision(
            String item,
            RevisionStatus status,
            LocalDate effective,
            BigDecimal oldPrice,
            BigDecimal newPrice,
            LocalDate clientMayLeaveUntil,
            Because because)
            implements Decision {}

    /** What became of a told price. */
    enum RevisionStatus {
        APPLIED,
        REFUSED
    }

    /** Whether a notice reached the end that was asked for, and the last day on which it would have. */
    record Notice(NoticeStatus status, LocalDate deadline, Because because) implements Decision {}

    /** Whether a notice or request came in time. */
    enum NoticeStatus {
        IN_TIME,
        LATE,
        BARRED
    }

    /** The last covered day. */
    record ContractEnd(LocalDate on, Because because) implements Decision {}

    /** Fees that fall due for the time after the end. */
    record RemainingFees(BigDecimal amount, LocalDate from, LocalDate to, Because because) implements Decision {}

    /** Money that goes back for time paid and not used; only where a table row grants it. */
    record Refund(BigDecimal amount, Because because) implements Decision {}

    /** Whether an exit service was requested in time. */
    record ReversibilityRequest(String service, NoticeStatus status, LocalDate deadline, Because because)
            implements Decision {}

    /** Who pays what of an exit service; both parts add up to the total. Per cent with 2 decimals. */
    record ReversibilityCost(
            String service,
            BigDecimal total,
            BigDecimal clientPct,
            BigDecimal clientAmount,
            BigDecimal providerAmount,
            Because because)
            implements Decision {}

    /** Modules that the client may take away. */
    record ExportEntitlement(
            int modules, LocalDate requestFrom, LocalDate requestBy, LocalDate deliverBy, Because because)
            implements Decision {}

    /** The last day on which a copy of the data may be asked for. */
    record DataCopy(LocalDate requestBy, Because because) implements Decision {}

    /** The day on which the data are deleted. */
    record DataDeletion(LocalDate on, Because because) implements Decision {}

    /**
     * The contract goes on past its end for the exit phase, until a day or, null, until the services are accepted; the
     * amount is that of the months begun, null while they are not known.
     */
    record RunOn(LocalDate until, BigDecimal amount, Because because) implements Decision {}

    /** Availability in per cent with 4 decimals, rounded down, and the minutes it comes from. */
    record Availability(BigDecimal pct, long agreedMinutes, long downtimeMinutes, Because because)
            implements Decision {}

    /** What a missed service level is worth; {@code percent} null where the formula knows none. */
    record ServiceCredit(BigDecimal amount, BigDecimal percent, CreditStatus status, Because because)
            implements Decision {}

    /** Whether a service credit is owed yet. */
    enum CreditStatus {
        DUE,
        UNCLAIMED,
        LATE_CLAIM
    }

    /** The penalty for one anomaly restored too late; hours over the time allowed with 4 decimals. */
    record RestorationPenalty(
            LocalDateTime anomaly, BigDecimal overHours, BigDecimal percent, BigDecimal amount, Because because)
            implements Decision {}

    /** Which terms govern, since when and why. */
    record TermsInForce(String terms, LocalDate since, TermsReason reason, Because because) implements Decision {}

    /** Why terms govern. */
    enum TermsReason {
        ACCEPTED,
        TACIT,
        REFUSED,
        PENDING,
        DAY_OF_USE,
        TERM_START
    }

    /** Whether new resources may be ordered. */
    record Ordering(OrderingStatus status, Because because) implements Decision {}

    /** Whether ordering is allowed. */
    enum OrderingStatus {
        ALLOWED,
        BLOCKED
    }

    /** A right or duty and its state on the day asked; days or times, amount and the like null where they don't apply. */
    record Right(
            String code,
            Party party,
            RightStatus status,
            Temporal from,
            Temporal until,
            BigDecimal amount,
            Integer blocked,
            String category,
            Because because)
            implements Decision {}

    /** Whether a right can be used on the day asked. */
    enum RightStatus {
        OPEN,
        NOT_OPEN,
        BARRED
    }

    /** The next renewal and the last day of the term it opens. */
    record Renewal(LocalDate on, LocalDate until, Because because) implements Decision {}

    /** A clause was looked at and nothing follows; {@code about} names the decision that did not arise. */
    record NothingDue(String about, String item, String invoice, Because because) implements Decision {}

    /** A day by which something has to be done. */
    record Deadline(String code, LocalDate on, Because because) implements Decision {}

    /** Something the reader should know; the sentence is the last reason. */
    record Warning(String code, Because because) implements Decision {}
}
