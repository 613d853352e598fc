package org.prorata.book.register;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.book.schema.Sheet;
import org.prorata.decision.policy.Row;

/** What a rule asks of the cells of a row, as far as its condition names a column's value or flag. */
final class AskedCells {

    private static final Pattern VALUE = Pattern.compile("([a-z]\\w*) == \\w+\\.([A-Z_0-9]+)");
    private static final Pattern FLAG = Pattern.compile("(!?)([a-z]\\w*)");

    private static final Pattern PROPERTY = Pattern.compile("(?<![\\w.])[a-z]\\w*(?![\\w(])");

    private AskedCells() {}

    /** Whether a row has all cells that the rule asks for, and at least one. */
    static boolean found(RuleText rule, Row row) {
        String inside = rule.condition()
                .substring(rule.condition().indexOf('(') + 1, rule.condition().lastIndexOf(')'));
        boolean some = false;
        for (String part : inside.split(",")) {
            Matcher value = VALUE.matcher(part.strip());
            Matcher flag = FLAG.matcher(part.strip());
            if (value.matches()) {
                List<Object> cells = cells(row, value.group(1), String.class);
                if (!cells.isEmpty() && !cells.contains(value.group(2).toLowerCase(Locale.ROOT))) {
                    return false;
                }
                some |= !cells.isEmpty();
            } else if (flag.matches()) {
                List<Object> cells = cells(row, flag.group(2), Boolean.class);
                if (!cells.isEmpty() && !cells.contains(flag.group(1).isEmpty())) {
                    return false;
                }
                some |= !cells.isEmpty();
            }
        }
        return some;
    }

    /** Whether a rule names columns of a sheet all of which are empty in a row: the row says nothing of what the rule asks. */
    static boolean silent(RuleText rule, Sheet sheet, Row row) {
        String inside = rule.condition()
                .substring(rule.condition().indexOf('(') + 1, rule.condition().lastIndexOf(')'));
        List<String> named = PROPERTY.matcher(inside)
                .results()
                .map(found -> column(found.group()))
                .filter(name -> sheet.columns().stream()
                        .anyMatch(column -> column.name().equals(name)))
                .toList();
        return !named.isEmpty()
                && named.stream().allMatch(column -> row.values().get(column) == null);
    }

    private static String column(String property) {
        return property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Cells of columns called like a property, whole or at their end: {@code needed} is {@code claim_needed}. */
    private static List<Object> cells(Row row, String property, Class<?> kind) {
        String column = column(property);
        return row.values().entrySet().stream()
                .filter(cell -> cell.getKey().equals(column) || cell.getKey().endsWith("_" + column))
                .filter(cell -> kind.isInstance(cell.getValue()))
                .<Object>map(cell -> cell.getValue())
                .toList();
    }
}
