package org.prorata.contract;

/** Plan of terms that know a yearly and a monthly one. */
public enum Plan {
    YEARLY,
    MONTHLY
}
