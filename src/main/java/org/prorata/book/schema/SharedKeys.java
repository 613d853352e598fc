package org.prorata.book.schema;

import static org.prorata.book.schema.Column.key;
import static org.prorata.book.schema.Column.keyYesNo;

import java.util.Locale;

/** Keys that sheets of several workbooks have. */
final class SharedKeys {

    static final Column TERMS = key("terms", "Contract profile, as `terms` in a dossier");

    static final Column PLAN = key("plan", "Plan, where the terms know plans; empty: any", "yearly", "monthly");

    static final Column PROFESSIONAL = keyYesNo("professional", "Whether the client is a professional; empty: either");

    /** All hours and all but the maintenance windows are no neighbours, as terms without windows cannot tell them apart. */
    static final String[] CLOCKS = {"round_the_clock", "working", "agreed"};

    private SharedKeys() {}

    /** A key that holds an ISO country code. */
    static Column country(String name, String help) {
        return key(name, help, Locale.getISOCountries());
    }
}
