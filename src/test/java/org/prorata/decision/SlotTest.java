package org.prorata.decision;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlotTest {

    private static final class Place extends Slot<String> {

        @Override
        public String about() {
            return "the interest on the invoice F-1";
        }

        void say(Object figure, TableRow... rows) {
            propose("XX-ONE a rule", "5", Reason.of("late.interest.fixed", "F-1", figure), rows);
        }
    }

    @Test
    @DisplayName("a figure that is missing is an error that names the rule, the slot and the rows")
    void emptyFigure() {
        TableRow row = new TableRow("late-payment", "interest", 12, List.of(), Reading.CONTRACT, null);
        assertThatThrownBy(() -> new Place().say(null, row))
                .isInstanceOf(CannotDecide.class)
                .hasMessage(
                        "the rule \"XX-ONE a rule\" lacks a value for the interest on the invoice F-1: the figure {1} of "
                                + "late.interest.fixed is empty; it rests on late-payment!interest!12");
        assertThatThrownBy(() -> new Place().say(null)).hasMessageEndingWith("it rests on no row");
    }
}
