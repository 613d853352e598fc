package org.prorata.book.schema;

import java.util.List;
import java.util.Locale;
import org.prorata.decision.Reason;
import org.prorata.decision.explain.Sentences;

/**
 * What a workbook shows otherwise than it is read: nobody who looks at it would see what it decides.
 *
 * @param sheet   {@code workbook!sheet}
 * @param place   rows, columns or cells
 * @param rows    the rows concerned, by number
 * @param message what it is and how it is mended
 */
public record Remark(Kind kind, String sheet, String place, List<Integer> rows, Reason message) {

    /** What is remarked. */
    public enum Kind {
        /** rows, columns or a sheet that are not shown and decide all the same */
        HIDDEN,
        /** a figure that may mean another one */
        DOUBT;

        /** As JSON and counts name it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Remark {
        rows = List.copyOf(rows);
    }

    /** In the language of a reader. */
    public String told(Sentences sentences) {
        return sentences.text("tables.finding", sheet, place, message);
    }
}
