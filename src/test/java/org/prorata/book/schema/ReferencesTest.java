package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.workbook.TextCopy;

class ReferencesTest {

    private static final Column TERMS = Column.key("terms", "Terms");
    private static final Sheet PROFILES = Sheet.policy("contract-terms", "profiles", "Contracts", TERMS.mandatory());
    private static final Sheet RULES = Sheet.policy("rules", "all", "Rules", TERMS);

    @Test
    @DisplayName("a row for terms that no profile has is named and a row for any terms is not")
    void aRowForTermsThatNoProfileHasIsNamedAndARowForAnyTermsIsNot() {
        Tables rules = TextCopy.read("rules", """
                sheets:
                  all:
                    - {row: 5, name: one, clauses: [C-DATE], terms: teachup-2022-05, reading: contract}
                    - {row: 6, name: two, clauses: [C-DATE], terms: teachup-2022-5, reading: contract}
                    - {row: 7, name: three, clauses: [C-DATE], reading: contract}
                """, List.of(RULES));
        Tables profiles = TextCopy.read("contract-terms", """
                sheets:
                  profiles:
                    - {row: 5, name: teachup, clauses: [C-DATE], terms: teachup-2022-05, reading: contract}
                    - {row: 6, name: standard, clauses: [C-DATE], terms: standard, reading: contract}
                """, List.of(PROFILES));
        Tables book = new Tables(
                Stream.concat(profiles.all().stream(), rules.all().stream()).toList());
        assertThat(References.problems(book))
                .extracting(TableProblem::toString)
                .containsExactly(
                        "rules!all!row 6 terms: \"teachup-2022-5\"; "
                                + "terms that contract-terms!profiles has: standard or teachup-2022-05 (nearest: teachup-2022-05)");
        assertThat(References.problems(rules)).isEmpty();
    }
}
