package org.prorata.contract;

import java.time.LocalDate;
import java.time.YearMonth;

/** The question put about a dossier. */
public sealed interface Ask {

    /**
     * What to invoice: the invoicing window, both days included.
     *
     * @param serviceCredits whether credits owed for a missed service level are part of it
     */
    record Bill(LocalDate from, LocalDate to, boolean serviceCredits) implements Ask {
        public Bill {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the window ends before it starts");
            }
        }

        public Bill(LocalDate from, LocalDate to) {
            this(from, to, false);
        }

        /** The same with credits owed for a missed service level. */
        public Bill withServiceCredits() {
            return new Bill(from, to, true);
        }

        /** The same question of another window. */
        public Bill during(LocalDate first, LocalDate last) {
            return new Bill(first, last, serviceCredits);
        }
    }

    /** What a late payer owes on a day; later payments are not known yet. */
    record Late(LocalDate on) implements Ask {}

    /** Which price revisions were told by a day, and what becomes of them. */
    record Revise(LocalDate on) implements Ask {}

    /** What ending the contract on a day brings; {@code notice} is the date that counts, or null. */
    record Terminate(LocalDate on, Cause cause, LocalDate notice) implements Ask {}

    /** Availability and its credits, for one month or for one contract year: exactly one is given. */
    record ServiceLevel(YearMonth month, LocalDate yearFrom) implements Ask {}

    /** Which terms are in force on a day. */
    record TermsInForce(LocalDate on) implements Ask {}

    /** Which rights and duties stand on a day. */
    record Rights(LocalDate on) implements Ask {}

    /** Every deadline that the contract and the law set. */
    record Dates() implements Ask {}
}
