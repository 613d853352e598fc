package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.contract.Cause;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.TellingSlot;
import org.prorata.subject.terms.EndRule;

/** What a client that leaves refuses: new terms or a new price, which somebody must have told. */
public final class RefusalSlot extends TellingSlot {

    private final Cause cause;
    private final EndRule rule;
    private final LocalDate termsPublished;
    private final LocalDate priceTold;

    /**
     * @param termsPublished the first day on which new terms were published, or null
     * @param priceTold      the first day of a notice of a new price, or null
     */
    RefusalSlot(Cause cause, EndRule rule, LocalDate termsPublished, LocalDate priceTold) {
        this.cause = cause;
        this.rule = rule;
        this.termsPublished = termsPublished;
        this.priceTold = priceTold;
    }

    @Override
    public String about() {
        return "what is refused";
    }

    /** The cause of the end. */
    public Cause getCause() {
        return cause;
    }

    /** Whether the terms give no right to leave for the cause. */
    public boolean isNoRight() {
        return rule.noRight();
    }

    /** The first day on which new terms were published; null: nobody did. */
    public LocalDate getTermsPublished() {
        return termsPublished;
    }

    /** The first day of a notice of a new price; null: nobody gave one. */
    public LocalDate getPriceTold() {
        return priceTold;
    }

    /** The facts name nothing that could be refused. */
    public void notInFacts(String by) {
        warn(by, Finding.CAUSE_NOT_IN_FACTS, Reason.of("end.cause_not_in_facts", cause), rule.row());
    }
}
