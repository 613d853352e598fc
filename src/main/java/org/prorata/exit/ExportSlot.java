package org.prorata.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.prorata.contract.Event.ReversibilityRequest;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/** The modules that a leaver may take away. */
public final class ExportSlot extends Slot<ExportSlot.Entitlement> {

    private final ExportRule rule;
    private final LocalDate end;
    private final BigDecimal total;
    private final Integer stated;
    private final ReversibilityRequest request;
    private final TableRow barredByCause;
    private final Unpaid unpaid;

    /**
     * @param total   euros of the subscriptions for which nothing was asked for yet
     * @param stated  number of modules that the order states, or null
     * @param request null when modules were not asked for yet
     * @param unpaid  what of the client's invoices is open, where that bars the modules, or null
     */
    ExportSlot(ExportRule rule, LocalDate end, BigDecimal total, Integer stated, ReversibilityRequest request,
               TableRow barredByCause, Unpaid unpaid) {
        this.rule = rule;
        this.end = end;
        this.total = total;
        this.stated = stated;
        this.request = request;
        this.barredByCause = barredByCause;
        this.unpaid = unpaid;
    }

    /** A number of modules; barred when null. */
    public record Entitlement(Integer modules) {
    }

    @Override
    public String about() {
        return "the modules to take away";
    }

    ExportRule rule() {
        return rule;
    }

    ReversibilityRequest request() {
        return request;
    }

    LocalDate firstDay() {
        return rule.opens(end);
    }

    LocalDate lastDay() {
        return end;
    }

    /** Whether the cause of the end bars the modules. */
    public boolean isBarredByCause() {
        return barredByCause != null;
    }

    /** The day of the request, else the first day on which one may be made. */
    public LocalDate getAskedOn() {
        return request == null ? firstDay() : request.counts();
    }

    /** The due day of the oldest open invoice, where such an invoice bars the modules; null: no such invoice or bar. */
    public LocalDate getUnpaidDue() {
        return unpaid == null ? null : unpaid.due();
    }

    /** The number of modules that the order states, or null. */
    public Integer getStated() {
        return stated;
    }

    /** One for every so many euros begun. */
    public void byTotal(String by) {
        int modules = total.divide(BigDecimal.valueOf(rule.perAmount()), 0, RoundingMode.UP).intValueExact();
        propose(by, new Entitlement(modules), Reason.of("export.by_total", modules, total, rule.perAmount()), rule.row());
    }

    /** As many as the order states. */
    public void asStated(String by) {
        propose(by, new Entitlement(stated), Reason.of("export.as_stated", stated), rule.row());
    }

    /** None, as the client's breach ended the contract. */
    public void barByCause(String by) {
        propose(by, new Entitlement(null), Reason.of("export.barred_by_cause"), barredByCause);
    }

    /** None, as an invoice is unpaid. */
    public void barUnpaid(String by) {
        propose(by, new Entitlement(null), Reason.of("export.barred_unpaid"), unpaid.row());
    }
}
