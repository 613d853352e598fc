package org.prorata.subject.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwingTest {

    @Test
    @DisplayName(
            "what an invoice does not owe, as credits were set off in it, is taken off the invoice behind it, named by the note or not")
    void behind() {
        assertThat(note(piece("918.38", "F1"), piece("4689.66", "F2")))
                .containsExactly("918.38 F1", "3139.90 F2", "1549.76 F1");
        assertThat(note(piece("4689.66", "F2"), piece("918.38", "F1")))
                .containsExactly("3139.90 F2", "1549.76 F1", "918.38 F1");
        assertThat(note(piece("4689.66", "F2"))).containsExactly("3139.90 F2", "1549.76 F1");
    }

    @Test
    @DisplayName("what no invoice owes names none")
    void none() {
        assertThat(note(piece("5944.24", "F2"))).containsExactlyInAnyOrder("3139.90 F2", "2804.33 F1", "0.01 null");
    }

    /** F1 charges 2,804.33; F2 charges 5,025.85, against which 1,885.95 of F1 is set off. */
    private static List<String> note(Piece... pieces) {
        Owing owing = new Owing();
        owing.line("F1", new BigDecimal("2804.33"), null);
        owing.line("F2", new BigDecimal("-1885.95"), "F1");
        owing.line("F2", new BigDecimal("5025.85"), null);
        owing.lower();
        List<Piece> credits = new ArrayList<>(List.of(pieces));
        credits.forEach(piece -> owing.line("A1", piece.amount().negate(), piece.corrects()));
        owing.note("A1", credits);
        return credits.stream()
                .map(piece -> piece.amount() + " " + piece.corrects())
                .toList();
    }

    private static Piece piece(String amount, String corrects) {
        return new Piece(null, new BigDecimal(amount), corrects, null);
    }
}
