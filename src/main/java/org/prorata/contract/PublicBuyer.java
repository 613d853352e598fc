package org.prorata.contract;

/** What kind of public buyer a client is, for whom the law sets terms of payment of its own. */
public enum PublicBuyer {
    NONE,
    AUTHORITY,
    HOSPITAL,
    UNDERTAKING
}
