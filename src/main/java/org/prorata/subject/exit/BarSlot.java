package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;

/** Whether a client has no right to an exit service, or to modules. Without a rule it has. */
public final class BarSlot extends Slot<NoticeStatus> {

    private final String service;
    private final LocalDate askedOn;
    private final ShareRule share;
    private final UnpaidOnEnd unpaid;
    private boolean barred;

    /**
     * @param service null: modules
     * @param askedOn the day of the request, for modules that were not asked for the first day on which they may be
     * @param unpaid  what of the client's invoices is open on that day, where that bars what was asked for, or null
     */
    BarSlot(String service, LocalDate askedOn, ShareRule share, UnpaidOnEnd unpaid) {
        this.service = service;
        this.askedOn = askedOn;
        this.share = share;
        this.unpaid = unpaid;
    }

    @Override
    public String about() {
        return "the right to " + (service == null ? Services.MODULES : service);
    }

    /** Whether the cause of the end bars exit services and modules. */
    public boolean isBarredByCause() {
        return share.barred();
    }

    /** The day of the request. */
    public LocalDate getAskedOn() {
        return askedOn;
    }

    /** The due day of the oldest open invoice, where such an invoice bars; null: no such invoice or bar. */
    public LocalDate getUnpaidDue() {
        return unpaid == null ? null : unpaid.due();
    }

    /** Nothing may be taken away after an end by this cause. */
    public void byCause(String by) {
        barred = true;
        propose(
                by,
                NoticeStatus.BARRED,
                service == null ? Reason.of("export.barred_by_cause") : Reason.of("request.barred_by_cause", service),
                share.row());
    }

    /** Nothing may be taken away while an invoice is unpaid. */
    public void unpaid(String by) {
        barred = true;
        propose(
                by,
                NoticeStatus.BARRED,
                service == null
                        ? Reason.of("export.barred_unpaid")
                        : Reason.of("request.barred_unpaid", service, askedOn),
                unpaid.row());
    }

    boolean barred() {
        return barred;
    }

    /** Why there is no right. */
    Because because() {
        return Becauses.of(Settlement.one(this));
    }
}
