package org.prorata.contract;

/** Why a line stands on an invoice; the credits last. */
public enum ChargeReason {
    RECURRING, ADDED, USAGE, UPGRADE, OVERSTAY, RUN_ON, REMAINING, SERVICE, SERVICE_CREDIT_REVERSED, UNUSED, CORRECTION, SERVICE_CREDIT;

    /** Whether a line with this reason lowers the bill. */
    public boolean credit() {
        return this == UNUSED || this == CORRECTION || this == SERVICE_CREDIT;
    }

    /** Whether a line with this reason gives, or takes back, what a missed service level is worth. */
    public boolean ofServiceLevel() {
        return this == SERVICE_CREDIT || this == SERVICE_CREDIT_REVERSED;
    }
}
