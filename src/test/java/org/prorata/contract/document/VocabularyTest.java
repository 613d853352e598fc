package org.prorata.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.decision.explain.DecisionFields;

class VocabularyTest {

    @Test
    @DisplayName("every decision has the name and at least the fields of the documented format")
    void followsTheFormat() {
        Map<String, Set<String>> decisions = DecisionFields.vocabulary();
        assertThat(FormatVocabulary.DECISIONS.keySet()).containsAll(decisions.keySet());
        decisions.forEach(
                (name, fields) -> assertThat(fields).as(name).containsAll(FormatVocabulary.DECISIONS.get(name)));
    }
}
