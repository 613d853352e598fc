package org.prorata.book.register;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the register says of one clause.
 *
 * @param en          one sentence in our own words
 * @param fr          the same in French
 * @param rules       rules that cite it, as {@code file.drl!rule name}
 * @param rows        rows that cite it, as {@code workbook!sheet!row name}
 * @param notComputed why no amount, date or right follows, or null
 */
public record ClauseEntry(
        String id, Place place, String en, String fr, List<String> rules, List<String> rows, ClauseReason notComputed) {

    public ClauseEntry {
        rules = List.copyOf(rules);
        rows = List.copyOf(rows);
    }

    /**
     * Where a clause stands.
     *
     * @param terms   contract profile, or null for a convention or a law
     * @param article the place as the document names it: an article, an annex or a heading
     */
    public record Place(String contract, String terms, String version, String article) {

        /** Contract, version, article. */
        public String citation() {
            return contract + ", " + version + ", " + article;
        }
    }

    /** A reason in both languages. */
    public record ClauseReason(String en, String fr) {}

    /** The rules and rows that decide it. */
    public List<String> decidedBy() {
        return Stream.concat(rules.stream(), rows.stream()).toList();
    }

    /** Whether some rule or row decides it. */
    public boolean decided() {
        return !rules.isEmpty() || !rows.isEmpty();
    }

    /** The clause in our own words, in French or English. */
    public String paraphrase(String language) {
        return language.equals("fr") ? fr : en;
    }
}
