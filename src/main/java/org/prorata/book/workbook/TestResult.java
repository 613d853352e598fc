package org.prorata.book.workbook;

import org.prorata.decision.explain.Sentences;

/**
 * What became of one row of a sheet of tests.
 *
 * @param row      its number in the sheet
 * @param asked    {@code workbook!sheet} that was asked
 * @param expected as people read it
 * @param actual   as people read it; for an error what kept the table from answering
 */
public record TestResult(
        int row, String name, String asked, String column, String expected, String actual, Verdict verdict) {

    /** How a test ended, by the word that is written beside it. */
    public enum Verdict {
        PASSED,
        FAILED,
        ERROR;

        /** As JSON has it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** As people of a language read it. */
        public String told(Sentences sentences) {
            return sentences.text("tables.verdict." + word());
        }
    }
}
