package org.prorata.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.prorata.tables.Sheet;
import org.prorata.tables.Table;
import org.prorata.tables.Tables;

/** Looks through the tables of a book for gaps, overlaps and rows that never answer. */
public final class Coverage {

    private Coverage() {}

    /** Everything found in all sheets, in their order. */
    public static List<Finding> of(Tables tables) {
        Set<String> all = new TreeSet<>();
        tables.all().forEach(table -> all.add(table.sheet().id()));
        return of(tables, all);
    }

    /**
     * The same in some sheets; the others say what may be asked.
     *
     * @param sheets {@code workbook!sheet} of those looked at
     */
    public static List<Finding> of(Tables tables, Set<String> sheets) {
        Asked asked = new Asked(tables);
        List<Finding> findings = new ArrayList<>();
        for (Table table : tables.all()) {
            if (table.sheet().decides() && sheets.contains(table.sheet().id())) {
                findings.addAll(findings(table, asked));
                findings.addAll(own(table, tables, asked));
            }
        }
        return once(findings);
    }

    private static List<Finding> findings(Table table, Asked asked) {
        Sheet sheet = table.sheet();
        return sheet.series()
                ? SeriesCover.findings(table)
                : new PolicyCover(table, Questions.ALL.getOrDefault(sheet.id(), Question.granted()), asked).findings();
    }

    /** What a sheet is looked at for besides. */
    private static List<Finding> own(Table table, Tables tables, Asked asked) {
        List<Finding> findings = new ArrayList<>();
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
    private static List<Finding> once(List<Finding> findings) {
        Map<String, Finding> once = new LinkedHashMap<>();
        findings.forEach(
                finding -> once.putIfAbsent(finding.kind() + " " + finding.sheet() + " " + finding.region(), finding));
        return List.copyOf(once.values());
    }
}
