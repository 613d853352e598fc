package org.prorata.book.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.TextCopy;
import org.prorata.decision.explain.Sentences;

@DisplayName("A changed row that moves nothing")
class ReachTest {

    private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);

    @Test
    @DisplayName("says whether it was asked in the window, and when it would be")
    void reach() throws IOException {
        String changed =
                "row: 5, name: france, clauses: [C-VAT], seller_country: FR, client: domestic, category: S, rate_pct: %s, reading: statute%s";
        assertThat(vat(
                        changed.formatted("20", ", valid_from: 2027-01-01"),
                        changed.formatted("21", ", valid_from: 2027-01-01")))
                .containsExactly(
                        "vat!rates!5: not asked: it holds from 2027-01-01 on, after the window; look at a window from that day on");
        assertThat(vat(
                        changed.formatted("20", ", valid_from: 2026-12-31"),
                        changed.formatted("21", ", valid_from: 2026-12-31")))
                .singleElement()
                .asString()
                .startsWith("vat!rates!5: holds in the window");
        assertThat(vat(
                        changed.formatted("20", ", valid_to: 2026-11-30"),
                        changed.formatted("21", ", valid_to: 2026-11-30")))
                .containsExactly(
                        "vat!rates!5: not asked for days of the window: it holds up to 2026-11-30; look at a window that begins by then");
        assertThat(vat(
                        changed.formatted("20", ", valid_to: 2026-12-01"),
                        changed.formatted("21", ", valid_to: 2026-11-30")))
                .singleElement()
                .asString()
                .startsWith("vat!rates!5: holds in the window");
        assertThat(vat(changed.formatted("20", ""), changed.formatted("20", ", source: elsewhere")))
                .as("no rule reads a source")
                .isEmpty();
        assertThat(edited("rights", "terms: teachup-2022-05", "terms: sesame"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one).contains(": not asked: only exit,"));
        assertThat(edited("termination", "notice_days: 30", "notice_days: 31")).isNotEmpty();
    }

    private static List<String> vat(String before, String after) {
        return told(twin("vat", before), twin("vat", after), Set.of("sesame"));
    }

    private static Tables twin(String workbook, String row) {
        return TextCopy.read(workbook, "sheets:\n  rates:\n    - {" + row + "}\n  eu-members: []\n", Shipped.sheets());
    }

    private static List<String> edited(String workbook, String was, String is) throws IOException {
        String yaml = Files.readString(Path.of("spreadsheets", workbook + ".yaml"));
        return told(
                TextCopy.read(workbook, yaml, Shipped.sheets()),
                TextCopy.read(workbook, yaml.replaceFirst(was, is), Shipped.sheets()),
                Set.of("sesame"));
    }

    private static List<String> told(Tables before, Tables now, Set<String> terms) {
        return Reach.of(before, now, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), terms).stream()
                .map(one -> ENGLISH.text("tables.reach", one.row(), one.why()))
                .toList();
    }
}
