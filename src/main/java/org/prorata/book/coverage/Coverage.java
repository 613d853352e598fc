package org.prorata.book.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;

/** Looks through the tables of a book for gaps, overlaps and rows that never answer. */
public final class Coverage {

    private Coverage() {}

    /** Everything found in all sheets, in their order. */
    public static List<TableFinding> of(Tables tables) {
        Set<String> all = new TreeSet<>();
        tables.all().forEach(table -> all.add(table.sheet().id()));
        return of(tables, all);
    }

    /**
     * The same in some sheets; the others say what may be asked.
     *
     * @param sheets {@code workbook!sheet} of those looked at
     */
    public static List<TableFinding> of(Tables tables, Set<String> sheets) {
        QueriedColumns asked = new QueriedColumns(tables);
        List<TableFinding> findings = new ArrayList<>();
        for (Table table : tables.all()) {
            if (table.sheet().decides() && sheets.contains(table.sheet().id())) {
                findings.addAll(findings(table, asked));
                findings.addAll(own(table, tables, asked));
            }
        }
        return once(findings);
    }

    private static List<TableFinding> findings(Table table, QueriedColumns asked) {
        Sheet sheet = table.sheet();
        return sheet.series()
                ? SeriesCover.findings(table)
                : new PolicyCover(table, SheetUses.ALL.getOrDefault(sheet.id(), Question.granted()), asked).findings();
    }

    /** What a sheet is looked at for besides. */
    private static List<TableFinding> own(Table table, Tables tables, QueriedColumns asked) {
        List<TableFinding> findings = new ArrayList<>();
        Bound bound = Bound.of(table.sheet());
        if (bound != null) {
            findings.addAll(EndedCover.bands(table, bound, asked));
        }
        switch (table.sheet().id()) {
            case BandCover.SHEET -> findings.addAll(BandCover.findings(table, tables));
            case WeekdayCover.SHEET -> findings.addAll(WeekdayCover.findings(table, tables, asked));
            case GradeCover.SHEET -> findings.addAll(GradeCover.findings(table, tables, asked));
            default -> {}
        }
        return findings;
    }

    /** A gap in all bands of some terms is one in each of them as well. */
    private static List<TableFinding> once(List<TableFinding> findings) {
        Map<String, TableFinding> once = new LinkedHashMap<>();
        findings.forEach(
                finding -> once.putIfAbsent(finding.kind() + " " + finding.sheet() + " " + finding.region(), finding));
        return List.copyOf(once.values());
    }
}
