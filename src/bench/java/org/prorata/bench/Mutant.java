package org.prorata.bench;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.prorata.book.engine.BookSource;
import org.prorata.book.register.RuleText;
import org.prorata.book.register.RuleText.Comparison;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.Because;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;

/** One small change of a rule book. */
sealed interface Mutant {

    /** The rule book's source with the change. */
    BookSource in(BookSource source);

    /** Whether a decision says that it rests on what is changed. */
    boolean cited(Because because);

    /** The change in one line: what, where, from which value to which. */
    String shown();

    /** A rule left out. */
    record DroppedRule(RuleText rule) implements Mutant {

        @Override
        public BookSource in(BookSource source) {
            SortedMap<String, String> rules = new TreeMap<>(source.rules());
            rules.computeIfPresent(rule.file(), (name, drl) -> drl.replace(rule.text(), ""));
            return new BookSource(rules, source.tables(), source.calculation());
        }

        @Override
        public boolean cited(Because because) {
            return because.rules().contains(rule.name());
        }

        @Override
        public String shown() {
            return rule.file() + " \"" + rule.name() + "\" left out";
        }
    }

    /** Another condition in a rule: the operator changed, or one side moved by its smallest step. */
    record ChangedComparison(RuleText rule, Comparison from, String to) implements Mutant {

        @Override
        public BookSource in(BookSource source) {
            SortedMap<String, String> rules = new TreeMap<>(source.rules());
            rules.computeIfPresent(rule.file(), (name, drl) -> drl.replace(rule.text(), rule.with(from, to)));
            return new BookSource(rules, source.tables(), source.calculation());
        }

        @Override
        public boolean cited(Because because) {
            return because.rules().contains(rule.name());
        }

        @Override
        public String shown() {
            return rule.file() + " \"" + rule.name() + "\" " + from.left() + " " + from.operator() + " " + from.right()
                    + " → " + to;
        }
    }

    /** Another value in one cell. */
    record ChangedCell(TableRow row, String column, Object from, Object to) implements Mutant {

        @Override
        public BookSource in(BookSource source) {
            String sheet = row.workbook() + "!" + row.sheet();
            List<Table> tables = source.tables().all().stream()
                    .map(table -> table.sheet().id().equals(sheet)
                            ? new Table(
                                    table.sheet(),
                                    table.rows().stream().map(this::changed).toList())
                            : table)
                    .toList();
            return new BookSource(source.rules(), new Tables(tables), source.calculation());
        }

        private Row changed(Row old) {
            if (old.ref().row() != row.row()) {
                return old;
            }
            Map<String, Object> values =
                    old.values().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            values.put(column, to);
            return new Row(old.ref(), values);
        }

        @Override
        public boolean cited(Because because) {
            return because.rows().stream()
                    .anyMatch(cited -> cited.row() == row.row()
                            && cited.sheet().equals(row.sheet())
                            && cited.workbook().equals(row.workbook()));
        }

        @Override
        public String shown() {
            return row.citation() + " " + column + ": " + CellText.of(from) + " → " + CellText.of(to);
        }
    }
}
