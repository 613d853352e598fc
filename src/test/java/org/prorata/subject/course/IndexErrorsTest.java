package org.prorata.subject.course;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.BookDecider;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.CannotDecide;

class IndexErrorsTest {

    private static final BookDecider BOOK = new BookDecider(RuleBooks.of(RuleBook.shipped()));

    private static Dossier dossier(String index, String month, String start) {
        String text =
                "terms: standard\ncontract: {id: K-1, start: " + start + ", term_months: 12, billing: {every: month, "
                        + "timing: advance}, revision: {index: " + index + ", base_month: " + month
                        + "}, items: [{id: app, price: "
                        + "1000.00, per: month, from: " + start + "}]}\n";
        return new DossierReader(BOOK.terms())
                .read("dossier.yaml", text.getBytes(StandardCharsets.UTF_8))
                .dossier();
    }

    private static void fails(Dossier dossier, Ask ask, String code, String message) {
        assertThatThrownBy(() -> BOOK.decide(dossier, ask))
                .isInstanceOfSatisfying(
                        CannotDecide.class,
                        error -> org.assertj.core.api.Assertions.assertThat(error.code())
                                .isEqualTo(code))
                .hasMessage(message);
    }

    @Test
    @DisplayName("a month that was never published is named")
    void missingMonth() {
        fails(
                dossier("syntec", "2024-06", "2024-07-01"),
                new Ask.Revise(LocalDate.of(2025, 7, 1)),
                "missing-index",
                "the index syntec of 2024-06 is missing: no row of indices!syntec covers 2024-06-01, year 2024, month 6: "
                        + "the published value is missing and is never guessed");
    }

    @Test
    @DisplayName("a month whose sources contradict each other is named, and none is chosen")
    void conflictingMonth() {
        fails(
                dossier("syntec", "2019-06", "2019-07-01"),
                new Ask.Revise(LocalDate.of(2020, 7, 1)),
                "conflicting-index",
                "the index syntec of 2020-06 is in conflict: the sources of indices!syntec!100 do not agree, and none is chosen");
    }

    @Test
    @DisplayName("an index that no table knows is named")
    void unknownIndex() {
        fails(
                dossier("insee", "2024-10", "2024-11-01"),
                new Ask.Revise(LocalDate.of(2024, 12, 1)),
                "no-table-row",
                "no row of indices!known for index = insee, on 2024-10-01");
    }

    @Test
    @DisplayName("a bill past an anniversary whose index is missing is refused as well")
    void billNeedsTheIndex() {
        fails(
                dossier("syntec", "2024-10", "2024-11-01"),
                new Ask.Bill(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)),
                "missing-index",
                "the index syntec of 2026-10 is missing: no row of indices!syntec covers 2026-10-01, year 2026, month 10: "
                        + "the published value is missing and is never guessed");
    }
}
