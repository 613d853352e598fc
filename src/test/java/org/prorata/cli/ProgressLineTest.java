package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Progress")
class ProgressLineTest {

    private final AtomicLong clock = new AtomicLong();
    private final StringWriter out = new StringWriter();

    @Test
    @DisplayName("is one line that is drawn again on a terminal, with rate, parked and time left")
    void terminal() {
        ProgressLine line = new ProgressLine(new PrintWriter(out), true, clock::get);
        line.report(0, 0, 1000);
        clock.set(2_000_000_000L);
        line.report(500, 3, 1000);
        clock.set(4_000_000_000L);
        line.report(1000, 3, 1000);
        assertThat(out.toString().split("\r"))
                .containsExactly(
                        "",
                        "[                              ] 0 of 1,000 contracts, 0/s, 0 parked  ",
                        "[###############               ] 500 of 1,000 contracts, 250/s, 3 parked, 2 s left  ",
                        "[##############################] 1,000 of 1,000 contracts, 250/s, 3 parked  \n");
    }

    @Test
    @DisplayName("is a plain line every ten seconds elsewhere, and does not count what an earlier command did")
    void plain() {
        ProgressLine line = new ProgressLine(new PrintWriter(out), false, clock::get);
        line.report(600_000, 0, 1_000_000);
        clock.set(9_000_000_000L);
        line.report(690_000, 0, 1_000_000);
        clock.set(10_000_000_000L);
        line.report(700_000, 12, 1_000_000);
        assertThat(out.toString().lines())
                .containsExactly("700,000 of 1,000,000 contracts, 10,000/s, 12 parked, 30 s left");
    }

    @Test
    @DisplayName("of an empty portfolio is full")
    void empty() {
        new ProgressLine(new PrintWriter(out), true, clock::get).report(0, 0, 0);
        assertThat(out.toString()).contains("##############################").endsWith("\n");
    }
}
