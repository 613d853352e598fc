package org.prorata.book.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prorata.contract.Billing;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.contract.Plan;
import org.prorata.contract.Proration;

/** Lists whose constants belong to a dossier, which tables do not know, hold just these. */
@DisplayName("Listed values of bills, terms and prices")
class ListedValuesTest {

    private static final Map<String, Enum<?>[]> LISTS = Map.of(
            "contract-terms!profiles!default_plan", Plan.values(),
            "contract-terms!term!plan", Plan.values(),
            "contract-terms!billing!every", Billing.Every.values(),
            "contract-terms!billing!timing", Billing.Timing.values(),
            "proration!partial!proration", Proration.values(),
            "proration!plan-change!proration", Proration.values(),
            "proration!usage!status", Event.UsageStatus.values(),
            "vat!rates!kind", Item.Kind.values());

    static Stream<String> lists() {
        return LISTS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("lists")
    @DisplayName("are those of the dossier, in its order")
    void same(String list) {
        List<String> constants = Stream.of(LISTS.get(list))
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(Shipped.sheets().stream()
                        .flatMap(sheet -> sheet.columns().stream()
                                .filter(column -> list.equals(sheet.id() + "!" + column.name())))
                        .map(Column::allowed))
                .containsExactly(constants);
    }
}
