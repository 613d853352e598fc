package org.prorata.book.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.SeveralAnswers;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.TableProblem;
import org.prorata.book.workbook.WorkbookCheck;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.Row;

/** Tells findings that a workbook's sheet accepts from those that are open; an acceptance of nothing is told as well. */
public final class Acceptances {

    private final List<TableFinding> open = new ArrayList<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<TableProblem> problems = new ArrayList<>();

    /**
     * A finding that somebody leaves as it is.
     *
     * @param row of the sheet {@code accepted} of its workbook
     */
    public record Accepted(TableFinding finding, int row, String reason, String by, String on) {}

    private Acceptances() {}

    /** @param findings in the sheets of the check that are sound */
    public static Acceptances of(List<TableFinding> findings, WorkbookCheck check, Collection<Sheet> sheets) {
        Acceptances result = new Acceptances();
        result.open.addAll(findings);
        for (Table table : check.accepted()) {
            for (Row row : table.rows()) {
                String id = table.sheet().workbook() + "!" + row.text("sheet");
                if (check.sound().contains(id)) {
                    result.take(
                            row,
                            id,
                            sheets,
                            place -> check.cell(table.sheet().id(), row.ref().row(), place));
                }
            }
        }
        return result;
    }

    private void take(Row row, String id, Collection<Sheet> sheets, UnaryOperator<String> place) {
        Region region;
        try {
            region = Region.read(
                    row.text("where"),
                    keys(sheets.stream()
                            .filter(sheet -> sheet.id().equals(id))
                            .findFirst()
                            .orElseThrow()));
        } catch (Region.Wrong wrong) {
            problems.add(new TableProblem(place.apply("where"), wrong.found, wrong.allowed));
            return;
        }
        List<TableFinding> taken = open.stream()
                .filter(finding -> finding.sheet().equals(id)
                        && finding.kind().written().equals(row.text("finding"))
                        && region.holds(finding.region()))
                .toList();
        if (taken.isEmpty()) {
            problems.add(new TableProblem(
                    place.apply("name"),
                    Reason.of("tables.accepts_nothing", id, row.text("finding") + " " + region),
                    Reason.of("tables.accepts_nothing.allowed")));
        }
        open.removeAll(taken);
        taken.forEach(finding -> accepted.add(new Accepted(
                finding,
                row.ref().row(),
                row.text("reason"),
                row.text("by"),
                row.date("on").toString())));
    }

    private static Set<String> keys(Sheet sheet) {
        Set<String> keys = new LinkedHashSet<>();
        if (!sheet.series()) {
            sheet.keys().stream().map(Column::name).forEach(keys::add);
            keys.addAll(
                    SeveralAnswers.of(sheet) == null
                            ? List.of()
                            : SeveralAnswers.of(sheet).apart());
        }
        keys.add(Region.DAYS);
        return keys;
    }

    /** Findings that nobody accepted. */
    public List<TableFinding> open() {
        return open;
    }

    public List<Accepted> accepted() {
        return accepted;
    }

    /** Acceptances that say nothing of use. */
    public List<TableProblem> problems() {
        return problems;
    }
}
