package org.prorata.book.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.TextCopy;

@DisplayName("differences as they are shown and as an impact puts them down to rows")
class RowChangesTest {

    private static final Sheet RULES = Sheet.policy(
            "book",
            "rules",
            "Rules",
            Column.key("terms", "Terms"),
            Column.decimal("percent", "Per cent", 2, "0", "100"));
    private static final Sheet RATES =
            Sheet.series("book", "rates", "Rates", Column.decimal("rate_pct", "Rate", 2, "0", "100"));

    private static final String ONE = "{row: 5, name: one, clauses: [C-DATE], terms: a, percent: 5, reading: contract}";
    private static final String RATE = "{row: 5, from: 2025-01-01, to: 2025-06-30, rate_pct: 3, status: published}";

    private static Tables tables(String rules, String rates) {
        return TextCopy.read(
                "book", "sheets:\n  rules: [" + rules + "]\n  rates: [" + rates + "]\n", List.of(RULES, RATES));
    }

    private static List<String> shown(Tables a, Tables b) {
        return TablesDiff.between(a, b).stream()
                .map(one -> one.key() + " " + one.a() + " " + one.b() + " "
                        + one.cells().stream().map(TablesDiff.Cell::column).toList())
                .toList();
    }

    private static List<String> causes(Tables a, Tables b) {
        RowChanges changes = RowChanges.between(a, b);
        Stream<String> old = a.all().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> changes.ofOld(row.ref()).stream()
                        .map(change -> "old " + row.ref().citation() + " " + change.kind() + " "
                                + change.row().row()));
        Stream<String> now = b.all().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> changes.ofNew(row.ref()).stream()
                        .map(change -> "new " + row.ref().citation() + " " + change.kind() + " "
                                + change.row().row()));
        return Stream.concat(old, now).toList();
    }

    @Test
    @DisplayName("a description, a name and a place are no cause; the first two are differences")
    void noCause() {
        Tables a = tables(ONE, RATE);
        Tables described =
                tables(ONE.replace("row: 5", "row: 9").replace("reading", "description: Other words, reading"), RATE);
        assertThat(shown(a, described)).containsExactly("one 5 9 [description]");
        assertThat(causes(a, described)).isEmpty();
        Tables renamed = tables(ONE.replace("name: one", "name: other"), RATE);
        assertThat(shown(a, renamed)).hasSize(2);
        assertThat(causes(a, renamed)).isEmpty();
        assertThat(RowChanges.between(a, renamed).none()).isTrue();
    }

    @Test
    @DisplayName(
            "a figure changes a row on both sides, under the place of the new one; what only one side has is added or removed")
    void changed() {
        Tables a = tables(ONE, RATE);
        assertThat(causes(a, tables(ONE.replace("percent: 5", "percent: 5.00"), RATE)))
                .isEmpty();
        assertThat(causes(a, tables(ONE.replace("percent: 5", "percent: 6").replace("row: 5", "row: 7"), RATE)))
                .containsExactly("old book!rules!5 CHANGED 7", "new book!rules!7 CHANGED 7");
        assertThat(causes(a, tables("", RATE))).containsExactly("old book!rules!5 REMOVED 5");
        assertThat(causes(tables("", RATE), a)).containsExactly("new book!rules!5 ADDED 5");
        assertThat(causes(a, new Tables(List.of(tables(ONE, "").all().get(0)))))
                .containsExactly("old book!rates!5 REMOVED 5");
    }

    @Test
    @DisplayName("a published value that holds for other days is another cause, and is shown as one row that changed")
    void otherDays() {
        Tables a = tables(ONE, RATE);
        Tables longer = tables(ONE, RATE.replace("2025-06-30", "2025-09-30"));
        assertThat(shown(a, longer)).containsExactly("from 2025-01-01 5 5 [to]");
        assertThat(causes(a, longer)).containsExactly("old book!rates!5 REMOVED 5", "new book!rates!5 ADDED 5");
        assertThat(causes(a, tables(ONE, RATE.replace("rate_pct: 3", "rate_pct: 4"))))
                .containsExactly("old book!rates!5 CHANGED 5", "new book!rates!5 CHANGED 5");
    }
}
