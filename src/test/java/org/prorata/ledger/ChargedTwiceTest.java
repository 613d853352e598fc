package org.prorata.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.contract.ChargeReason;

class ChargedTwiceTest {

    private static final LocalDate START = LocalDate.of(2024, 5, 7);
    private static final LocalDate EARLIER = LocalDate.of(2024, 4, 29);

    @Test
    @DisplayName(
            "a start that is corrected to an earlier day lays months out anew: they overlap, but each is charged once")
    void startMovedBack() {
        List<ChargedTwice.Line> lines = months(START, 6);
        lines.addAll(months(EARLIER, 8).subList(6, 8));
        assertThat(ChargedTwice.of(lines, Map.of("i0", EARLIER))).isEmpty();
        assertThat(ChargedTwice.of(lines, Map.of("i0", START)))
                .hasToString("Optional[i0 from 2024-10-29 to 2024-11-06]");
    }

    @Test
    @DisplayName(
            "from the end of February instead of the first of March on: four days overlap for the one that the start moved")
    void startMovedToAShorterMonth() {
        LocalDate march = LocalDate.of(2025, 3, 1);
        LocalDate february = LocalDate.of(2025, 2, 28);
        List<ChargedTwice.Line> lines = months(march, 3);
        lines.addAll(months(february, 4).subList(3, 4));
        assertThat(ChargedTwice.of(lines, Map.of("i0", february))).isEmpty();
    }

    @Test
    @DisplayName("a month more than those since the earlier start is charged twice")
    void aMonthTooMany() {
        List<ChargedTwice.Line> lines = months(START, 6);
        lines.addAll(months(EARLIER, 8).subList(5, 8));
        assertThat(ChargedTwice.of(lines, Map.of("i0", EARLIER))).isPresent();
    }

    @Test
    @DisplayName("where no start moved one day is one too many")
    void oneDay() {
        List<ChargedTwice.Line> lines = months(START, 2);
        lines.addAll(months(START.plusMonths(2).minusDays(1), 1));
        assertThat(ChargedTwice.of(lines, Map.of("i0", START)))
                .hasToString("Optional[i0 from 2024-07-06 to 2024-07-06]");
    }

    private static List<ChargedTwice.Line> months(LocalDate start, int many) {
        List<ChargedTwice.Line> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            lines.add(new ChargedTwice.Line(
                    "i0",
                    start.plusMonths(i),
                    start.plusMonths(i + 1).minusDays(1),
                    new BigDecimal("327.36"),
                    ChargeReason.RECURRING,
                    false));
        }
        return lines;
    }
}
