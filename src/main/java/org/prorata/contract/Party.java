package org.prorata.contract;

/** Who acts or who holds a right. */
public enum Party {
    CLIENT,
    PROVIDER,
    BENEFICIARY,
    PROFESSIONAL
}
