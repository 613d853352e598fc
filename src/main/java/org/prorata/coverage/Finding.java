package org.prorata.coverage;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a table leaves open, answers twice or never answers.
 *
 * @param sheet    {@code workbook!sheet}
 * @param region   what would have to be asked to meet it
 * @param rows     the rows involved, by number
 * @param message  what it is, without sheet and region
 * @param proposed rows that would close a gap, cell by cell
 */
public record Finding(Kind kind, String sheet, Region region, List<Integer> rows, String message, List<Map<String, String>> proposed) {

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

    public Finding {
        rows = List.copyOf(rows);
        proposed = List.copyOf(proposed);
    }

    @Override
    public String toString() {
        return sheet + ": " + region + ": " + message;
    }
}
