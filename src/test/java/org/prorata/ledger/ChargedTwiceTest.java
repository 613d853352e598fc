package org.prorata.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.contract.ChargeReason;

class ChargedTwiceTest {

    private static final LocalDate START = LocalDate.of(2024, 5, 7);
    private static final LocalDate EARLIER = LocalDate.of(2024, 4, 29);

    @Test
    @DisplayName("months that follow one another do not overlap")
    void months() {
        assertThat(ChargedTwice.overlapping(months(START, 6))).isEmpty();
        assertThat(ChargedTwice.again(months(START, 6))).isEmpty();
    }

    @Test
    @DisplayName(
            "a start that is corrected to an earlier day lays months out anew: they overlap, but none is charged again")
    void startMovedBack() {
        List<ChargedTwice.Line> lines = months(START, 6);
        lines.addAll(months(EARLIER, 8).subList(6, 8));
        assertThat(ChargedTwice.overlapping(lines)).hasToString("[i0 from 2024-10-29 to 2024-11-06]");
        assertThat(ChargedTwice.again(lines)).isEmpty();
    }

    @Test
    @DisplayName("one day is an overlap")
    void oneDay() {
        List<ChargedTwice.Line> lines = months(START, 2);
        lines.addAll(months(START.plusMonths(2).minusDays(1), 1));
        assertThat(ChargedTwice.overlapping(lines)).hasToString("[i0 from 2024-07-06 to 2024-07-06]");
    }

    @Test
    @DisplayName("a month that is charged again is charged twice, unless something is given back of it")
    void aMonthAgain() {
        List<ChargedTwice.Line> lines = months(START, 3);
        lines.addAll(months(START, 3).subList(1, 2));
        assertThat(ChargedTwice.again(lines)).hasToString("Optional[i0 from 2024-06-07 to 2024-07-06]");
        lines.add(line(START.plusMonths(1), "327.36", ChargeReason.CORRECTION, false));
        assertThat(ChargedTwice.again(lines)).isEmpty();
        assertThat(ChargedTwice.overlapping(lines)).isEmpty();
    }

    @Test
    @DisplayName("what is added to a month is no second charge for it, a change of plan neither")
    void addedToAMonth() {
        List<ChargedTwice.Line> lines = months(START, 3);
        lines.add(line(START, "10.00", ChargeReason.RECURRING, true));
        lines.add(line(START, "400.00", ChargeReason.UPGRADE, false));
        assertThat(ChargedTwice.again(lines)).isEmpty();
        assertThat(ChargedTwice.overlapping(lines)).isEmpty();
    }

    @Test
    @DisplayName("the net of an item is what is charged for time less what is given back, whatever is charged besides")
    void net() {
        List<ChargedTwice.Line> lines = months(START, 2);
        lines.add(line(START, "27.36", ChargeReason.UNUSED, false));
        lines.add(line(START, "99.00", ChargeReason.USAGE, false));
        assertThat(ChargedTwice.net(lines, "i0")).isEqualByComparingTo("627.36");
        assertThat(ChargedTwice.net(lines, "i1")).isZero();
    }

    private static ChargedTwice.Line line(LocalDate from, String amount, ChargeReason reason, boolean catchUp) {
        return new ChargedTwice.Line(
                "i0", from, from.plusMonths(1).minusDays(1), new BigDecimal(amount), reason, catchUp);
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
