package org.prorata.app.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.Names;
import org.prorata.contract.document.Problem;
import org.prorata.contract.document.RowText;
import org.prorata.contract.naming.Visible;

/** The columns of a file, in its order. */
record FileHeader(String file, List<String> columns) {

    private static final int SHOWN = 60;

    /**
     * The columns that a first row names.
     *
     * @throws DossierErrors when one is unknown, named twice or missing
     */
    static FileHeader of(String file, CsvRow first, Feed feed, List<String> needed) {
        List<Problem> problems = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : first.cells()) {
            String column = cell.strip().toLowerCase(Locale.ROOT);
            columns.add(column);
            if (!seen.add(column)) {
                problems.add(new Problem(
                        file,
                        first.line(),
                        "",
                        "the column " + quote(column) + " stands twice in the header; once is" + " allowed",
                        "duplicate-column"));
            } else if (!feed.allowed().contains(column) && !column.equals(Feed.REASON)) {
                String meant = Names.suggestion(column, feed.allowed());
                problems.add(new Problem(
                        file,
                        first.line(),
                        "",
                        quote(column) + " is not a column of " + feed.title() + meant + "; allowed: "
                                + String.join(", ", feed.allowed()),
                        "unknown-column"));
            }
        }
        List<String> missing =
                needed.stream().filter(column -> !seen.contains(column)).toList();
        if (!missing.isEmpty()) {
            problems.add(new Problem(
                    file,
                    first.line(),
                    "",
                    "the header lacks " + String.join(", ", missing) + "; the first row"
                            + " names the columns, separated by commas or semicolons: " + String.join(", ", needed),
                    "missing-column"));
        }
        if (!problems.isEmpty()) {
            throw new DossierErrors(problems);
        }
        return new FileHeader(file, columns);
    }

    /**
     * The cells of a row by column, in the forms that documents have.
     *
     * @throws DossierErrors when the row does not fit the header, or a cell can be read in two ways
     */
    RowText row(CsvRow row, Written written) {
        List<String> cells = row.cells();
        if (cells.size() != columns.size()) {
            boolean open = cells.get(cells.size() - 1).indexOf('\n') >= 0;
            throw new DossierErrors(List.of(new Problem(
                    file,
                    row.line(),
                    "",
                    "has " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + "; the header names "
                            + columns.size() + " columns"
                            + (open ? "; or a quote that opens here is never closed" : ""),
                    "other-width")));
        }
        Map<String, String> named = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = cells.get(i).strip();
            if (!cell.isEmpty() && !column.equals(Feed.REASON)) {
                // a sign that nobody sees would be looked up, and no database knows all of them
                OptionalInt unseen = unseen(column, cell);
                if (unseen.isPresent()) {
                    problems.add(unseen(file, row.line(), column, cell, unseen.getAsInt()));
                    continue;
                }
                try {
                    named.put(column, written.read(Feed.kind(column), cell));
                } catch (Written.TwoReadings e) {
                    problems.add(new Problem(file, row.line(), column, e.getMessage(), "ambiguous"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new DossierErrors(problems);
        }
        return new RowText(file, row.line(), named);
    }

    static Problem unseen(String file, int line, String column, String cell, int sign) {
        return new Problem(
                file,
                line,
                column,
                quote(cell) + " holds the sign " + Visible.code(sign)
                        + ", which nobody sees; one line of visible text is wanted",
                "control-character");
    }

    /** Thousands stand apart by blanks of several widths. */
    private static OptionalInt unseen(String column, String cell) {
        return switch (Feed.kind(column)) {
            case TEXT -> Visible.unseenInId(cell);
            case LIST -> Visible.unseenInLines(cell);
            case DAY, NUMBER, FLAG -> Visible.unseenInLine(cell);
        };
    }

    static String quote(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return '"' + Visible.shown(shown) + '"';
    }
}
