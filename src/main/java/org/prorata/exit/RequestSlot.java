package org.prorata.exit;

import java.time.LocalDate;
import java.util.Map;
import org.prorata.contract.Event.ReversibilityRequest;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.terms.Setting;

/** One exit service that was asked for: whether in time. */
public final class RequestSlot extends Slot<RequestSlot.Answer> {

    private final String service;
    private final ReversibilityRequest request;
    private final LocalDate end;
    private final ServiceRule rule;
    private final ShareRule share;
    private final Unpaid unpaid;
    private final SwitchRules.Limits limits;
    private final LocalDate latestDay;
    private final LocalDate lawfulLatestDay;

    /**
     * @param unpaid what of the client's invoices is open, where that bars exit services, or null
     * @param limits what the law allows for this service, or null
     */
    RequestSlot(String service, ReversibilityRequest request, LocalDate end, ServiceRule rule, ShareRule share,
                Unpaid unpaid, SwitchRules.Limits limits) {
        this.service = service;
        this.request = request;
        this.end = end;
        this.rule = rule;
        this.share = share;
        this.unpaid = unpaid;
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

    ReversibilityRequest request() {
        return request;
    }

    ServiceRule rule() {
        return rule;
    }

    String service() {
        return service;
    }

    /** Whether the cause of the end bars exit services. */
    public boolean isBarredByCause() {
        return share.barred();
    }

    /** Whether the cause of the end lets the client ask up to it. */
    public boolean isUntilEnd() {
        return share.requestUntilEnd();
    }

    /** The day of the request. */
    public LocalDate getRequested() {
        return request.counts();
    }

    /** The due day of the oldest open invoice, where such an invoice bars exit services; null: no such invoice or bar. */
    public LocalDate getUnpaidDue() {
        return unpaid == null ? null : unpaid.due();
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

    /** The notice period of the contract. */
    public void byNotice(String by, NoticeStatus status) {
        propose(by, new Answer(status, latestDay), told(status, latestDay), rule.row());
    }

    /** Up to the end. */
    public void untilEnd(String by, NoticeStatus status) {
        propose(by, new Answer(status, end), told(status, end), share.row(), rule.row());
    }

    /** The longest notice that the law allows, instead of what the contract asks for. */
    public void byLaw(String by, NoticeStatus status) {
        proposeOver(by, new Answer(status, lawfulLatestDay), told(status, lawfulLatestDay), limits.row());
    }

    private Reason told(NoticeStatus status, LocalDate deadline) {
        return Reason.of("request." + Setting.key(status), service, request.counts(), deadline);
    }

    /** Nothing may be asked for after an end by this cause. */
    public void barByCause(String by) {
        propose(by, new Answer(NoticeStatus.BARRED, latestDay), Reason.of("request.barred_by_cause", service), share.row());
    }

    /** Nothing may be asked for while an invoice is unpaid. */
    public void barUnpaid(String by) {
        propose(by, new Answer(NoticeStatus.BARRED, latestDay), Reason.of("request.barred_unpaid", service, request.counts()),
                unpaid.row());
    }
}
