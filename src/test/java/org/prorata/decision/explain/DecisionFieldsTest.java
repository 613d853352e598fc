package org.prorata.decision.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.contract.ChargeReason;
import org.prorata.decision.Because;
import org.prorata.decision.Decision;
import org.prorata.decision.Displaced;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.values.Period;

class DecisionFieldsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 3, 31);

    private static final Because BECAUSE = new Because(
            Reading.STATUTE,
            List.of("XX-ONE a rule"),
            List.of(
                    new TableRow("rates", "legal", 12, List.of("XX-TWO"), Reading.STATUTE, "secondary"),
                    new TableRow("rates", "ecb", 3, List.of(), Reading.STATUTE, "published")),
            List.of(
                    Reason.of("explain.sources", new BigDecimal("1234.50")),
                    Reason.of("explain.sources", new Period(FIRST, LAST))),
            List.of(new Displaced(List.of("XX-OLD"), Reading.CONTRACT, Map.of("amount", new BigDecimal("9.90")))));

    private static Decision.Charge charge(boolean catchUp) {
        return new Decision.Charge(
                "platform", FIRST, LAST, null, new BigDecimal("100.00"), FIRST, ChargeReason.RUN_ON, catchUp, BECAUSE);
    }

    @Test
    @DisplayName("every decision is a record with its reasons, so that its fields can be derived")
    void everyDecisionIsARecord() {
        assertThat(Decision.class.getPermittedSubclasses()).allSatisfy(type -> {
            assertThat(type.isRecord()).isTrue();
            assertThat(Arrays.stream(type.getRecordComponents()).anyMatch(c -> c.getType() == Because.class))
                    .isTrue();
        });
    }

    @Test
    @DisplayName(
            "a decision as JSON: own fields, clauses, sentences, sources, what was set aside; nulls and no left out")
    void json() {
        assertThat(Json.text(DecisionFields.of(charge(false), new Sentences(Locale.FRENCH))))
                .isEqualTo(
                        "{\"decision\":\"charge\",\"item\":\"platform\",\"from\":\"2025-03-01\",\"to\":\"2025-03-31\",\"amount\":100.00,"
                                + "\"on\":\"2025-03-01\",\"reason\":\"run_on\",\"clauses\":[\"XX-ONE\",\"XX-TWO\"],\"reading\":\"statute\","
                                + "\"because\":[\"Sources : 1\u202F234,50\",\"Sources : du 1er mars 2025 au 31 mars 2025\"],"
                                + "\"sources\":[\"XX-ONE a rule\",\"rates!legal!12 (secondary)\",\"rates!ecb!3\"],"
                                + "\"displaced\":[{\"clauses\":[\"XX-OLD\"],\"reading\":\"contract\",\"amount\":9.90}]}");
        assertThat(DecisionFields.of(charge(true), new Sentences(Locale.ENGLISH)))
                .containsEntry("catch_up", true);
    }

    @Test
    @DisplayName("the canonical form has reasons as data and no language")
    void canonical() {
        assertThat(CanonicalJson.of(charge(true)))
                .isEqualTo(
                        "{\"decision\":\"charge\",\"item\":\"platform\",\"from\":\"2025-03-01\",\"to\":\"2025-03-31\",\"amount\":100.00,"
                                + "\"on\":\"2025-03-01\",\"reason\":\"run_on\",\"catch_up\":true,\"clauses\":[\"XX-ONE\",\"XX-TWO\"],\"reading\":\"statute\","
                                + "\"rules\":[\"XX-ONE a rule\"],\"rows\":[\"rates!legal!12 (secondary)\",\"rates!ecb!3\"],"
                                + "\"reasons\":[{\"key\":\"explain.sources\",\"figures\":[1234.50]},{\"key\":\"explain.sources\",\"figures\":[\"2025-03-01..2025-03-31\"]}],"
                                + "\"displaced\":[{\"clauses\":[\"XX-OLD\"],\"reading\":\"contract\",\"amount\":9.90}]}");
    }

    @Test
    @DisplayName("segments are nested fields, and a warning carries its last sentence as message")
    void nested() {
        Decision interest = new Decision.LateInterest(
                "F-1",
                31,
                new BigDecimal("1.10"),
                new BigDecimal("0.00"),
                List.of(new Decision.Segment(FIRST, LAST, 31, new BigDecimal("11.13"), new BigDecimal("100.00"))),
                BECAUSE);
        assertThat(DecisionFields.own(interest)).containsEntry("to_claim", new BigDecimal("0.00"));
        assertThat(Json.text(DecisionFields.own(interest).get("segments")))
                .isEqualTo(
                        "[{\"from\":\"2025-03-01\",\"to\":\"2025-03-31\",\"days\":31,\"rate_pct\":11.13,\"base\":100.00}]");
        Map<String, Object> warning =
                DecisionFields.of(new Decision.Warning("weak", BECAUSE), new Sentences(Locale.ENGLISH));
        assertThat(warning).containsEntry("message", "Sources: from 1 March 2025 to 31 March 2025");
    }

    @Test
    @DisplayName("JSON numbers keep every digit and never turn into exponents")
    void numbers() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("a", new BigDecimal("12345678901234567890.10"));
        fields.put("b", new BigDecimal("1E+5"));
        fields.put("c", new BigDecimal("0.0000000001"));
        fields.put("d", null);
        assertThat(Json.text(fields))
                .isEqualTo("{\"a\":12345678901234567890.10,\"b\":100000,\"c\":0.0000000001,\"d\":null}");
    }

    @Test
    @DisplayName("as text a share has its sign, a yes is its name alone, and segments are left to the sentences")
    void units() {
        Sentences english = new Sentences(Locale.ENGLISH);
        assertThat(DecisionText.of(
                        new Decision.Tax(
                                FIRST,
                                "S",
                                new BigDecimal("20"),
                                new BigDecimal("100.00"),
                                new BigDecimal("20.00"),
                                BECAUSE),
                        english,
                        clause -> clause))
                .startsWith("Tax – on 1 March 2025, category S, rate 20 %, base 100.00, amount 20.00");
        assertThat(DecisionText.of(charge(true), english, clause -> clause).get(0))
                .endsWith(", reason run-on, caught up");
        assertThat(DecisionText.of(
                        new Decision.LateInterest(
                                "F-1",
                                31,
                                new BigDecimal("1.10"),
                                new BigDecimal("0.00"),
                                List.of(new Decision.Segment(
                                        FIRST, LAST, 31, new BigDecimal("11.13"), new BigDecimal("100.00"))),
                                BECAUSE),
                        english,
                        clause -> clause))
                .startsWith("Late interest – invoice F-1, days 31, amount 1.10, to claim 0.00");
    }

    @Test
    @DisplayName("a decision as text: name and fields, sentences, clauses, what was set aside, sources")
    void text() {
        assertThat(DecisionText.of(charge(false), new Sentences(Locale.ENGLISH), clause -> clause))
                .containsExactly(
                        "Charge – item platform, from 1 March 2025, to 31 March 2025, amount 100.00, on 1 March 2025, reason run-on",
                        "    Sources: 1,234.50",
                        "    Sources: from 1 March 2025 to 31 March 2025",
                        "    Clauses: XX-ONE; XX-TWO (statute)",
                        "    Set aside: XX-OLD (contract): amount 9.90",
                        "    Sources: XX-ONE a rule; rates!legal!12 (secondary); rates!ecb!3");
    }
}
