package org.prorata.subject.terms;

import org.prorata.decision.Decision.OrderingStatus;
import org.prorata.decision.Decision.TermsReason;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;

/** Whether new resources may be ordered under the terms in force. */
public final class OrderingSlot extends Slot<OrderingStatus> {

    private final VersionRule rule;
    private final TermsReason reason;

    /** @param reason why the terms in force govern */
    public OrderingSlot(VersionRule rule, TermsReason reason) {
        this.rule = rule;
        this.reason = reason;
    }

    @Override
    public String about() {
        return "ordering";
    }

    /** Why the terms in force govern. */
    public TermsReason getReason() {
        return reason;
    }

    /** Whether a refusal of new terms blocks orders. */
    public boolean isRefusalBlocksOrders() {
        return rule.refusalBlocksOrders();
    }

    /** Ordering is blocked. */
    public void block(String by) {
        propose(by, OrderingStatus.BLOCKED, Reason.of("terms.ordering_blocked"), rule.row());
    }

    /** Ordering is allowed. */
    public void allow(String by) {
        propose(by, OrderingStatus.ALLOWED, Reason.of("terms.ordering_allowed"), rule.row());
    }
}
