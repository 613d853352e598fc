package org.prorata.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.policy.Row;

class InterestRatesTest {

    private static Tables rates;

    @BeforeAll
    static void read() throws IOException {
        rates = Workbooks.read(Path.of("spreadsheets", "interest-rates.xlsx"), Shipped.sheets());
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal-fr", "es-late"})
    void a_half_yearly_rate_ends_with_its_half_year_and_leaves_no_hole(String series) {
        List<Row> rows = rates.table("interest-rates!" + series).rows();
        assertThat(rows.get(rows.size() - 1).date("to")).isEqualTo(LocalDate.of(2026, 12, 31));
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).date("from")).isEqualTo(rows.get(i - 1).date("to").plusDays(1));
            assertThat(rows.get(i).date("to").getDayOfYear()).as(rows.get(i).ref().citation())
                    .isIn(LocalDate.of(rows.get(i).date("to").getYear(), 6, 30).getDayOfYear(), rows.get(i).date("to").lengthOfYear(), 54);
        }
    }

    @Test
    void the_french_rate_has_one_row_for_each_half_year_and_the_latest_is_secondary() {
        List<Row> rows = rates.table("interest-rates!legal-fr").rows();
        assertThat(rows).hasSize(30).allMatch(row -> row.date("from").equals(row.date("to").minusMonths(5).withDayOfMonth(1)));
        assertThat(rows.get(29).ref().status()).isEqualTo("secondary");
    }

    @Test
    void the_ecb_rate_is_known_until_the_day_before_the_decision_of_29_october_2026() {
        List<Row> rows = rates.table("interest-rates!ecb").rows();
        assertThat(rows.get(rows.size() - 1).date("to")).isEqualTo(LocalDate.of(2026, 10, 28));
        assertThat(rows.subList(0, rows.size() - 1)).allMatch(row -> row.date("to") == null);
    }

    /** Ley 3/2004 art. 7: the rate before the half-year plus 8 points, 7 until 23 February 2013. */
    @Test
    void the_spanish_rate_is_the_ecb_rate_before_the_half_year_plus_its_points() {
        for (Row spanish : rates.table("interest-rates!es-late").rows()) {
            LocalDate from = spanish.date("from");
            LocalDate halfYear = from.withMonth(from.getMonthValue() < 7 ? 1 : 7).withDayOfMonth(1);
            Row ecb = rates.table("interest-rates!ecb").rows().stream().filter(row -> row.date("from").isBefore(halfYear))
                    .reduce((earlier, later) -> later).orElseThrow();
            BigDecimal points = from.isBefore(LocalDate.of(2013, 2, 24)) ? new BigDecimal("7") : new BigDecimal("8");
            assertThat(spanish.decimal("rate_pct")).as(spanish.ref().citation()).isEqualByComparingTo(ecb.decimal("rate_pct").add(points));
        }
    }
}
