package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Item;
import org.prorata.decision.TableRow;

/**
 * What a contract is owed for missed service levels, and how the terms put it on invoices.
 *
 * @param as  null where the terms leave it off invoices
 * @param row the row that says so
 */
public record OwedCredits(As as, TableRow row, List<OwedCredit> credits) {

    public static final OwedCredits NONE = new OwedCredits(null, null, List.of());

    /** Category of UNCL 5305: outside the scope of VAT. */
    private static final String OUTSIDE = "O";

    /** A lower price, taxed as the items are, or an indemnity, which is outside VAT. */
    public enum As {
        PRICE_REDUCTION,
        INDEMNITY
    }

    /** A slot for each item's share of each credit, those of one credit adding up to it. */
    List<ServiceCreditSlot> slots(List<Item> items, int digits) {
        List<ServiceCreditSlot> slots = new ArrayList<>();
        for (OwedCredit credit : credits) {
            BigDecimal whole = items.stream().map(item -> cost(credit, item)).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal before = BigDecimal.ZERO;
            for (Item item : items) {
                BigDecimal cost = cost(credit, item);
                if (cost.signum() > 0) {
                    slots.add(new ServiceCreditSlot(item, credit, before, cost, whole, row, digits));
                    before = before.add(cost);
                }
            }
        }
        return slots;
    }

    /** An item that was given back more than it cost has no share. */
    private static BigDecimal cost(OwedCredit credit, Item item) {
        return credit.cost().getOrDefault(item.id(), BigDecimal.ZERO).max(BigDecimal.ZERO);
    }

    /** The tax of lines of service credits; null: that of their items. */
    TaxRule tax() {
        return as == As.INDEMNITY ? new TaxRule(OUTSIDE, BigDecimal.ZERO, row) : null;
    }
}
