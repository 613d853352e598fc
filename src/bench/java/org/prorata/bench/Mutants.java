package org.prorata.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prorata.book.engine.BookSource;
import org.prorata.book.register.RuleText;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.RowSpan;
import org.prorata.book.schema.Table;
import org.prorata.decision.policy.Row;

/**
 * All mutants of a rule book: each rule left out, each comparison of a rule with and without its border or moved by a step,
 * each value and key of a table changed by its smallest step, up and down. Names, clauses, readings, sources and other notes decide nothing and stay; so do empty cells, and steps that
 * would leave what the sheet allows.
 */
final class Mutants {

    private static final String NUDGE = Nudge.class.getName() + ".";
    private static final Map<String, String> BORDER = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");
    private static final String NOBODY = "nobody";
    private static final int PERCENT_DIGITS = 2;

    private Mutants() {}

    static List<Mutant> of(BookSource source) {
        List<Mutant> all = new ArrayList<>();
        source.rules().forEach((file, drl) -> {
            for (RuleText rule : RuleText.of(file, drl)) {
                all.add(new Mutant.DroppedRule(rule));
                rule.comparisons()
                        .forEach(comparison -> others(comparison)
                                .forEach(other -> all.add(new Mutant.ChangedComparison(rule, comparison, other))));
            }
        });
        for (Table table : source.tables().all().stream()
                .filter(each -> each.sheet().decides())
                .toList()) {
            for (int i = 0; i < table.rows().size(); i++) {
                for (Column column : table.sheet().columns()) {
                    if (column.role() != Column.ColumnRole.NOTE
                            && table.rows().get(i).values().get(column.name()) != null) {
                        cell(table, i, column, all);
                    }
                }
            }
        }
        return all;
    }

    /** The neighbours of a comparison: with and without the border, and the border a step further on either side. */
    private static List<String> others(RuleText.Comparison one) {
        String moved = NUDGE + "%s(" + one.right() + ", " + one.left() + ")";
        List<String> others = new ArrayList<>(3);
        String border = BORDER.get(one.operator());
        if (border != null) {
            others.add(one.left() + " " + border + " " + one.right());
        }
        others.add(one.left() + " " + one.operator() + " " + moved.formatted("up"));
        others.add(one.left() + " " + one.operator() + " " + moved.formatted("down"));
        return others;
    }

    private static void cell(Table table, int place, Column column, List<Mutant> all) {
        Row row = table.rows().get(place);
        Object value = row.values().get(column.name());
        others(column, value)
                .filter(other -> fits(table, place, column, other))
                .forEach(other -> all.add(new Mutant.ChangedCell(row.ref(), column.name(), value, other)));
    }

    private static Stream<Object> others(Column column, Object value) {
        return switch (column.type()) {
            case YES_NO -> Stream.of(!(Boolean) value);
            case INTEGER ->
                Stream.<Object>of((Integer) value - 1, (Integer) value + 1)
                        .filter(other -> allowed(column, BigDecimal.valueOf((Integer) other)));
            case DECIMAL -> {
                // a hundredth of a point is the least that contracts tell percentages apart by, whatever a column could
                // hold
                BigDecimal step = BigDecimal.ONE.movePointLeft(
                        column.percent() ? Math.min(column.scale(), PERCENT_DIGITS) : column.scale());
                yield Stream.<Object>of(
                                CellText.normal(((BigDecimal) value).subtract(step)),
                                CellText.normal(((BigDecimal) value).add(step)))
                        .filter(other -> allowed(column, (BigDecimal) other));
            }
            case DATE -> Stream.of(((LocalDate) value).minusDays(1), ((LocalDate) value).plusDays(1));
            case LIST ->
                column.allowed().size() < 2
                        ? Stream.of()
                        : Stream.of(column.allowed()
                                .get((column.allowed().indexOf(value) + 1)
                                        % column.allowed().size()));
            case NAME -> Stream.of(NOBODY);
            case CLAUSE, CLAUSES, TEXT -> Stream.of();
        };
    }

    private static boolean allowed(Column column, BigDecimal number) {
        return column.min() == null || number.compareTo(column.min()) >= 0 && number.compareTo(column.max()) <= 0;
    }

    /** Whether first and last day stay in order, and the rows of a series apart: a workbook with others is refused. */
    private static boolean fits(Table table, int place, Column column, Object other) {
        if (column.role() != Column.ColumnRole.KEY) {
            return true;
        }
        Map<String, Object> values = new HashMap<>(table.rows().get(place).values());
        values.put(column.name(), other);
        RowSpan span = RowSpan.of(table.sheet(), values);
        if (span.first() != null && span.last() != null && span.last().isBefore(span.first())) {
            return false;
        }
        return !table.sheet().series()
                || (place == 0 || span(table, place - 1).before(span))
                        && (place + 1 == table.rows().size() || span.before(span(table, place + 1)));
    }

    private static RowSpan span(Table table, int place) {
        return RowSpan.of(table.sheet(), table.rows().get(place).values());
    }
}
