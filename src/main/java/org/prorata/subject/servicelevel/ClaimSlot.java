package org.prorata.subject.servicelevel;

import java.time.LocalDate;
import org.prorata.decision.Decision.CreditStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;

/** Whether a service credit was claimed as the terms ask. */
public final class ClaimSlot extends Slot<CreditStatus> {

    private final LevelProfile profile;
    private final LocalDate claimed;
    private final LocalDate lastDay;

    /**
     * @param claimed day of the first claim, or null
     * @param lastDay last day on which it could be sent
     */
    ClaimSlot(LevelProfile profile, LocalDate claimed, LocalDate lastDay) {
        this.profile = profile;
        this.claimed = claimed;
        this.lastDay = lastDay;
    }

    @Override
    public String about() {
        return "the claim for a service credit";
    }

    /** Whether the terms ask for a claim. */
    public boolean isNeeded() {
        return profile.claimNeeded();
    }

    /** The day of the first claim, or null: nobody claimed. */
    public LocalDate getClaimed() {
        return claimed;
    }

    /** The last day for a claim. */
    public LocalDate getLastDay() {
        return lastDay;
    }

    public void notNeeded(String by) {
        propose(by, CreditStatus.DUE, Reason.of("level.claim.not_needed"), profile.row());
    }

    public void inTime(String by) {
        propose(by, CreditStatus.DUE, Reason.of("level.claim.in_time", claimed, lastDay), profile.row());
    }

    public void late(String by) {
        propose(by, CreditStatus.LATE_CLAIM, Reason.of("level.claim.late", claimed, lastDay), profile.row());
    }

    public void missing(String by) {
        propose(by, CreditStatus.UNCLAIMED, Reason.of("level.claim.missing", lastDay), profile.row());
    }
}
