package org.prorata.subject.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalClockTest {

    private final LocalClock paris = new LocalClock(ZoneId.of("Europe/Paris"));

    @ParameterizedTest(name = "{0} has {1} minutes")
    @CsvSource({
        "2025-03-29, 1440",
        "2025-03-30, 1380",
        "2025-03-31, 1440",
        "2025-10-25, 1440",
        "2025-10-26, 1500",
        "2025-10-27, 1440"
    })
    @DisplayName("a day has the hours that its clocks show")
    void days(LocalDate day, long minutes) {
        assertThat(paris.days(day, day).minutes()).isEqualTo(minutes);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2025-03-30T01:59, 2025-03-30T03:01, 2",
        "2025-03-30T02:15, 2025-03-30T02:45, 0",
        "2025-03-30T02:15, 2025-03-30T03:10, 10",
        "2025-10-26T01:59, 2025-10-26T03:01, 122",
        "2025-10-26T02:15, 2025-10-26T02:45, 30",
        "2025-10-26T02:45, 2025-10-26T03:00, 75"
    })
    @DisplayName("the hour that is skipped has no minutes, the hour that comes twice has twice as many")
    void changedNights(LocalDateTime from, LocalDateTime to, long minutes) {
        assertThat(paris.between(from, to).minutes()).isEqualTo(minutes);
    }

    @Test
    @DisplayName("only minutes that were lost whole count")
    void wholeMinutes() {
        assertThat(paris.wholeMinutes(
                                LocalDateTime.parse("2025-04-10T09:00:30"), LocalDateTime.parse("2025-04-10T09:02:59"))
                        .minutes())
                .isEqualTo(1);
        assertThat(paris.wholeMinutes(
                                LocalDateTime.parse("2025-04-10T09:00:30"), LocalDateTime.parse("2025-04-10T09:01:10"))
                        .minutes())
                .isZero();
        assertThat(paris.wholeMinutes(LocalDateTime.parse("2025-04-10T09:00"), LocalDateTime.parse("2025-04-10T09:02"))
                        .minutes())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("a moment and its local time belong together")
    void thereAndBack() {
        LocalDateTime noon = LocalDateTime.parse("2025-07-01T12:00");
        assertThat(paris.local(paris.at(noon))).isEqualTo(noon);
        assertThat(paris.at(noon)).isEqualTo(new LocalClock(ZoneId.of("Europe/Madrid")).at(noon));
    }
}
