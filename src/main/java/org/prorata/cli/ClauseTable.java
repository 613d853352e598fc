package org.prorata.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prorata.book.register.CaseIndex;
import org.prorata.book.register.ClauseEntry;
import org.prorata.book.register.Totals;

/** The register for the eye: a heading for each contract, a row for each clause with its cells wrapped, totals last. */
final class ClauseTable {

    /** Characters of the columns clause, article, decided by, shown by; with two between them they fill 120. */
    private static final int[] WIDTHS = {20, 24, 42, 28};

    private static final int INDENT = 2;
    /** Names of cases shown; --json has all. */
    private static final int NAMED = 2;
    /** Rows of one sheet named; --json has all. */
    private static final int ROWS_NAMED = 3;

    private final List<ClauseEntry> entries;
    private final CaseIndex cases;

    ClauseTable(List<ClauseEntry> entries, CaseIndex cases) {
        this.entries = entries;
        this.cases = cases;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String contract = null;
        for (ClauseEntry entry : entries) {
            if (!entry.place().contract().equals(contract)) {
                if (contract != null) {
                    lines.add("");
                }
                contract = entry.place().contract();
                lines.add(contract + ", " + entry.place().version()
                        + (entry.place().terms() == null
                                ? ""
                                : " (" + entry.place().terms() + ")"));
                lines.addAll(row(
                        List.of(List.of("  clause"), List.of("article"), List.of("decided by"), List.of("shown by"))));
            }
            lines.addAll(row(List.of(
                    List.of("  " + entry.id()),
                    wrapped(entry.place().article(), WIDTHS[1]),
                    decided(entry),
                    shown(cases.showing(entry.id())))));
        }
        lines.add("");
        lines.add(totals("", "clauses", "decided", "open", "not computed"));
        List<Totals> all = Totals.of(entries);
        all.forEach(one -> lines.add(totals(one)));
        if (all.size() > 1) {
            lines.add(totals(Totals.of("all", entries)));
        }
        return lines;
    }

    private static List<String> decided(ClauseEntry entry) {
        List<String> lines = new ArrayList<>();
        entry.rules().forEach(one -> lines.addAll(wrapped(one, WIDTHS[2])));
        Map<String, List<String>> bySheet = new LinkedHashMap<>();
        entry.rows()
                .forEach(row -> bySheet.computeIfAbsent(
                                row.substring(0, row.lastIndexOf('!') + 1), sheet -> new ArrayList<>())
                        .add(row.substring(row.lastIndexOf('!') + 1)));
        bySheet.forEach((sheet, names) -> {
            names.stream().limit(ROWS_NAMED).forEach(name -> lines.addAll(wrapped(sheet + name, WIDTHS[2])));
            if (names.size() > ROWS_NAMED) {
                lines.addAll(wrapped(sheet + " and " + (names.size() - ROWS_NAMED) + " more", WIDTHS[2]));
            }
        });
        if (entry.notComputed() != null) {
            lines.addAll(wrapped("not computed: " + entry.notComputed().en(), WIDTHS[2]));
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static List<String> shown(List<CaseIndex.IndexedCase> showing) {
        List<String> lines = new ArrayList<>();
        showing.stream().limit(NAMED).forEach(one -> lines.addAll(wrapped(one.name(), WIDTHS[3])));
        if (showing.size() > NAMED) {
            lines.add("and " + (showing.size() - NAMED) + " more");
        }
        return lines.isEmpty() ? List.of("no case") : lines;
    }

    private static List<String> row(List<List<String>> cells) {
        int height = cells.stream().mapToInt(List::size).max().orElseThrow();
        return IntStream.range(0, height)
                .mapToObj(line -> IntStream.range(0, cells.size())
                        .mapToObj(column -> padded(
                                line < cells.get(column).size()
                                        ? cells.get(column).get(line)
                                        : "",
                                WIDTHS[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    private static String totals(Totals totals) {
        return totals(totals.contract(), totals.clauses(), totals.decided(), totals.open(), totals.notComputed());
    }

    private static String totals(Object... cells) {
        return String.format(Locale.ROOT, "%-26s %9s %9s %9s %14s", cells);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** Lines of at most a width, later ones indented; broken at blanks, else after a mark inside a name. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int at = blank > INDENT ? blank : afterMark(rest, width);
            lines.add(rest.substring(0, at).stripTrailing());
            rest = " ".repeat(INDENT) + rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int afterMark(String text, int width) {
        int at = width;
        while (at > INDENT && "!-/".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at > INDENT ? at : width;
    }
}
