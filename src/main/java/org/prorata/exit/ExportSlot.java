package org.prorata.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.prorata.contract.Event.ReversibilityRequest;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;

/** The modules that a leaver may take away. The rules choose by what bars them and by whether the order states a number. */
public final class ExportSlot extends Slot<ExportSlot.Entitlement> {

    private final ExportRule rule;
    private final LocalDate end;
    private final BigDecimal total;
    private final Integer stated;
    private final ReversibilityRequest request;
    private final TableRow barredByCause;
    private final TableRow unpaid;

    /**
     * @param total   euros of the subscriptions for which nothing was asked for yet
     * @param stated  number of modules that the order states, or null
     * @param request null when modules were not asked for yet
     * @param unpaid  the row that bars a client with an unpaid invoice, or null
     */
    ExportSlot(ExportRule rule, LocalDate end, BigDecimal total, Integer stated, ReversibilityRequest request,
               TableRow barredByCause, TableRow unpaid) {
        this.rule = rule;
        this.end = end;
        this.total = total;
        this.stated = stated;
        this.request = request;
        this.barredByCause = barredByCause;
        this.unpaid = unpaid;
    }

    /** A number of modules and the days for asking and delivering; barred when {@code modules} is null. */
    public record Entitlement(Integer modules, LocalDate from, LocalDate until, LocalDate deliverBy) {
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

    public boolean isBarredByCause() {
        return barredByCause != null;
    }

    public boolean isUnpaid() {
        return unpaid != null;
    }

    public boolean isStated() {
        return stated != null;
    }

    /** Whether modules were asked for in the days for it. */
    boolean isRequestInWindow() {
        return request != null && !request.counts().isBefore(rule.opens(end)) && !request.counts().isAfter(end);
    }

    private Entitlement of(int modules) {
        return new Entitlement(modules, rule.opens(end), end,
                isRequestInWindow() ? request.counts().plusDays(rule.deliverDays()) : null);
    }

    /** One for every so many euros begun. */
    public void byTotal(String by) {
        int modules = total.divide(BigDecimal.valueOf(rule.perAmount()), 0, RoundingMode.UP).intValueExact();
        propose(by, of(modules), Reason.of("export.by_total", modules, total, rule.perAmount()), rule.row());
    }

    /** As many as the order states. */
    public void asStated(String by) {
        propose(by, of(stated), Reason.of("export.as_stated", stated), rule.row());
    }

    /** None, as the client's breach ended the contract. */
    public void barByCause(String by) {
        propose(by, new Entitlement(null, rule.opens(end), end, null), Reason.of("export.barred_by_cause"), barredByCause);
    }

    /** None, as an invoice is unpaid. */
    public void barUnpaid(String by) {
        propose(by, new Entitlement(null, rule.opens(end), end, null), Reason.of("export.barred_unpaid"), unpaid);
    }
}
