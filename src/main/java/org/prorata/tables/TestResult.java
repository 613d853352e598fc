package org.prorata.tables;

/**
 * What became of one row of a sheet of tests.
 *
 * @param row      its number in the sheet
 * @param asked    {@code workbook!sheet} that was asked
 * @param expected as people read it
 * @param actual   as people read it; for an error what kept the table from answering
 */
public record TestResult(int row, String name, String asked, String column, String expected, String actual, Verdict verdict) {

    /** Where it stands and what it came to, as people read it. */
    public String line(String place) {
        return verdict + " " + place + "!" + row + " " + name + ": " + asked + " " + column + ": " + actual + " (expected " + expected + ")";
    }

    /** How a test ended, by the word that is written beside it. */
    public enum Verdict {
        PASSED, FAILED, ERROR;

        /** As it stands in the sheet. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
