package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.workbook.TextCopy;

@DisplayName("A published series")
class SeriesSheetTest {

    private static final List<Sheet> SHEETS = List.of(
            Sheet.halfYears("tariff", "rate", "A rate", Column.decimal("rate_pct", "Per cent", 2, "0", "50")),
            Sheet.index(
                    "tariff",
                    "index",
                    "An index",
                    Column.list("base", "Base", "old", "revised"),
                    Column.decimal("value", "Points", 1, "0", "999")));

    @Test
    @DisplayName("has a row for each half-year or month, which covers its days")
    void covers() {
        Tables tables = TextCopy.read("tariff", """
                sheets:
                  rate:
                    - {row: 5, year: 2026, half: 1, rate_pct: 2.62, status: published}
                    - {row: 6, year: 2026, half: 2, rate_pct: 2.75, status: secondary}
                  index:
                    - {row: 5, year: 2024, month: 2, base: old, value: 100.5, status: published}
                    - {row: 6, year: 2024, month: 3, status: conflict}
                """, SHEETS);
        assertThat(tables.table("tariff!rate").rows())
                .extracting(row -> RowSpan.of(SHEETS.get(0), row.values()).toString())
                .containsExactly(
                        "RowSpan[first=2026-01-01, last=2026-06-30]", "RowSpan[first=2026-07-01, last=2026-12-31]");
        assertThat(tables.table("tariff!index").rows())
                .extracting(row -> RowSpan.of(SHEETS.get(1), row.values()).toString())
                .containsExactly(
                        "RowSpan[first=2024-02-01, last=2024-02-29]", "RowSpan[first=2024-03-01, last=2024-03-31]");
    }

    @Test
    @DisplayName("with a half-year twice, months out of order, a value in conflict or none at all is refused")
    void wrong() {
        assertThatThrownBy(() -> TextCopy.read("tariff", """
                sheets:
                  rate:
                    - {row: 5, year: 2026, half: 1, rate_pct: 2.62, status: published}
                    - {row: 6, year: 2026, half: 1, rate_pct: 2.75, status: published}
                    - {row: 7, year: 2026, half: 3, rate_pct: 2.75, status: published}
                    - {row: 8, year: 2027, half: 1, status: published}
                  index:
                    - {row: 5, year: 2024, month: 3, base: old, value: 100.5, status: published}
                    - {row: 6, year: 2024, month: 2, base: old, value: 100, status: published}
                    - {row: 7, year: 2024, month: 4, base: old, value: 100.5, status: conflict}
                """, SHEETS))
                .isInstanceOf(WorkbookErrors.class)
                .hasMessage("""
                tariff.yaml:5 rate row 7 half: "3"; a whole number from 1 to 2 (nearest: 2)
                tariff.yaml:6 rate row 8 rate_pct: rate_pct is empty; required: a number with at most 2 digits after the point from 0 to 50, unless the status is conflict
                tariff.yaml:4 rate row 6 year: year 2026, half 1 stands in row 5 too; rows in the order of their half-years, each once
                tariff.yaml:10 index row 7 base: base old beside the status conflict; an empty cell, as none of the sources is chosen
                tariff.yaml:10 index row 7 value: value 100.5 beside the status conflict; an empty cell, as none of the sources is chosen
                tariff.yaml:9 index row 6 year: year 2024, month 2 lies before year 2024, month 3 of row 5; rows in the order of their months, each once""");
    }
}
