package org.prorata.decision.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.contract.Cause;
import org.prorata.decision.Reason;
import org.prorata.values.HalfYear;
import org.prorata.values.Period;

class SentencesTest {

    private final Sentences english = new Sentences(Locale.ENGLISH);
    private final Sentences french = new Sentences(Locale.FRENCH);

    @Test
    @DisplayName("decimals keep their digits and take the separators of the language")
    void decimals() {
        assertThat(english.figure(new BigDecimal("1234567.50"))).isEqualTo("1,234,567.50");
        assertThat(french.figure(new BigDecimal("1234567.50"))).isEqualTo("1\u202F234\u202F567,50");
        assertThat(english.figure(new BigDecimal("-999"))).isEqualTo("-999");
        assertThat(english.figure(new BigDecimal("-1000.1250"))).isEqualTo("-1,000.1250");
        assertThat(french.figure(12345)).isEqualTo("12\u202F345");
        assertThat(english.figure(new BigDecimal("1E+3"))).isEqualTo("1,000");
    }

    @Test
    @DisplayName("days, months, times, half-years and periods read as people write them")
    void days() {
        LocalDate first = LocalDate.of(2025, 3, 1);
        assertThat(english.figure(first)).isEqualTo("1 March 2025");
        assertThat(french.figure(first)).isEqualTo("1er mars 2025");
        assertThat(french.figure(LocalDate.of(2025, 8, 31))).isEqualTo("31 août 2025");
        Period year = new Period(first, LocalDate.of(2026, 2, 28));
        assertThat(english.figure(year)).isEqualTo("from 1 March 2025 to 28 February 2026");
        assertThat(french.figure(year)).isEqualTo("du 1er mars 2025 au 28 février 2026");
        assertThat(english.figure(LocalDateTime.of(2025, 6, 3, 12, 0))).isEqualTo("3 June 2025, 12:00");
        assertThat(french.figure(YearMonth.of(2025, 4))).isEqualTo("avril 2025");
        assertThat(french.figure(new HalfYear(2025, true))).isEqualTo("second semestre 2025");
    }

    @Test
    @DisplayName("French drops a vowel before the months that begin with one, and nowhere else")
    void elision() {
        assertThat(french.of(Reason.of("explain.sources", "indice de octobre 2024, de août, de mars, de octobres")))
                .isEqualTo("Sources : indice d’octobre 2024, d’août, de mars, de octobres");
    }

    @Test
    @DisplayName("constants are words, lists are joined, texts stay as they are")
    void words() {
        assertThat(french.figure(Cause.NON_RENEWAL)).isEqualTo("non-renouvellement");
        assertThat(english.figure(List.of("L'un", new BigDecimal("1.00")))).isEqualTo("L'un, 1.00");
    }

    @Test
    @DisplayName("a dollar, a brace or an apostrophe in a figure stays what it is")
    void specialCharacters() {
        assertThat(english.of(Reason.of("explain.sources", "l'$1 {0} \\"))).isEqualTo("Sources: l'$1 {0} \\");
    }

    @Test
    @DisplayName("a missing key, a missing figure and a surplus figure are errors")
    void errors() {
        assertThatThrownBy(() -> english.of(Reason.of("no.such.key")))
                .hasMessage("messages_en.properties has no message no.such.key");
        assertThatThrownBy(() -> french.of(Reason.of("format.month", "mars")))
                .hasMessage("messages_fr.properties format.month: has the place {1} but 1 figures");
        assertThatThrownBy(() -> english.of(Reason.of("explain.sources", "a", "b")))
                .hasMessage("messages_en.properties explain.sources: has no place for figure {1}");
        assertThatThrownBy(() -> english.of(Reason.of("explain.sources", (Object) null)))
                .hasMessage("explain.sources: the figure {0} is missing");
        assertThatThrownBy(() -> new Sentences(Locale.GERMAN)).hasMessage("no messages in the language de");
    }
}
