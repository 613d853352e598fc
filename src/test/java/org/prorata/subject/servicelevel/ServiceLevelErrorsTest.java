package org.prorata.subject.servicelevel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.BookDecider;
import org.prorata.contract.document.DossierFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;

class ServiceLevelErrorsTest {

    private final BookDecider decider = new BookDecider(RuleBooks.of(RuleBook.shipped()));

    private List<Decision> decide(String text) {
        DossierFile file =
                new DossierReader(decider.terms()).read("dossier.yaml", text.getBytes(StandardCharsets.UTF_8));
        return decider.decide(file.dossier(), file.ask().orElseThrow());
    }

    private static void fails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(CannotDecide.class).hasMessage(message);
    }

    @Test
    @DisplayName("another period than the terms measure is refused, and the right one named")
    void otherPeriod() {
        fails(
                () -> decide("""
                terms: teachup-2022-05
                contract: {id: K-1, start: 2025-03-01, items: []}
                ask: {question: service_level, year_from: 2025-03-01}
                """),
                "the terms teachup-2022-05 measure their service level by calendar month: ask for month");
        fails(
                () -> decide("""
                terms: connelink-2022-01
                contract: {id: K-2, start: 2025-03-01, items: []}
                ask: {question: service_level, month: 2025-03}
                """),
                "the terms connelink-2022-01 measure their service level by contract year: ask for year_from");
    }

    @Test
    @DisplayName("a year that is none of the contract is refused")
    void notAContractYear() {
        fails(
                () -> decide("""
                terms: connelink-2022-01
                contract: {id: K-2, start: 2025-03-01, items: []}
                ask: {question: service_level, year_from: 2025-03-02}
                """),
                "no contract year begins on 2025-03-02: the one that holds this day begins on 2025-03-01");
    }

    @Test
    @DisplayName("an item without a price for a length of time has no yearly price")
    void noYearlyPrice() {
        fails(() -> decide("""
                terms: teachup-2022-05
                contract: {id: K-1, start: 2025-03-01, items: [{id: seats, kind: subscription, quantity: 1, price: 10.00, per: unit, from: 2025-03-01}]}
                ask: {question: service_level, month: 2025-04}
                """), "item seats has no price for a length of time, so that its yearly price is not known");
    }
}
