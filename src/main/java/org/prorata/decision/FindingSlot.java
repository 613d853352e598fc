package org.prorata.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One finding with the facts that the rules compare: a day with the first and last day that it may lie on, an amount or a
 * count with the least and the most that it may be. A certain finding needs a rule that says so; of a possible one the rules
 * say whether it stands, and without one nothing is said.
 */
public final class FindingSlot extends Slot<Finding> {

    private final Finding finding;
    private final boolean certain;
    private final Reason reason;
    private final TableRow[] rows;
    private String detail;
    private String item;
    private LocalDate day;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private BigDecimal amount;
    private BigDecimal least;
    private BigDecimal most;
    private boolean stands;
    private FindingSlots alike;

    private FindingSlot(Finding finding, boolean certain, Reason reason, TableRow... rows) {
        this.finding = finding;
        this.certain = certain;
        this.reason = reason;
        this.rows = rows;
    }

    /** A finding that a rule must state. */
    public static FindingSlot certain(Finding finding, Reason reason, TableRow... rows) {
        return new FindingSlot(finding, true, reason, rows);
    }

    /** A finding of which the rules say whether it stands. */
    public static FindingSlot possible(Finding finding, Reason reason, TableRow... rows) {
        return new FindingSlot(finding, false, reason, rows);
    }

    /** A day that clause or law sets. */
    public static FindingSlot day(Finding finding, LocalDate day, Reason reason, TableRow... rows) {
        return certain(finding, reason, rows).on(day);
    }

    /** The day that is looked at. */
    public FindingSlot on(LocalDate looked) {
        this.day = looked;
        return this;
    }

    /** The first and the last day that the day may lie on; either may be null: no such bound. */
    public FindingSlot within(LocalDate first, LocalDate last) {
        this.firstDay = first;
        this.lastDay = last;
        return this;
    }

    /** The amount or count that is looked at. */
    public FindingSlot of(BigDecimal looked) {
        this.amount = looked;
        return this;
    }

    /** The least and the most that the amount may be; either may be null: no such bound. */
    public FindingSlot between(BigDecimal lower, BigDecimal upper) {
        this.least = lower;
        this.most = upper;
        return this;
    }

    /** What the finding is about where its code does not say it, such as the exit service; it follows the code. */
    public FindingSlot about(String what) {
        this.detail = what;
        return this;
    }

    /** The item that the finding is about. */
    public FindingSlot item(String id) {
        this.item = id;
        return this;
    }

    @Override
    public String about() {
        return "the finding " + code();
    }

    public Finding getFinding() {
        return finding;
    }

    /** The day that is looked at, or null. */
    public LocalDate getDay() {
        return day;
    }

    /** The first day that it may lie on, or null. */
    public LocalDate getFirstDay() {
        return firstDay;
    }

    /** The last day that it may lie on, or null. */
    public LocalDate getLastDay() {
        return lastDay;
    }

    /** The amount or count that is looked at, or null. */
    public BigDecimal getAmount() {
        return amount;
    }

    /** The least that it may be, or null. */
    public BigDecimal getLeast() {
        return least;
    }

    /** The most that it may be, or null. */
    public BigDecimal getMost() {
        return most;
    }

    /** The code of the decision. */
    public String code() {
        return detail == null ? finding.code() : finding.code() + "_" + detail;
    }

    @Override
    public Alike<?> group() {
        alike = new FindingSlots(this);
        return alike;
    }

    /** The finding stands, and so does each that the rules cannot tell from it. */
    public void stands(String by) {
        if (alike == null) {
            stand(by);
        } else {
            alike.each(by, FindingSlot::stand);
        }
    }

    private void stand(String by) {
        stands = true;
        if (finding.kind() == Finding.Kind.WARNING) {
            warn(by, finding, reason, rows);
        }
        propose(by, finding, reason, rows);
    }

    /** Whether a rule said that a possible finding stands. */
    public boolean isStanding() {
        return stands || certain;
    }

    /**
     * The decision of a finding that stands; none of one that does not, and none for a warning, which the slot keeps with its
     * warnings.
     */
    public List<Decision> decisions() {
        if (!isStanding()) {
            return List.of();
        }
        Settlement.Settled<Finding> settled = Settlement.one(this);
        Because because = Becauses.of(settled);
        return switch (finding.kind()) {
            case WARNING -> List.of();
            case NOTHING_DUE -> List.of(new Decision.NothingDue(code(), item, null, because));
            case DAY -> List.of(dated(because));
        };
    }

    /** The day as a deadline. */
    public Decision.Deadline deadline() {
        return new Decision.Deadline(code(), day, Becauses.of(Settlement.one(this)));
    }

    private Decision dated(Because because) {
        return switch (finding) {
            case DATA_DELETION, DATA_DELETION_AGREED -> new Decision.DataDeletion(day, because);
            default -> deadline();
        };
    }
}
