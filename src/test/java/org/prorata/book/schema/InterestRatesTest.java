package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.book.workbook.Workbooks;
import org.prorata.decision.policy.Row;

class InterestRatesTest {

    private static Tables rates;

    @BeforeAll
    static void read() throws IOException {
        rates = Workbooks.read(Path.of("spreadsheets", "interest-rates.xlsx"), Shipped.sheets());
    }

    @ParameterizedTest
    @DisplayName("a half yearly rate has a row for each half year from 2012 to 2026")
    @ValueSource(strings = {"legal-fr", "ecb"})
    void aHalfYearlyRateHasARowForEachHalfYearFrom2012To2026(String series) {
        List<Row> rows = rates.table("interest-rates!" + series).rows();
        assertThat(rows).hasSize(30);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).integer("year")).isEqualTo(2012 + i / 2);
            assertThat(rows.get(i).integer("half")).isEqualTo(1 + i % 2);
        }
        assertThat(rows.get(29).ref().status()).isEqualTo("secondary");
    }

    @Test
    @DisplayName("the spanish rate ends with its half year or with the old points and leaves no hole")
    void theSpanishRateEndsWithItsHalfYearOrWithTheOldPointsAndLeavesNoHole() {
        List<Row> rows = rates.table("interest-rates!es-late").rows();
        assertThat(rows.get(0).date("from")).isEqualTo(LocalDate.of(2012, 1, 1));
        assertThat(rows.get(rows.size() - 1).date("to")).isEqualTo(LocalDate.of(2026, 12, 31));
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).date("from"))
                    .isEqualTo(rows.get(i - 1).date("to").plusDays(1));
        }
    }

    /** Ley 3/2004 art. 7: the rate before the half-year plus 8 points, 7 until 23 February 2013. */
    @Test
    @DisplayName("the spanish rate is the ecb rate of the half year plus its points")
    void theSpanishRateIsTheEcbRateOfTheHalfYearPlusItsPoints() {
        for (Row spanish : rates.table("interest-rates!es-late").rows()) {
            LocalDate from = spanish.date("from");
            Row ecb = rates.table("interest-rates!ecb").rows().stream()
                    .filter(row -> row.integer("year") == from.getYear()
                            && row.integer("half") == (from.getMonthValue() < 7 ? 1 : 2))
                    .findFirst()
                    .orElseThrow();
            BigDecimal points = from.isBefore(LocalDate.of(2013, 2, 24)) ? new BigDecimal("7") : new BigDecimal("8");
            assertThat(spanish.decimal("rate_pct"))
                    .as(spanish.ref().citation())
                    .isEqualByComparingTo(ecb.decimal("rate_pct").add(points));
        }
    }
}
