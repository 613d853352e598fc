package org.prorata.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Event.ExitService;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.money.Amounts;

/** The cost of one exit service: what the client pays of it. */
public final class CostSlot extends Slot<CostSlot.Cost> {

    private final ExitService service;
    private final ServiceRule rule;
    private final ShareRule share;
    private final SwitchRules.Charge law;
    private final int digits;

    /** @param law what the law lets the provider charge for this service, or null where it leaves it alone */
    CostSlot(ExitService service, ServiceRule rule, ShareRule share, SwitchRules.Charge law, int digits) {
        this.service = service;
        this.rule = rule;
        this.share = share;
        this.law = law;
        this.digits = digits;
    }

    /** The client's share in per cent, and in money; the provider bears the rest. */
    public record Cost(BigDecimal clientPct, BigDecimal clientAmount) {
    }

    @Override
    public String about() {
        return "the cost of " + service.id();
    }

    ExitService service() {
        return service;
    }

    /** Whether the price of the contract includes the service. */
    public boolean isIncluded() {
        return rule.included();
    }

    /** Whether the law lets the provider charge nothing, though the contract charges something. */
    public boolean isFreeByLaw() {
        return law != null && law.free() && shared().signum() > 0;
    }

    /** Whether the law's cap lies below what the contract charges. */
    public boolean isCappedByLaw() {
        return law != null && !law.free() && service.directCost() != null && service.directCost().compareTo(shared()) < 0;
    }

    /** Whether a cap binds that nobody can check, as the direct cost is not known. */
    boolean isCapUnknown() {
        return law != null && !law.free() && service.directCost() == null && !rule.included() && shared().signum() > 0;
    }

    SwitchRules.Charge law() {
        return law;
    }

    private BigDecimal shared() {
        return Amounts.round(service.cost().multiply(share.clientPct()).movePointLeft(2), digits);
    }

    /** The share that the cause of the end leaves to the client. */
    public void byCause(String by) {
        propose(by, new Cost(share.clientPct(), shared()),
                Reason.of("cost.by_cause", shared(), service.cost(), share.clientPct()), share.row());
    }

    /** Included in the price, instead of what the cause of the end would leave to the client. */
    public void included(String by) {
        proposeOver(by, free(), Reason.of("cost.included", service.id()), rule.row());
    }

    /** The provider's direct cost, instead of what the contract would charge. */
    public void atDirectCost(String by) {
        BigDecimal amount = Amounts.round(service.directCost(), digits);
        BigDecimal pct = amount.movePointRight(2).divide(service.cost(), 2, RoundingMode.HALF_UP);
        proposeOver(by, new Cost(pct, amount), Reason.of("cost.capped", amount, shared()), law.row());
    }

    /** Nothing, instead of what the contract would charge. */
    public void freeByLaw(String by) {
        proposeOver(by, free(), Reason.of("cost.free_by_law", service.id(), shared()), law.row());
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
        return Map.of("client_pct", cost.clientPct(), "client_amount", cost.clientAmount(), "provider_amount",
                providerPart(cost));
    }
}
