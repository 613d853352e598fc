package org.prorata.subject.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeasuredAvailabilityTest {

    @Test
    @DisplayName("availability is shown rounded down, so that a level just missed never looks kept")
    void roundedDown() {
        assertThat(new MeasuredAvailability(29_760, 420).shown()).isEqualByComparingTo("98.5887");
        assertThat(new MeasuredAvailability(3_000_000, 30_001).shown()).isEqualByComparingTo("98.9999");
        assertThat(new MeasuredAvailability(7, 0).shown()).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("the minutes that keep a level come from the exact bound, not from the availability shown")
    void exact() {
        assertThat(new MeasuredAvailability(30_000, 300).served()).isEqualByComparingTo("29700");
        assertThat(new MeasuredAvailability(30_000, 300).minutesFrom(new BigDecimal("99")))
                .isEqualByComparingTo("29700");
        assertThat(new MeasuredAvailability(30_000, 300).minutesAbove(new BigDecimal("99")))
                .isEqualByComparingTo("29701");
        // 99 % of 29,990 minutes are 29,690.1
        assertThat(new MeasuredAvailability(29_990, 0).minutesFrom(new BigDecimal("99")))
                .isEqualByComparingTo("29691");
        assertThat(new MeasuredAvailability(29_990, 0).minutesAbove(new BigDecimal("99")))
                .isEqualByComparingTo("29691");
        assertThat(new MeasuredAvailability(30_000_000, 300_001).served())
                .isLessThan(new MeasuredAvailability(30_000_000, 0).minutesFrom(new BigDecimal("99")));
    }

    @Test
    @DisplayName("the shortfall is exact and the amount is rounded once")
    void shortfall() {
        assertThat(new MeasuredAvailability(29_760, 420)
                        .shortfall(new BigDecimal("12000"), new BigDecimal("99"), BigDecimal.ONE, 2))
                .isEqualByComparingTo("49.35");
        assertThat(new MeasuredAvailability(29_760, 2000)
                        .shortfall(new BigDecimal("12000"), new BigDecimal("99"), new BigDecimal("2"), 2))
                .isEqualByComparingTo("1372.90");
    }

    @Test
    @DisplayName("more downtime than agreed time is nonsense")
    void refused() {
        assertThatThrownBy(() -> new MeasuredAvailability(10, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MeasuredAvailability(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
