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

    /** The one that stands for all those whose lines can make up for each other: time that runs, after the end, use, services, service levels. */
    public ChargeReason family() {
        return switch (this) {
            case RECURRING, ADDED, UPGRADE, REMAINING, UNUSED, CORRECTION -> RECURRING;
            case OVERSTAY, RUN_ON -> OVERSTAY;
            case USAGE -> USAGE;
            case SERVICE -> SERVICE;
            case SERVICE_CREDIT, SERVICE_CREDIT_REVERSED -> SERVICE_CREDIT;
        };
    }
}
