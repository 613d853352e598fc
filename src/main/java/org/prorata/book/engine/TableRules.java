package org.prorata.book.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.model.DRLOutput;
import org.drools.template.parser.DataListener;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.decision.policy.Query;
import org.prorata.decision.policy.Row;

/**
 * Makes a decision table's validated rows into rules: the values stand under headers that we ship, so that nothing of
 * the user's workbook but checked values ever reaches Drools. Each rule reports the number of its row in the sheet.
 */
final class TableRules {

    static final String PACKAGE = "org.prorata.rules.tables";

    /** Values that may stand inside a string literal of a rule: no quote, no backslash, no white space. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.-]+");

    private TableRules() {}

    /** The rules of one policy table, as DRL. */
    static String drl(Table table) {
        Sheet sheet = table.sheet();
        List<Column> keys = sheet.keys();
        int columns = keys.size() + 3;
        DefaultRuleSheetListener listener = new DefaultRuleSheetListener();
        listener.startSheet(sheet.name());
        row(listener, 0, cells("RuleSet", PACKAGE), false);
        row(listener, 1, cells("Import", Query.class.getName()), false);
        row(listener, 2, List.of(), false);
        row(listener, 3, cells("RuleTable " + sheet.id()), false);
        List<String> kinds = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < columns - 1; i++) {
            kinds.add("CONDITION");
            patterns.add("$query : Query");
            titles.add(i == 0 ? "table" : i == 1 ? "validity" : keys.get(i - 2).name());
        }
        conditions.add("asks(\"$param\")");
        conditions.add("holds($1, $2)");
        keys.forEach(key -> conditions.add("is(\"" + harmless(key.name()) + "\", \"$param\")"));
        kinds.add("ACTION");
        conditions.add("$query.hit($param);");
        titles.add("row");
        row(listener, 4, kinds, false);
        row(listener, 5, patterns, true);
        row(listener, 6, conditions, false);
        row(listener, 7, titles, false);
        int next = 8;
        for (Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(
                    harmless(sheet.workbook()) + "!" + harmless(sheet.name()),
                    day(row, "valid_from", Integer.MIN_VALUE) + "," + day(row, "valid_to", Integer.MAX_VALUE)));
            keys.forEach(key -> cells.add(key(row.values().get(key.name()))));
            cells.add(String.valueOf(row.ref().row()));
            row(listener, next++, cells, false);
        }
        listener.finishSheet();
        DRLOutput out = new DRLOutput();
        listener.getRuleSet().renderDRL(out);
        return out.getDRL();
    }

    private static String day(Row row, String column, int open) {
        LocalDate date = row.date(column);
        return String.valueOf(date == null ? open : (int) date.toEpochDay());
    }

    private static String key(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Boolean flag ? flag ? "yes" : "no" : harmless(value.toString());
    }

    private static String harmless(String text) {
        if (!HARMLESS.matcher(text).matches()) {
            throw new IllegalArgumentException("a key cannot be " + text);
        }
        return text;
    }

    private static List<String> cells(String... cells) {
        return List.of(cells);
    }

    private static void row(DefaultRuleSheetListener listener, int number, List<String> cells, boolean merged) {
        listener.newRow(number, cells.size());
        for (int i = 0; i < cells.size(); i++) {
            listener.newCell(number, i, cells.get(i), merged ? 0 : DataListener.NON_MERGED);
        }
    }
}
