package org.prorata.contract;

/**
 * Rhythm of invoicing.
 *
 * @param anchorDay day of the month on which periods begin (1 to 31), or null: the day of the contract's start
 */
public record Billing(Every every, Timing timing, Integer anchorDay) {

    /** Length of a billing period. */
    public enum Every {
        MONTH(1),
        QUARTER(3),
        HALF_YEAR(6),
        YEAR(12);

        private final int months;

        Every(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }
    }

    /** In advance: invoiced on the first day of the period; in arrears: on the day after its last. */
    public enum Timing {
        ADVANCE,
        ARREARS
    }
}
