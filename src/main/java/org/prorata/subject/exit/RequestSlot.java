package org.prorata.subject.exit;

import java.time.LocalDate;
import java.util.Map;
import org.prorata.contract.Event.ReversibilityRequest;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.subject.terms.SwitchLimits;

/** One exit service that was asked for: whether in time. */
public final class RequestSlot extends Slot<RequestSlot.Answer> {

    private final String service;
    private final ReversibilityRequest request;
    private final LocalDate end;
    private final ServiceRule rule;
    private final ShareRule share;
    private final SwitchLimits limits;
    private final LocalDate latestDay;
    private final LocalDate lawfulLatestDay;

    /** @param limits what the law allows for this service, or null */
    RequestSlot(
            String service,
            ReversibilityRequest request,
            LocalDate end,
            ServiceRule rule,
            ShareRule share,
            SwitchLimits limits) {
        this.service = service;
        this.request = request;
        this.end = end;
        this.rule = rule;
        this.share = share;
        this.limits = limits;
        this.latestDay = rule.latest(end);
        this.lawfulLatestDay = limits == null ? null : limits.notice(end);
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

    String service() {
        return service;
    }

    /** Whether the cause of the end lets the client ask up to it. */
    public boolean isUntilEnd() {
        return share.requestUntilEnd();
    }

    /** The day of the request. */
    public LocalDate getRequested() {
        return request.counts();
    }

    /** The last day for a request by the contract. */
    public LocalDate getLatestDay() {
        return latestDay;
    }

    /** The last day for a request by the longest notice that the law allows, or null: the law sets none. */
    public LocalDate getLawfulLatestDay() {
        return lawfulLatestDay;
    }

    /** The last covered day. */
    public LocalDate getEnd() {
        return end;
    }

    /** By the last day of the contract's notice period. */
    public void inTime(String by) {
        byNotice(by, NoticeStatus.IN_TIME);
    }

    /** Later than the contract's notice period allows. */
    public void late(String by) {
        byNotice(by, NoticeStatus.LATE);
    }

    private void byNotice(String by, NoticeStatus status) {
        propose(by, new Answer(status, latestDay), told(status, latestDay), rule.row());
    }

    /** By the end, which is enough for the cause. */
    public void byTheEnd(String by) {
        untilEnd(by, NoticeStatus.IN_TIME);
    }

    /** After the end. */
    public void afterTheEnd(String by) {
        untilEnd(by, NoticeStatus.LATE);
    }

    private void untilEnd(String by, NoticeStatus status) {
        propose(by, new Answer(status, end), told(status, end), share.row(), rule.row());
    }

    /** By the last day of the longest notice that the law allows, which is less than what the contract asks for. */
    public void inTimeByLaw(String by) {
        byLaw(by, NoticeStatus.IN_TIME);
    }

    /** Later than even the longest lawful notice allows. */
    public void lateByLaw(String by) {
        byLaw(by, NoticeStatus.LATE);
    }

    private void byLaw(String by, NoticeStatus status) {
        proposeOver(by, new Answer(status, lawfulLatestDay), told(status, lawfulLatestDay), limits.row());
    }

    private Reason told(NoticeStatus status, LocalDate deadline) {
        return Reason.of(
                status == NoticeStatus.LATE ? "request.late" : "request.in_time", service, request.counts(), deadline);
    }
}
