package org.prorata.contract;

/** Why a line stands on an invoice; the credits last. */
public enum ChargeReason {
    RECURRING,
    ADDED,
    USAGE,
    UPGRADE,
    OVERSTAY,
    RUN_ON,
    REMAINING,
    SERVICE,
    SERVICE_CREDIT_REVERSED,
    GIFT_REVERSED,
    UNUSED,
    CORRECTION,
    SERVICE_CREDIT,
    GIFT;

    /** Whether a line with this reason lowers the bill. */
    public boolean credit() {
        return this == UNUSED || this == CORRECTION || this == SERVICE_CREDIT || this == GIFT;
    }

    /** Whether a line with this reason is laid to its own kind only: a service level's worth, or a gift. */
    public boolean apart() {
        return ofServiceLevel() || this == GIFT || this == GIFT_REVERSED;
    }

    /** What makes up for lines of this kind where too much, or too little, was given back. */
    public ChargeReason apart(boolean charge) {
        return ofServiceLevel() ? charge ? SERVICE_CREDIT_REVERSED : SERVICE_CREDIT : charge ? GIFT_REVERSED : GIFT;
    }

    /** Whether a line with this reason gives, or takes back, what a missed service level is worth. */
    public boolean ofServiceLevel() {
        return this == SERVICE_CREDIT || this == SERVICE_CREDIT_REVERSED;
    }

    /** The one that stands for all those whose lines can make up for each other: time that runs, after the end, use, services, service levels, gifts. */
    public ChargeReason family() {
        return switch (this) {
            case RECURRING, ADDED, UPGRADE, REMAINING, UNUSED, CORRECTION -> RECURRING;
            case OVERSTAY, RUN_ON -> OVERSTAY;
            case USAGE -> USAGE;
            case SERVICE -> SERVICE;
            case SERVICE_CREDIT, SERVICE_CREDIT_REVERSED -> SERVICE_CREDIT;
            case GIFT, GIFT_REVERSED -> GIFT;
        };
    }
}
