package org.prorata.book.schema;

import java.util.Locale;
import org.prorata.decision.Reason;
import org.prorata.decision.explain.Sentences;

/**
 * One thing that is wrong in a workbook or its text copy.
 *
 * @param place   {@code workbook!sheet!cell}, or as much of it as is known; a text copy's place has its file and line
 * @param found   what is there
 * @param allowed what is allowed instead
 */
public record TableProblem(String place, Reason found, Reason allowed) {

    private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);

    public TableProblem {
        place = Wording.visible(place);
    }

    /** In the language of a reader. */
    public String told(Sentences sentences) {
        return sentences.text("tables.problem", place, found, allowed);
    }

    @Override
    public String toString() {
        return told(ENGLISH);
    }
}
