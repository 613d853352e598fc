package org.prorata.contract;

/** Why a contract ends. */
public enum Cause {
    PROVIDER_BREACH,
    CLIENT_BREACH,
    FORCE_MAJEURE,
    CONVENIENCE,
    NON_RENEWAL,
    TERMS_REFUSED,
    PRICE_REFUSED,
    SWITCHING
}
