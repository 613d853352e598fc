package org.prorata.subject.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.contract.Item;
import org.prorata.decision.Because;
import org.prorata.decision.Reading;
import org.prorata.decision.Settlement;
import org.prorata.decision.TableRow;
import org.prorata.values.Period;

@DisplayName("What is owed for a service level, shared over the items")
class OwedCreditsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Because WHY =
            new Because(Reading.CONTRACT, List.of("C-SERVICE"), List.of(), List.of(), List.of());
    private static final TableRow ROW = new TableRow("service-level", "profile", 5, List.of(), Reading.CONTRACT, null);

    @Test
    @DisplayName("adds up to the cent, and no share is off by a cent from its exact value")
    void addsUp() {
        Random random = new Random(7);
        for (int trial = 0; trial < 500; trial++) {
            List<Item> items = new ArrayList<>();
            Map<String, BigDecimal> cost = new LinkedHashMap<>();
            BigDecimal whole = BigDecimal.ZERO;
            for (int i = 0; i <= random.nextInt(6); i++) {
                items.add(item("i" + i));
                cost.put("i" + i, BigDecimal.valueOf(1 + random.nextInt(10_000_000), 2));
                whole = whole.add(cost.get("i" + i));
            }
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
            BigDecimal sum = BigDecimal.ZERO;
            for (ServiceCreditSlot slot : slots(items, cost, amount)) {
                BigDecimal share = share(slot);
                sum = sum.add(share);
                BigDecimal exact =
                        amount.multiply(cost.get(slot.item().id())).divide(whole, 10, java.math.RoundingMode.HALF_UP);
                assertThat(share.subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
            }
            assertThat(sum).isEqualByComparingTo(amount);
        }
    }

    @Test
    @DisplayName("leaves out items that cost nothing, or less than nothing")
    void withoutCost() {
        List<ServiceCreditSlot> slots = slots(
                List.of(item("free"), item("returned"), item("paid")),
                Map.of("free", BigDecimal.ZERO, "returned", new BigDecimal("-5.00"), "paid", new BigDecimal("100.00")),
                new BigDecimal("10.00"));
        assertThat(slots).hasSize(1);
        assertThat(slots.get(0).getCost()).isEqualByComparingTo(slots.get(0).getCostOfAll());
        assertThat(share(slots.get(0))).isEqualByComparingTo("10.00");
    }

    private static List<ServiceCreditSlot> slots(List<Item> items, Map<String, BigDecimal> cost, BigDecimal amount) {
        return new OwedCredits(
                        OwedCredits.As.INDEMNITY,
                        ROW,
                        List.of(new OwedCredit(new Period(DAY, DAY), DAY, amount, cost, WHY)))
                .slots(items, 2);
    }

    private static BigDecimal share(ServiceCreditSlot slot) {
        if (slot.getCost().compareTo(slot.getCostOfAll()) == 0) {
            slot.whole("C-APPORTION");
        } else {
            slot.shared("C-APPORTION");
        }
        return Settlement.one(slot).stands().value().amount();
    }

    private static Item item(String id) {
        return new Item(id, Item.Kind.SUBSCRIPTION, BigDecimal.ONE, BigDecimal.ONE, Item.Per.YEAR, DAY, null, null);
    }
}
