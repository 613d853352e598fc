package org.prorata.rights;

import java.time.LocalDate;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;

/** A request that has to be passed on in time: the last day for it. */
public final class RequestSlot extends Slot<LocalDate> {

    static final String CODE = "data_request";

    private final LocalDate received;
    private final LocalDate until;
    private final DelayRule rule;

    RequestSlot(LocalDate received, LocalDate until, DelayRule rule) {
        this.received = received;
        this.until = until;
        this.rule = rule;
    }

    @Override
    public String about() {
        return "the request of " + received;
    }

    public void passOn(String by) {
        propose(by, until, Reason.of("right.request", received, rule.count(), until), rule.row());
    }
}
