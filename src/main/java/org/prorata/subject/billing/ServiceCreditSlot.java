package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Item;
import org.prorata.decision.Because;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.values.Amounts;

/** What one item bears of a credit owed for a missed service level. */
public final class ServiceCreditSlot extends ChargeSlot {

    private final OwedCredit credit;
    private final BigDecimal before;
    private final BigDecimal cost;
    private final BigDecimal whole;
    private final TableRow given;

    /**
     * @param before what the items before it cost
     * @param whole  what all items cost
     * @param given  the row by which it stands on an invoice
     */
    ServiceCreditSlot(
            Item item,
            OwedCredit credit,
            BigDecimal before,
            BigDecimal cost,
            BigDecimal whole,
            TableRow given,
            int digits) {
        super(item, credit.period(), credit.period(), credit.on(), ChargeReason.SERVICE_CREDIT, digits);
        this.credit = credit;
        this.before = before;
        this.cost = cost;
        this.whole = whole;
        this.given = given;
    }

    Because owed() {
        return credit.because();
    }

    /** What the item cost in the time of the credit. */
    public BigDecimal getCost() {
        return cost;
    }

    /** What all items cost in that time. */
    public BigDecimal getCostOfAll() {
        return whole;
    }

    /** All that is owed. */
    public void whole(String by) {
        propose(
                by,
                new Line(null, credit.amount()),
                Reason.of("service_credit.whole", credit.amount(), credit.period()),
                rows());
    }

    /** The share by what the item costs: up to it less up to the one before, so that the shares add up. */
    public void shared(String by) {
        BigDecimal amount = upTo(before.add(cost)).subtract(upTo(before));
        propose(
                by,
                new Line(null, amount),
                Reason.of("service_credit.shared", amount, credit.period(), credit.amount(), cost, whole),
                rows());
    }

    private BigDecimal upTo(BigDecimal part) {
        return Amounts.share(credit.amount(), part, whole, digits());
    }

    private TableRow[] rows() {
        List<TableRow> rows = new ArrayList<>(credit.because().rows());
        if (!rows.contains(given)) {
            rows.add(given);
        }
        return rows.toArray(TableRow[]::new);
    }
}
