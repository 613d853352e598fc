package org.prorata.subject.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Billing;
import org.prorata.contract.Cause;
import org.prorata.contract.Event.PlanChange;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.choice.SwitchFees;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.EndRule;
import org.prorata.subject.terms.EndSlot;
import org.prorata.subject.terms.RenewalTelling;
import org.prorata.subject.terms.Rhythm;
import org.prorata.subject.terms.Switching;
import org.prorata.subject.terms.Timeline;
import org.prorata.values.Anchors;

/** What became of a contract: its terms and prices after every change, and its end once one is settled. */
public final class ContractState {

    private final Rhythm rhythm;
    private final Anchors invoicing;
    private final Prices prices = new Prices();
    private final List<Turn> turns = new ArrayList<>();
    private Timeline timeline;
    private End end;

    public ContractState(EffectiveTerms setting) {
        this.rhythm = setting.rhythm();
        this.timeline = setting.timeline();
        LocalDate start = timeline.start();
        Billing billing = rhythm.billing();
        this.invoicing = billing.anchorDay() == null
                ? Anchors.from(start, billing.every().months())
                : Anchors.onDay(billing.anchorDay(), start, billing.every().months());
    }

    /** A change of plan that was applied; {@code newTerm} false: the running term and its invoicing days go on. */
    public record Turn(PlanChange change, boolean newTerm, boolean creditUnused, TableRow row) {}

    /**
     * The settled end.
     *
     * @param known day on which it was known
     * @param rule  null when the contract just ran out
     * @param cause null likewise
     * @param law   what the law gives a client that switches, or null
     * @param untold the renewal of which the client was not told, which let it leave; else null
     */
    public record End(
            LocalDate last, LocalDate known, EndRule rule, Cause cause, Switching law, RenewalTelling untold) {

        /** The end of a contract that just ran out, known on a day. */
        public static End ranOut(LocalDate last, LocalDate known) {
            return new End(last, known, null, null, null, null);
        }

        /** The end that a wish to leave led to. */
        public static End by(EndSlot slot, EndSlot.End end) {
            return new End(
                    end.last(), slot.getNotice(), slot.rule(), slot.leaving().cause(), slot.law(), end.untold());
        }

        /** Whether the contract asks for the rest of the running year. */
        public boolean restOfYearAgreed() {
            return rule != null && rule.restOfYearDue();
        }

        /** Whether the rest of the running year is due, the law on switching not setting it aside. */
        public boolean restOfYearDue() {
            return restOfYearAgreed() && (law == null || law.feesLeft() == SwitchFees.AS_CONTRACT);
        }

        /** The row that says what the leaver still owes. */
        public TableRow feesRow() {
            return law == null ? rule.row() : law.row();
        }

        /** The last day for giving back what is paid for the time after, as the client was not told of the renewal; null: nothing goes back for that. */
        public LocalDate refundBy() {
            return untold == null ? null : untold.refundBy(last);
        }

        /** The first day that is not covered. */
        public LocalDate after() {
            return last.plusDays(1);
        }

        /** The day on which what the end brings falls due: the day after it, or the later one on which it was known. */
        public LocalDate dueAfter() {
            return after().isBefore(known) ? known : after();
        }
    }

    public Rhythm rhythm() {
        return rhythm;
    }

    public boolean inAdvance() {
        return rhythm.billing().timing() == Billing.Timing.ADVANCE;
    }

    /** The invoicing days before any change of plan. */
    public Anchors invoicing() {
        return invoicing;
    }

    /** The invoicing days in force on a day. */
    public Anchors invoicing(LocalDate day) {
        Anchors found = invoicing;
        for (Turn turn : turns) {
            if (turn.newTerm() && !turn.change().on().isAfter(day)) {
                found = Anchors.from(turn.change().on(), invoicing.months());
            }
        }
        return found;
    }

    public Prices prices() {
        return prices;
    }

    public List<Turn> turns() {
        return turns;
    }

    public void turn(Turn turn, Integer newTermMonths) {
        turns.add(turn);
        if (newTermMonths != null) {
            timeline = timeline.restart(turn.change().on(), newTermMonths);
        }
    }

    public Timeline timeline() {
        return timeline;
    }

    /** The settled end, or null while the contract runs on. */
    public End end() {
        return end;
    }

    /** Of two ends the earlier one stands, of two on one day the one known first. */
    public void end(End settled) {
        if (end == null
                || settled.last().isBefore(end.last())
                || settled.last().equals(end.last()) && settled.known().isBefore(end.known())) {
            end = settled;
        }
    }
}
