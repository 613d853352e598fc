package org.prorata.subject.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursRuleTest {

    @ParameterizedTest(name = "{2} hours worked, at least {0}, in steps of {1}: {3}")
    @CsvSource({
        ", , 0.25, 0.25",
        ", 1, 0.25, 1",
        ", 1, 1.01, 2",
        "2, 0.5, 0.25, 2",
        "2, 0.5, 2, 2",
        "2, 0.5, 2.01, 2.5",
        "2, , 0, 0"
    })
    void hours_are_rounded_up_to_the_step_and_at_least_the_least(
            BigDecimal least, BigDecimal step, BigDecimal worked, BigDecimal billed) {
        assertThat(new HoursRule(least, step, null).billed(worked)).isEqualByComparingTo(billed);
    }
}
