package org.prorata.subject.exit;

import org.prorata.contract.Event.ExitService;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Settlement;

/** One exit service that was asked for, with the slots that decide on it: whether it is barred, then whether it is in time. */
record RequestedEnd(ExitService service, ServiceRule rule, BarSlot bar, RequestSlot request) {

    /** What the rules said of the request. */
    Decision.ReversibilityRequest decision() {
        if (bar.barred()) {
            return new Decision.ReversibilityRequest(
                    service.id(), NoticeStatus.BARRED, request.getLatestDay(), bar.because());
        }
        Settlement.Settled<RequestSlot.Answer> settled = Settlement.one(request);
        RequestSlot.Answer answer = settled.stands().value();
        Because because = Becauses.displacing(settled, lower -> lower.fields(service.id()));
        return new Decision.ReversibilityRequest(service.id(), answer.status(), answer.deadline(), because);
    }
}
