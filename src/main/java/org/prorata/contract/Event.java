package org.prorata.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;

/** Something that happened to a contract. Times are local to the provider. */
public sealed interface Event {

    /** The day of the event. */
    LocalDate on();

    /** How a notice was sent. */
    enum Channel {
        REGISTERED_LETTER,
        EMAIL
    }

    /** What a formal notice is about. */
    enum Matter {
        PAYMENT,
        BREACH
    }

    /** What an alert is about where it is not about an anomaly. */
    enum AlertMatter {
        CRITICAL_PATCH
    }

    /** What is announced ahead. */
    enum Announced {
        SECURITY_TEST,
        UPDATE
    }

    /** How an outage counted. */
    enum OutageKind {
        FULL,
        DEGRADED
    }

    /** Who or what caused an outage or anomaly. */
    enum OutageCause {
        PROVIDER,
        PLANNED_MAINTENANCE,
        FORCE_MAJEURE,
        INTERNET,
        CLIENT,
        AUTHORITY,
        UPSTREAM_EDITOR
    }

    /** How bad an anomaly is. */
    enum Severity {
        BLOCKING,
        MAJOR,
        MINOR
    }

    /** What an anomaly touches. */
    enum Scope {
        WHOLE_SERVICE,
        PART
    }

    /** Priority of an alert. */
    enum Priority {
        A,
        B,
        C,
        D
    }

    /** What became of a consultation. */
    enum UsageStatus {
        HELD,
        CANCELLED_LATE,
        CANCELLED
    }

    /** What a breach consists of. */
    enum BreachKind {
        PROHIBITED_USE,
        INTEGRITY,
        OTHER
    }

    /** A message that one party sent to the other; {@code presented} and {@code channel} may be null. */
    sealed interface Notice extends Event {
        LocalDate presented();

        Channel channel();

        /** The day that counts: presentation when it is known, else the day of the event. */
        default LocalDate counts() {
            return presented() == null ? on() : presented();
        }
    }

    record FormalNotice(LocalDate on, LocalDate presented, Channel channel, Matter about) implements Notice {}

    record TerminationNotice(LocalDate on, LocalDate presented, Channel channel, Party by, Cause cause, LocalDate end)
            implements Notice {}

    record PriceRevisionNotice(LocalDate on, LocalDate presented, Channel channel, String item, BigDecimal price)
            implements Notice {}

    /** A change of plan: price of one unit, same quantity; {@code termMonths} null: the default of the terms. */
    record PlanChange(LocalDate on, String item, BigDecimal price, Integer termMonths) implements Event {}

    record Usage(LocalDate on, String item, BigDecimal quantity, UsageStatus status) implements Event {}

    /** The service was used after the contract's end, up to a day. */
    record UseAfterEnd(LocalDate until) implements Event {
        @Override
        public LocalDate on() {
            return until;
        }
    }

    /** An outage; {@code to} null: it still goes on. */
    record Outage(LocalDateTime from, LocalDateTime to, OutageKind kind, OutageCause cause, LocalDateTime announced)
            implements Event {
        @Override
        public LocalDate on() {
            return from.toLocalDate();
        }

        /** The same as it stands at the end of a day: one that still goes on lasts until then. */
        public Outage asOf(LocalDate day) {
            return to == null ? new Outage(from, day.plusDays(1).atStartOfDay(), kind, cause, announced) : this;
        }
    }

    record Anomaly(LocalDateTime from, LocalDateTime to, Severity severity, Scope scope, OutageCause cause)
            implements Event {
        @Override
        public LocalDate on() {
            return from.toLocalDate();
        }
    }

    record Claim(LocalDate on, LocalDate presented, Channel channel, String about, YearMonth month) implements Notice {}

    record TermsPublished(LocalDate on, String terms, LocalDate effective) implements Event {

        /** The first day on which they can hold: the one stated, else that of publication. */
        public LocalDate holds() {
            return effective == null ? on : effective;
        }
    }

    record TermsAccepted(LocalDate on) implements Event {}

    record TermsRefused(LocalDate on) implements Event {}

    record Order(LocalDate on) implements Event {}

    record ReversibilityRequest(
            LocalDate on, LocalDate presented, Channel channel, Integer modules, List<ExitService> services)
            implements Notice {
        public ReversibilityRequest {
            services = List.copyOf(services);
        }
    }

    /** A service of the exit phase. {@code directCost} and {@code performed} may be null. */
    record ExitService(
            String id,
            BigDecimal cost,
            BigDecimal directCost,
            LocalDate performed,
            boolean beyondSwitching,
            boolean customBuilt) {}

    record ReversibilityAccepted(LocalDate on) implements Event {}

    record DeletionAgreed(LocalDate on, LocalDate until) implements Event {}

    record Trial(LocalDate on) implements Event {}

    record Users(LocalDate on, int quantity) implements Event {}

    record StorageExcess(LocalDate on, LocalDate presented, Channel channel, LocalDate exceeded) implements Notice {}

    record UpdateLink(LocalDate on) implements Event {}

    record Hire(LocalDate on, Party party, BigDecimal grossLast12Months) implements Event {}

    /** An alert: {@code priority} for some terms, {@code severity} for others, or what it is {@code about}; the others are null. */
    record Alert(LocalDateTime at, Priority priority, Severity severity, AlertMatter about) implements Event {
        @Override
        public LocalDate on() {
            return at.toLocalDate();
        }
    }

    record Incident(LocalDateTime at) implements Event {
        @Override
        public LocalDate on() {
            return at.toLocalDate();
        }
    }

    record SubProcessor(LocalDate on) implements Event {}

    record Beneficiary(LocalDate on, LocalDate born, boolean code, int accounts) implements Event {}

    record Booking(LocalDate on, LocalDateTime slot) implements Event {}

    record Cancellation(LocalDateTime at, LocalDateTime slot, Party by) implements Event {
        @Override
        public LocalDate on() {
            return at.toLocalDate();
        }
    }

    record AccountClosed(LocalDate on) implements Event {}

    record Breach(LocalDate on, Party party, BreachKind kind, boolean mendable) implements Event {}

    /** A data subject's request that the provider received. */
    record DataRequest(LocalDate on) implements Event {}

    /** The client was told that its contract is about to renew. */
    record RenewalNotice(LocalDate on) implements Event {}

    /** A written complaint of a consumer. */
    record Complaint(LocalDate on) implements Event {}

    /** A dispute for which data are needed; {@code to} null: it goes on. */
    record Dispute(LocalDate from, LocalDate to) implements Event {
        @Override
        public LocalDate on() {
            return from;
        }
    }

    /** Something was announced for a day. */
    record Announcement(LocalDate on, Announced about, LocalDate for_) implements Event {}
}
