package org.prorata.subject.late;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Alike;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.choice.InterestBasis;

/**
 * The interest on one late invoice. The rules choose by the basis of the rate, by the first late day that bears interest and
 * by what the agreed rate comes to beside the law's floor; a proposal of null says that none is due.
 */
final class InterestSlot extends Slot<Interest> {

    private final Arrears arrears;
    private final InterestRule rule;
    private final Interest agreed;
    private final Interest floored;
    private final LocalDate bearsFrom;
    private final boolean lawHolds;
    private final BigDecimal agreedInterest;
    private final BigDecimal interestAtFloor;

    /**
     * @param agreed  at the rate of the terms, null when no day bears any
     * @param floored the same with the law's floor, null where none can lie above the agreed rate
     */
    InterestSlot(Arrears arrears, Interest agreed, Interest floored) {
        this.arrears = arrears;
        this.rule = arrears.rule();
        this.agreed = agreed;
        this.floored = floored;
        this.bearsFrom = arrears.bearsFrom();
        this.lawHolds = rule.heldOn(arrears.firstLate());
        this.agreedInterest = floored == null ? null : agreed.unrounded();
        this.interestAtFloor = floored == null ? null : floored.unrounded();
    }

    @Override
    public Alike<?> group() {
        return new InterestSlots(this);
    }

    @Override
    public String about() {
        return "the interest on the invoice " + arrears.invoice();
    }

    Arrears arrears() {
        return arrears;
    }

    /** The first late day that bears interest, or null: there is none. */
    LocalDate getBearsFrom() {
        return bearsFrom;
    }

    /** The first late day whose interest no dispute takes away, or null: there is none. */
    LocalDate getUndisputedFrom() {
        return arrears.undisputedFrom();
    }

    /** The judgment before which the invoice was performed, or null: none, or it is left out. */
    LocalDate getJudgment() {
        return arrears.debt().lastBearing().isBefore(arrears.debt().on())
                ? arrears.judgment().day()
                : null;
    }

    /** The day after the due day. */
    LocalDate getFirstLate() {
        return arrears.firstLate();
    }

    /** The first day of the law on interest, or null: none is asked. */
    LocalDate getLawSince() {
        return rule.since();
    }

    /** Null before the first day of the law. */
    InterestBasis getBasis() {
        return lawHolds ? rule.basis() : null;
    }

    /** Whether the rate with which interest starts holds to the end. */
    boolean isHeld() {
        return rule.held();
    }

    /** The interest at the agreed rate before it is rounded, or null where no floor of the law is looked at. */
    BigDecimal getAgreedInterest() {
        return agreedInterest;
    }

    /** The same at a rate that is never below the law's floor, or null where none is looked at. */
    BigDecimal getInterestAtFloor() {
        return interestAtFloor;
    }

    /** Whether the law's floor brings more, so that slots are told apart as the rules tell them. */
    boolean belowFloor() {
        return floored != null && agreedInterest.compareTo(interestAtFloor) < 0;
    }

    /** Whether another slot has its days in the same order, so that slots are told apart as the rules tell them. */
    boolean alike(InterestSlot other) {
        return (getUndisputedFrom() == null) == (other.getUndisputedFrom() == null)
                && afterJudgment() == other.afterJudgment()
                && lawHolds == other.lawHolds;
    }

    private boolean afterJudgment() {
        return getJudgment() != null
                && getUndisputedFrom() != null
                && !getUndisputedFrom().isBefore(getJudgment());
    }

    /** A multiple of the published rate of each half-year. */
    void atMultiple(String by) {
        bear(by, agreed, reason("late.interest.multiple", agreed, rule.multiple(), rule.series()));
    }

    /** The published rate of each half-year and points on top. */
    void withPoints(String by) {
        bear(by, agreed, reason("late.interest.plus_points", agreed, rule.points(), rule.series()));
    }

    /** The published rate of each day. */
    void asPublished(String by) {
        bear(by, agreed, reason("late.interest.published", agreed, rule.series()));
    }

    /** The same rate whatever is published. */
    void atFixedRate(String by) {
        bear(by, agreed, reason("late.interest.fixed", agreed, rule.points()));
    }

    /** The rate of the half-year in which interest starts, to the end. */
    void heldFromStart(String by) {
        bear(
                by,
                agreed,
                reason(
                        "late.interest.held",
                        agreed,
                        agreed.segments().get(0).ratePct(),
                        agreed.segments().get(0).from()));
    }

    /** The law's floor, instead of the agreed rate that lies below it. */
    void atFloor(String by) {
        FloorRule floor = floored.rates().floor();
        TableRow[] rows = rows(floored, 1);
        rows[0] = floor.row();
        proposeOver(by, floored, reason("late.interest.floor", floored, floor.multiple(), floor.series()), rows);
    }

    /** Every late day is disputed. */
    void disputed(String by) {
        propose(by, null, Reason.of("late.interest_none.disputed", arrears.invoice()));
    }

    /** The client's insolvency proceedings opened before the first day that could bear interest. */
    void afterJudgment(String by) {
        propose(
                by,
                null,
                Reason.of(
                        "late.interest_none.judgment",
                        arrears.invoice(),
                        arrears.judgment().day()),
                arrears.judgment().row());
    }

    /** The law on interest did not hold yet when the invoice was late. */
    void beforeLaw(String by) {
        propose(
                by,
                null,
                Reason.of("late.interest_none.before_law", arrears.invoice(), arrears.firstLate(), rule.since()),
                rule.row());
    }

    /** The terms and the law that we compute know no interest for this client. */
    void none(String by) {
        propose(by, null, Reason.of("late.interest_none.consumer", arrears.invoice()), rule.row());
    }

    private Reason reason(String key, Interest interest, Object... figures) {
        Object[] all = new Object[figures.length + 3];
        all[0] = arrears.invoice();
        all[1] = interest.amount();
        all[2] = interest.days();
        System.arraycopy(figures, 0, all, 3, figures.length);
        return Reason.of(key, all);
    }

    private void bear(String by, Interest interest, Reason why) {
        propose(by, interest, why, rows(interest, 0));
    }

    /** The row of the rule and those that the rates were read from, after some places that are left free. */
    private TableRow[] rows(Interest interest, int free) {
        List<TableRow> read = interest.rates().rows();
        TableRow[] rows = new TableRow[free + 1 + read.size()];
        rows[free] = rule.row();
        for (int i = 0; i < read.size(); i++) {
            rows[free + 1 + i] = read.get(i);
        }
        return rows;
    }
}
