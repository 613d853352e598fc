package org.prorata.subject;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.Contradictions;
import org.prorata.contract.Dossier;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Work;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.billing.BillWork;
import org.prorata.subject.course.ReviseWork;
import org.prorata.subject.course.TermsWork;
import org.prorata.subject.deadlines.DatesWork;
import org.prorata.subject.exit.TerminateWork;
import org.prorata.subject.late.LateWork;
import org.prorata.subject.rights.RightsWork;
import org.prorata.subject.servicelevel.CreditedBill;
import org.prorata.subject.servicelevel.MeasuredPeriods;
import org.prorata.subject.servicelevel.ServiceLevelWork;

/** Finds the work for a question. */
public final class Questions {

    /** The code of the error about a day from which no contract year begins. */
    public static final String NO_YEAR = MeasuredPeriods.NO_YEAR;

    private Questions() {}

    /**
     * The work that answers {@code ask} about a dossier.
     *
     * @throws CannotDecide with code {@code contradiction} where events contradict each other, and
     *                      {@code question-not-supported} for a question that is not computed yet
     */
    public static Work work(Dossier dossier, Ask ask, Policies policies) {
        String contradiction = Contradictions.among(dossier.events());
        if (contradiction != null) {
            throw new CannotDecide("contradiction", contradiction);
        }
        if (ask instanceof Ask.Bill bill) {
            return bill.serviceCredits()
                    ? CreditedBill.of(dossier, bill, policies)
                    : new BillWork(dossier, bill, policies);
        }
        if (ask instanceof Ask.Late late) {
            return new LateWork(dossier, late, policies);
        }
        if (ask instanceof Ask.Revise revise) {
            return new ReviseWork(dossier, revise, policies);
        }
        if (ask instanceof Ask.Terminate terminate) {
            return new TerminateWork(dossier, terminate, policies);
        }
        if (ask instanceof Ask.TermsInForce terms) {
            return new TermsWork(dossier, terms, policies);
        }
        if (ask instanceof Ask.Dates) {
            return new DatesWork(dossier, policies);
        }
        if (ask instanceof Ask.ServiceLevel level) {
            return new ServiceLevelWork(dossier, level, policies);
        }
        if (ask instanceof Ask.Rights rights) {
            return new RightsWork(dossier, rights, policies);
        }
        throw new CannotDecide(
                "question-not-supported", "the question " + ask.getClass().getSimpleName() + " is not supported yet");
    }

    /** The questions on the service level for each period that ends within a window, where the terms measure one. */
    public static List<Ask.ServiceLevel> measured(Dossier dossier, LocalDate from, LocalDate to, Policies policies) {
        return MeasuredPeriods.endingIn(dossier, from, to, policies);
    }
}
