package org.prorata.subject.exit;

import org.prorata.contract.Event.ExitService;
import org.prorata.decision.Because;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.choice.LateRequest;

/** Whether an exit service that was asked for is not owed, so that it has no cost to share. Without a rule it has one. */
public final class LapseSlot extends Slot<Finding> {

    private final ExitService service;
    private final ServiceRule rule;
    private final NoticeStatus status;
    private final Because because;
    private boolean lapsed;

    /** @param because why the request has its status */
    LapseSlot(ExitService service, ServiceRule rule, NoticeStatus status, Because because) {
        this.service = service;
        this.rule = rule;
        this.status = status;
        this.because = because;
    }

    @Override
    public String about() {
        return "the cost to share of " + service.id();
    }

    ServiceRule rule() {
        return rule;
    }

    ExitService service() {
        return service;
    }

    /** Whether the request is in time, late or barred. */
    public NoticeStatus getStatus() {
        return status;
    }

    /** What becomes of a late request. */
    public LateRequest getLate() {
        return rule.late();
    }

    /** The service is not owed. */
    public void notOwed(String by) {
        lapsed = true;
        propose(
                by,
                Finding.NO_COST_TO_SHARE,
                Reason.of("cost.not_owed", service.id()),
                because.rows().toArray(TableRow[]::new));
    }

    boolean lapsed() {
        return lapsed;
    }
}
