package org.prorata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContradictionsTest {

    /** Several of them may happen on one day, each by itself: other persons, other letters, other causes, other times. */
    private static final Set<String> SEVERAL_A_DAY = Set.of(
            "FormalNotice",
            "Usage",
            "UseAfterEnd",
            "Outage",
            "Claim",
            "Order",
            "ReversibilityAccepted",
            "Trial",
            "UpdateLink",
            "Hire",
            "Alert",
            "Incident",
            "SubProcessor",
            "Beneficiary",
            "Booking",
            "Cancellation",
            "AccountClosed",
            "Breach",
            "DataRequest",
            "Announcement",
            "Complaint",
            "RenewalNotice");

    @Test
    @DisplayName("of every event it is decided whether another of its kind on the same day contradicts it")
    void allAreDecided() {
        Set<String> decided = new TreeSet<>(SEVERAL_A_DAY);
        Contradictions.CONCERNED.forEach(kind -> assertThat(decided.add(kind.getSimpleName()))
                .as("%s is one or the other", kind)
                .isTrue());
        assertThat(decided)
                .isEqualTo(
                        leaves(Event.class).map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(ContradictionsTest::leaves);
    }
}
