package org.prorata.exit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Event.ReversibilityRequest;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/** One exit service that was asked for: whether in time. The rules choose by the cause's row and by what bars it. */
public final class RequestSlot extends Slot<RequestSlot.Answer> {

    private final String service;
    private final ReversibilityRequest request;
    private final LocalDate end;
    private final ServiceRule rule;
    private final ShareRule share;
    private final TableRow unpaid;
    private final SwitchRules.Limits limits;

    /**
     * @param unpaid the row that bars a client with an unpaid invoice, null when it does not
     * @param limits what the law allows for this service, or null
     */
    RequestSlot(String service, ReversibilityRequest request, LocalDate end, ServiceRule rule, ShareRule share,
                TableRow unpaid, SwitchRules.Limits limits) {
        this.service = service;
        this.request = request;
        this.end = end;
        this.rule = rule;
        this.share = share;
        this.unpaid = unpaid;
        this.limits = limits;
    }

    /** What became of a request, and the last day on which it would have been in time. */
    public record Answer(NoticeStatus status, LocalDate deadline) {

        Map<String, Object> fields(String service) {
            return Map.of("service", service, "status", status, "deadline", deadline);
        }
    }

    @Override
    public String about() {
        return "the request for " + service;
    }

    ReversibilityRequest request() {
        return request;
    }

    String service() {
        return service;
    }

    /** Whether the cause of the end bars exit services. */
    public boolean isBarredByCause() {
        return share.barred();
    }

    public boolean isUnpaid() {
        return unpaid != null;
    }

    /** Whether the cause of the end lets the client ask up to it. */
    public boolean isUntilEnd() {
        return share.requestUntilEnd();
    }

    /** Whether the contract asks for a longer notice than the law allows. */
    public boolean isNoticeTooLong() {
        return limits != null && rule.latest(end).isBefore(end.minusMonths(limits.noticeMonths()));
    }

    private Answer by(LocalDate deadline) {
        return new Answer(request.counts().isAfter(deadline) ? NoticeStatus.LATE : NoticeStatus.IN_TIME, deadline);
    }

    private Reason told(LocalDate deadline) {
        return Reason.of(by(deadline).status() == NoticeStatus.LATE ? "request.late" : "request.in_time", service,
                request.counts(), deadline);
    }

    /** The notice period of the contract. */
    public void byNotice(String by) {
        propose(by, by(rule.latest(end)), told(rule.latest(end)), rule.row());
    }

    /** Up to the end. */
    public void untilEnd(String by) {
        propose(by, by(end), told(end), share.row(), rule.row());
    }

    /** The longest notice that the law allows, instead of what the contract asks for. */
    public void byLaw(String by) {
        LocalDate deadline = end.minusMonths(limits.noticeMonths());
        proposeOver(by, by(deadline), told(deadline), limits.row());
    }

    /** Nothing may be asked for after an end by this cause. */
    public void barByCause(String by) {
        propose(by, barred(), Reason.of("request.barred_by_cause", service), share.row());
    }

    /** Nothing may be asked for while an invoice is unpaid. */
    public void barUnpaid(String by) {
        propose(by, barred(), Reason.of("request.barred_unpaid", service, request.counts()), unpaid);
    }

    private Answer barred() {
        return new Answer(NoticeStatus.BARRED, rule.latest(end));
    }
}
