package org.prorata.store.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NewVersionsTest {

    @Test
    @DisplayName(
            "whatever is told after whatever: what is known then is what was told, and telling it again adds nothing")
    void law() {
        Random random = new Random(7);
        Map<Integer, NewestFact<String>> newest = new TreeMap<>();
        for (int round = 0; round < 2000; round++) {
            List<String> told = new ArrayList<>();
            for (int n = random.nextInt(9); n > 0; n--) {
                told.add(random.nextInt(6) + (random.nextBoolean() ? "a" : "b"));
            }
            add(newest, told);
            assertThat(known(newest).stream().filter(k -> !k.removed()).map(NewestFact::fact))
                    .isEqualTo(told);
            assertThat(NewVersions.between(known(newest), told, NewVersionsTest::identity))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("what stands in the middle gets a place of its own, and its neighbours stay")
    void middle() {
        Map<Integer, NewestFact<String>> newest = new TreeMap<>();
        add(newest, List.of("1a", "2a"));
        List<NewestFact<String>> added =
                NewVersions.between(known(newest), List.of("1a", "3a", "4a", "2b"), NewVersionsTest::identity);
        assertThat(added)
                .containsExactly(
                        new NewestFact<>(3, new BigDecimal("1.3"), false, "3a"),
                        new NewestFact<>(4, new BigDecimal("1.6"), false, "4a"),
                        new NewestFact<>(2, BigDecimal.valueOf(2), false, "2b"));
    }

    private static void add(Map<Integer, NewestFact<String>> newest, List<String> told) {
        NewVersions.between(known(newest), told, NewVersionsTest::identity)
                .forEach(version -> newest.put(version.number(), version));
    }

    private static List<NewestFact<String>> known(Map<Integer, NewestFact<String>> newest) {
        return newest.values().stream()
                .sorted(Comparator.comparing(NewestFact::place))
                .toList();
    }

    private static Object identity(String fact) {
        return fact.charAt(0);
    }
}
