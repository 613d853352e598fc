package org.prorata.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    @Test
    @DisplayName("availability is shown rounded down, so that a level just missed never looks kept")
    void roundedDown() {
        assertThat(new Measured(29_760, 420).shown()).isEqualByComparingTo("98.5887");
        assertThat(new Measured(3_000_000, 30_001).shown()).isEqualByComparingTo("98.9999");
        assertThat(new Measured(7, 0).shown()).isEqualByComparingTo("100");
    }

    @Test
    @DisplayName("a bound is compared with the exact availability, not with the one shown")
    void exact() {
        assertThat(new Measured(30_000, 300).against(new BigDecimal("99"))).isZero();
        assertThat(new Measured(30_000, 301).against(new BigDecimal("99"))).isNegative();
        assertThat(new Measured(30_000_000, 300_001).against(new BigDecimal("99"))).isNegative();
    }

    @Test
    @DisplayName("the shortfall is exact and the amount is rounded once")
    void shortfall() {
        assertThat(new Measured(29_760, 420).shortfall(new BigDecimal("12000"), new BigDecimal("99"), BigDecimal.ONE, 2))
                .isEqualByComparingTo("49.35");
        assertThat(new Measured(29_760, 2000).shortfall(new BigDecimal("12000"), new BigDecimal("99"), new BigDecimal("2"), 2))
                .isEqualByComparingTo("1372.90");
    }

    @Test
    @DisplayName("more downtime than agreed time is nonsense")
    void refused() {
        assertThatThrownBy(() -> new Measured(10, 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measured(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
