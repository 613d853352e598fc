package org.prorata.decision.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Party;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.Because;
import org.prorata.decision.Decision;
import org.prorata.decision.Displaced;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.run.TestBook;
import org.prorata.values.HalfYear;
import org.prorata.values.Period;

class CanonicalJsonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @Test
    @DisplayName("a stored decision says the same as the decision did, in both languages: over the whole portfolio")
    void portfolio() {
        DossierReader reader = new DossierReader(TestBook.terms());
        List<Request> requests = new ArrayList<>();
        TestBook.portfolio().forEach(file -> {
            Dossier dossier = reader.read(file).dossier();
            requests.add(new Request(dossier, new Ask.Bill(LocalDate.of(2026, 10, 1), DAY)));
            requests.add(new Request(dossier, new Ask.Late(DAY)));
        });
        List<Decision> decisions = TestBook.book().evaluator().decideAll(requests).stream()
                .map(BookAnswer::decisions)
                .flatMap(List::stream)
                .toList();
        assertThat(decisions).hasSizeGreaterThan(500).allSatisfy(CanonicalJsonTest::assertSame);
    }

    @Test
    @DisplayName("figures of every kind and what was set aside come back")
    void figures() {
        Map<String, Object> aside = new LinkedHashMap<>();
        aside.put("amount", new BigDecimal("9.90"));
        aside.put("on", DAY);
        assertSame(new Decision.Right(
                "answer",
                Party.CLIENT,
                Decision.RightStatus.OPEN,
                DAY,
                LocalDateTime.of(2026, 10, 31, 9, 30),
                new BigDecimal("1.10"),
                3,
                null,
                new Because(
                        Reading.STATUTE,
                        List.of("XX-ONE a rule"),
                        List.of(
                                new TableRow("rates", "legal", 12, List.of("XX-TWO"), Reading.STATUTE, "secondary"),
                                new TableRow("rates", "ecb", 3, List.of("XX-THREE"), Reading.CONTRACT, "published")),
                        List.of(
                                Reason.of("explain.sources", new Period(DAY, DAY)),
                                Reason.of("explain.sources", new HalfYear(2026, true)),
                                Reason.of("explain.sources", YearMonth.of(2026, 10)),
                                Reason.of("explain.sources", 1234),
                                Reason.of("explain.sources", "2026 and more")),
                        List.of(new Displaced(List.of("XX-OLD"), Reading.CONTRACT, aside)))));
    }

    @Test
    @DisplayName("a decision of an unknown name is refused")
    void unknown() {
        assertThatThrownBy(() -> CanonicalJson.read("{\"decision\":\"gift\"}")).hasMessage("no such decision: gift");
    }

    private static void assertSame(Decision decision) {
        String text = CanonicalJson.of(decision);
        Decision read = CanonicalJson.read(text);
        assertThat(CanonicalJson.of(read)).isEqualTo(text);
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(DecisionText.of(read, new Sentences(language), clause -> clause))
                    .isEqualTo(DecisionText.of(decision, new Sentences(language), clause -> clause));
        }
    }
}
