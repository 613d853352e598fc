package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.decision.Reading;

class CanonicalTablesTest {

    private static final Sheet INTEREST = Shipped.sheets().stream()
            .filter(s -> s.id().equals("late-payment!interest"))
            .findFirst()
            .orElseThrow();
    private static final Sheet ECB = Shipped.sheets().stream()
            .filter(s -> s.id().equals("interest-rates!ecb"))
            .findFirst()
            .orElseThrow();

    static Map<String, Object> interest() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "any");
        values.put("clauses", List.of("C-INTEREST", "L-LATE"));
        values.put("description", "tab\there, line\nbreak, back\\slash, a = b");
        values.put("valid_from", LocalDate.of(2013, 1, 1));
        values.put("professional", true);
        values.put("basis", "multiple");
        values.put("multiple", new BigDecimal("3.00"));
        values.put("fixed_at_start", false);
        values.put("reading", "statute");
        return values;
    }

    @Test
    @DisplayName("a row is one line of canonical values")
    void aRowIsOneLineOfCanonicalValues() {
        Tables tables = new Tables(List.of(new Table(INTEREST, List.of(CitedRows.of(INTEREST, 5, interest())))));
        assertThat(CanonicalTables.write(tables))
                .isEqualTo("late-payment!interest!5\tname=any\tclauses=C-INTEREST,L-LATE"
                        + "\tdescription=tab\\there, line\\nbreak, back\\\\slash, a = b\tvalid_from=2013-01-01\tprofessional=yes"
                        + "\tbasis=multiple\tmultiple=3\tfixed_at_start=no\treading=statute\n");
    }

    @Test
    @DisplayName("reading gives the values back with their types and citation")
    void readingGivesTheValuesBackWithTheirTypesAndCitation() {
        Tables tables = new Tables(List.of(new Table(INTEREST, List.of(CitedRows.of(INTEREST, 5, interest())))));
        Tables read = CanonicalTables.read(CanonicalTables.write(tables), List.of(INTEREST, ECB));
        var row = read.table("late-payment!interest").rows().get(0);
        Map<String, Object> expected = interest();
        expected.put("multiple", new BigDecimal("3"));
        assertThat(row.values()).isEqualTo(expected);
        assertThat(row.ref().citation()).isEqualTo("late-payment!interest!5");
        assertThat(row.ref().clauses()).containsExactly("C-INTEREST", "L-LATE");
        assertThat(row.ref().reading()).isEqualTo(Reading.STATUTE);
        assertThat(row.ref().status()).isNull();
        assertThat(read.table("interest-rates!ecb").rows()).isEmpty();
    }

    @Test
    @DisplayName("the text does not depend on the order of sheets and rows nor on trailing zeros")
    void theTextDoesNotDependOnTheOrderOfSheetsAndRowsNorOnTrailingZeros() {
        var five = CitedRows.of(
                ECB,
                5,
                Map.of("from", LocalDate.of(2016, 3, 16), "rate_pct", new BigDecimal("10.00"), "status", "published"));
        var six = CitedRows.of(
                ECB,
                6,
                Map.of("from", LocalDate.of(2022, 7, 27), "rate_pct", new BigDecimal("0.50"), "status", "published"));
        var sixAgain = CitedRows.of(
                ECB,
                6,
                Map.of("from", LocalDate.of(2022, 7, 27), "rate_pct", new BigDecimal("0.5"), "status", "published"));
        var interest = new Table(INTEREST, List.of(CitedRows.of(INTEREST, 5, interest())));
        assertThat(CanonicalTables.write(new Tables(List.of(interest, new Table(ECB, List.of(five, six))))))
                .isEqualTo(CanonicalTables.write(
                        new Tables(List.of(new Table(ECB, List.of(sixAgain, five)), interest))))
                .contains("rate_pct=10\t", "rate_pct=0.5\t");
    }

    @Test
    @DisplayName("a line that fits no sheet is named")
    void aLineThatFitsNoSheetIsNamed() {
        assertThatThrownBy(() -> CanonicalTables.read("interest-rates!ebc!5\tfrom=2016-03-16\n", List.of(ECB)))
                .hasMessage("line 1 of the tables: \"interest-rates!ebc!5\" is not a row of a known sheet");
        assertThatThrownBy(() -> CanonicalTables.read("interest-rates!ecb!5\trate=1\n", List.of(ECB)))
                .hasMessage("line 1 of the tables: \"rate=1\" is not a column of interest-rates!ecb");
    }
}
