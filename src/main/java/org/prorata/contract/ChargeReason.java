package org.prorata.contract;

/** Why a line stands on an invoice; the credits last. */
public enum ChargeReason {
    RECURRING, ADDED, USAGE, UPGRADE, OVERSTAY, RUN_ON, REMAINING, SERVICE, UNUSED, CORRECTION;

    /** Whether a line with this reason lowers the bill. */
    public boolean credit() {
        return this == UNUSED || this == CORRECTION;
    }
}
