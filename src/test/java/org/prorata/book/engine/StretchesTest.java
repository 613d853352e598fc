package org.prorata.book.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stretch of days between two changes of validity")
class StretchesTest {

    private static final int DAYS = 4_000;

    @Test
    @DisplayName("is the number of changes by that day, whatever the changes")
    void countsChanges() {
        Random random = new Random(5);
        for (int changes = 0; changes < 60; changes++) {
            TreeSet<LocalDate> days = new TreeSet<>();
            for (int i = 0; i < changes; i++) {
                days.add(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(DAYS)));
            }
            Stretches stretches = new Stretches(List.copyOf(days));
            for (LocalDate day = LocalDate.of(2019, 11, 1); day.getYear() < 2032; day = day.plusDays(1)) {
                assertThat(stretches.of(day))
                        .as(day + " of " + days)
                        .isEqualTo(days.headSet(day, true).size());
            }
        }
    }

    @Test
    @DisplayName("is known far beyond the first and the last change")
    void farAway() {
        Stretches stretches = new Stretches(
                List.of(LocalDate.of(-5000, 1, 1), LocalDate.of(2020, 1, 1), LocalDate.of(90_000, 12, 31)));
        assertThat(stretches.of(LocalDate.MIN)).isZero();
        assertThat(stretches.of(LocalDate.of(2019, 12, 31))).isEqualTo(1);
        assertThat(stretches.of(LocalDate.of(2020, 1, 1))).isEqualTo(2);
        assertThat(stretches.of(LocalDate.of(90_000, 12, 30))).isEqualTo(2);
        assertThat(stretches.of(LocalDate.of(90_000, 12, 31))).isEqualTo(3);
        assertThat(stretches.of(LocalDate.ofEpochDay(Integer.MAX_VALUE))).isEqualTo(3);
    }
}
