package org.prorata.subject.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.prorata.contract.Event.ReversibilityRequest;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;

/** The modules that a leaver may take away. */
public final class ExportSlot extends Slot<Integer> {

    private final ExportRule rule;
    private final LocalDate end;
    private final BigDecimal total;
    private final Integer stated;
    private final ReversibilityRequest request;

    /**
     * @param total   euros of the subscriptions for which nothing was asked for yet
     * @param stated  number of modules that the order states, or null
     * @param request null when modules were not asked for yet
     */
    ExportSlot(ExportRule rule, LocalDate end, BigDecimal total, Integer stated, ReversibilityRequest request) {
        this.rule = rule;
        this.end = end;
        this.total = total;
        this.stated = stated;
        this.request = request;
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

    /** The number of modules that the order states, or null. */
    public Integer getStated() {
        return stated;
    }

    /** One for every so many euros begun. */
    public void byTotal(String by) {
        int modules = total.divide(BigDecimal.valueOf(rule.perAmount()), 0, RoundingMode.UP)
                .intValueExact();
        propose(by, modules, Reason.of("export.by_total", modules, total, rule.perAmount()), rule.row());
    }

    /** As many as the order states. */
    public void asStated(String by) {
        propose(by, stated, Reason.of("export.as_stated", stated), rule.row());
    }
}
