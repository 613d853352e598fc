package org.prorata.book.coverage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prorata.decision.Reason;
import org.prorata.decision.explain.Sentences;

/**
 * What a table leaves open, answers twice or never answers.
 *
 * @param sheet    {@code workbook!sheet}
 * @param region   what would have to be asked to meet it
 * @param rows     the rows involved, by number
 * @param message  what it is, without sheet and region
 * @param proposed rows that would close a gap, cell by cell
 */
public record TableFinding(
        Kind kind,
        String sheet,
        Region region,
        List<Integer> rows,
        Reason message,
        List<Map<String, String>> proposed) {

    /** What can be found. */
    public enum Kind {
        /** no row answers */
        GAP,
        /** several rows answer where one may */
        OVERLAP,
        /** a row that answers nothing that is ever asked */
        UNREACHED;

        /** As workbooks write it. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);

    public TableFinding {
        rows = List.copyOf(rows);
        proposed = List.copyOf(proposed);
    }

    /** In the language of a reader; sheet and region stand as they are written in workbooks. */
    public String told(Sentences sentences) {
        return sentences.text("tables.finding", sheet, region.toString(), message);
    }

    @Override
    public String toString() {
        return told(ENGLISH);
    }
}
