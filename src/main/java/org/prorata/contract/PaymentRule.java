package org.prorata.contract;

/** How the due date follows from the invoice date: plain days, days then end of month, end of month then days. */
public enum PaymentRule {
    NET,
    EOM_A,
    EOM_B
}
