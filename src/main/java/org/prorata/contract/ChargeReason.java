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

    /** Lines that can make up for each other: those of one family only. */
    public enum Family {

        /** Time that a subscription runs. */
        TIME,
        AFTER_END,
        USE,
        SERVICE,
        /** Credits for a missed service level, each for an item and a period of its own. */
        SERVICE_LEVEL
    }

    public Family family() {
        return switch (this) {
            case RECURRING, ADDED, UPGRADE, REMAINING, UNUSED, CORRECTION -> Family.TIME;
            case OVERSTAY, RUN_ON -> Family.AFTER_END;
            case USAGE -> Family.USE;
            case SERVICE -> Family.SERVICE;
            case SERVICE_CREDIT, SERVICE_CREDIT_REVERSED -> Family.SERVICE_LEVEL;
        };
    }
}
