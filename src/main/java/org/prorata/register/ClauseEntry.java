package org.prorata.register;

import java.util.List;

/**
 * What the register says of one clause. It is decided by rules and rows, planned for questions that are not supported
 * yet, or not computed; planned beside decided means that more of it comes with those questions.
 *
 * @param en          one sentence in our own words
 * @param fr          the same in French
 * @param decidedBy   {@code file.drl!rule name} or {@code workbook!sheet!row name}; an ending {@code *} stands for all
 *                    names that begin so
 * @param planned     questions of the next release
 * @param notComputed why no amount, date or right follows, or null
 */
public record ClauseEntry(String id, Place place, String en, String fr, List<String> decidedBy, List<String> planned,
                          String notComputed) {

    public ClauseEntry {
        decidedBy = List.copyOf(decidedBy);
        planned = List.copyOf(planned);
        boolean computed = !decidedBy.isEmpty() || !planned.isEmpty();
        if (computed == (notComputed != null)) {
            throw new IllegalArgumentException("must have decided_by, planned or both, or else not_computed");
        }
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

    /** Those of the rules and rows of a rule book that decide the clause, each by its whole name. */
    public List<String> deciders(List<String> ofBook) {
        return decidedBy.stream().flatMap(one -> ofBook.stream().filter(name -> one.endsWith("*")
                ? name.startsWith(one.substring(0, one.length() - 1)) : name.equals(one))).toList();
    }

    /** The clause in our own words, in French or English. */
    public String paraphrase(String language) {
        return language.equals("fr") ? fr : en;
    }
}
