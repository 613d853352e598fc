package org.prorata.subject.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.prorata.contract.Event.ExitService;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.AtMost;
import org.prorata.values.Amounts;

/** The cost of one exit service: what the client pays of it. */
public final class CostSlot extends Slot<CostSlot.Cost> {

    private final ExitService service;
    private final ServiceRule rule;
    private final ShareRule share;
    private final SwitchRules.Charge law;
    private final SwitchRules.Charge transfer;
    private final int digits;
    private final BigDecimal chargedByContract;
    private final BigDecimal lawfulMost;

    /**
     * @param law      what the law on switching lets the provider charge for this service, or null where it leaves it alone
     * @param transfer what the seller's law lets it charge for carrying data over, or null
     */
    CostSlot(
            ExitService service,
            ServiceRule rule,
            ShareRule share,
            SwitchRules.Charge law,
            SwitchRules.Charge transfer,
            int digits) {
        this.service = service;
        this.rule = rule;
        this.share = share;
        this.law = law;
        this.transfer = transfer;
        this.digits = digits;
        this.chargedByContract =
                Amounts.round(service.cost().multiply(share.clientPct()).movePointLeft(2), digits);
        this.lawfulMost = most(law);
    }

    private BigDecimal most(SwitchRules.Charge charge) {
        return charge == null ? null : charge.atMost() == AtMost.NOTHING ? BigDecimal.ZERO : service.directCost();
    }

    /** The client's share in per cent, and in money; the provider bears the rest. */
    public record Cost(BigDecimal clientPct, BigDecimal clientAmount) {}

    @Override
    public String about() {
        return "the cost of " + service.id();
    }

    ExitService service() {
        return service;
    }

    SwitchRules.Charge law() {
        return law;
    }

    /** Whether the price of the contract includes the service. */
    public boolean isIncluded() {
        return rule.included();
    }

    /** What the law caps the charge at, or null: it leaves the service alone. */
    public AtMost getAtMost() {
        return law == null ? null : law.atMost();
    }

    /** What the contract charges the client. */
    public BigDecimal getChargedByContract() {
        return chargedByContract;
    }

    /** The most that the law lets the client be charged; null: no cap, or the direct cost that it caps at is not known. */
    public BigDecimal getLawfulMost() {
        return lawfulMost;
    }

    /** The most that the seller's own law lets it charge for carrying data over; null: it says nothing of that service or day. */
    public BigDecimal getTransferMost() {
        return most(transfer);
    }

    /** Nothing, the seller's own law letting nothing be charged for carrying data over. */
    public void freeTransfer(String by) {
        proposeOver(by, free(), Reason.of("cost.free_by_law", service.id(), chargedByContract), transfer.row());
    }

    /** The share that the cause of the end leaves to the client. */
    public void byCause(String by) {
        propose(
                by,
                new Cost(share.clientPct(), chargedByContract),
                Reason.of("cost.by_cause", chargedByContract, service.cost(), share.clientPct()),
                share.row());
    }

    /** Included in the price, instead of what the cause of the end would leave to the client. */
    public void included(String by) {
        proposeOver(by, free(), Reason.of("cost.included", service.id()), rule.row());
    }

    /** The provider's direct cost, instead of what the contract would charge. */
    public void atDirectCost(String by) {
        BigDecimal amount = Amounts.round(service.directCost(), digits);
        BigDecimal pct = amount.movePointRight(2).divide(service.cost(), 2, RoundingMode.HALF_UP);
        proposeOver(by, new Cost(pct, amount), Reason.of("cost.capped", amount, chargedByContract), law.row());
    }

    /** Nothing, instead of what the contract would charge. */
    public void freeByLaw(String by) {
        proposeOver(by, free(), Reason.of("cost.free_by_law", service.id(), chargedByContract), law.row());
    }

    private Cost free() {
        return new Cost(BigDecimal.ZERO, BigDecimal.ZERO.setScale(digits));
    }

    BigDecimal providerPart(Cost cost) {
        return Amounts.round(service.cost(), digits).subtract(cost.clientAmount());
    }

    BigDecimal total() {
        return Amounts.round(service.cost(), digits);
    }

    Map<String, Object> fields(Cost cost) {
        return Map.of(
                "client_pct",
                cost.clientPct(),
                "client_amount",
                cost.clientAmount(),
                "provider_amount",
                providerPart(cost));
    }
}
