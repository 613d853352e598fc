package org.prorata.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.values.TimeSpans.Span;

class TimeSpansTest {

    @Test
    @DisplayName("spans that overlap or touch become one, each second counted once")
    void joins() {
        assertThat(TimeSpans.of(List.of(new Span(50, 60), new Span(0, 20), new Span(10, 30), new Span(30, 40))))
                .isEqualTo(new TimeSpans(List.of(new Span(0, 40), new Span(50, 60))));
    }

    @Test
    @DisplayName("what is empty holds nothing, and minutes are rounded down")
    void empty() {
        assertThat(TimeSpans.of(10, 10)).isEqualTo(TimeSpans.NONE);
        assertThat(TimeSpans.of(0, 119).minutes()).isEqualTo(1);
        assertThat(TimeSpans.of(0, 120).minutes()).isEqualTo(2);
        assertThatThrownBy(() -> new Span(10, 10)).hasMessage("a span cannot end at 10 when it starts at 10");
    }

    @Test
    @DisplayName("with, common and without are those of sets of seconds")
    void likeSets() {
        Random chance = new Random(7);
        for (int round = 0; round < 500; round++) {
            TimeSpans a = some(chance);
            TimeSpans b = some(chance);
            BitSet both = bits(a);
            both.and(bits(b));
            BitSet either = bits(a);
            either.or(bits(b));
            BitSet left = bits(a);
            left.andNot(bits(b));
            assertThat(bits(a.common(b))).isEqualTo(both);
            assertThat(bits(a.with(b))).isEqualTo(either);
            assertThat(bits(a.without(b))).isEqualTo(left);
            assertThat(a.without(b).seconds()).isEqualTo(left.cardinality());
        }
    }

    private static TimeSpans some(Random chance) {
        List<Span> spans = new ArrayList<>();
        for (int i = chance.nextInt(5); i > 0; i--) {
            int from = chance.nextInt(60);
            spans.add(new Span(from, from + 1 + chance.nextInt(15)));
        }
        return TimeSpans.of(spans);
    }

    private static BitSet bits(TimeSpans spans) {
        BitSet bits = new BitSet();
        spans.spans().forEach(span -> bits.set((int) span.from(), (int) span.to()));
        return bits;
    }
}
