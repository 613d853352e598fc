package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.decision.Because;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;

/** Modules that were asked for and may be taken away: whether the request is in time, and until when they are delivered. */
public final class ModulesSlot extends Slot<ModulesSlot.Delivery> {

    private final ExportSlot entitlement;
    private final int granted;
    private final Because because;

    /** @param because why so many modules are granted */
    ModulesSlot(ExportSlot entitlement, int granted, Because because) {
        this.entitlement = entitlement;
        this.granted = granted;
        this.because = because;
    }

    /** Whether the request came in time, null before its time, and the last day for the delivery, or null. */
    public record Delivery(NoticeStatus status, LocalDate deliverBy) {}

    @Override
    public String about() {
        return "the request for modules";
    }

    ExportSlot entitlement() {
        return entitlement;
    }

    int granted() {
        return granted;
    }

    Because because() {
        return because;
    }

    /** The day of the request. */
    public LocalDate getRequested() {
        return entitlement.request().counts();
    }

    /** The first day on which modules may be asked for. */
    public LocalDate getFirstDay() {
        return entitlement.firstDay();
    }

    /** The last day on which modules may be asked for: that of the contract. */
    public LocalDate getLastDay() {
        return entitlement.lastDay();
    }

    /** Asked for in time. */
    public void inTime(String by) {
        LocalDate deliverBy = getRequested().plusDays(entitlement.rule().deliverDays());
        propose(
                by,
                new Delivery(NoticeStatus.IN_TIME, deliverBy),
                Reason.of("request.in_time", Services.MODULES, getRequested(), getLastDay()),
                entitlement.rule().row());
    }

    /** Asked for after the end. */
    public void late(String by) {
        propose(
                by,
                new Delivery(NoticeStatus.LATE, null),
                Reason.of("request.late", Services.MODULES, getRequested(), getLastDay()),
                entitlement.rule().row());
    }

    /** Asked for before the time for it: the request counts from its first day on. */
    public void early(String by) {
        propose(
                by,
                new Delivery(null, null),
                Reason.of("export.too_early", getRequested(), getFirstDay()),
                entitlement.rule().row());
    }
}
