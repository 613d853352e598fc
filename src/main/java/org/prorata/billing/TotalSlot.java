package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;

/** The total of one invoicing day: an invoice, or a credit note when its net is below zero. */
public final class TotalSlot extends Slot<TotalSlot.Total> {

    private final LocalDate on;
    private final BigDecimal net;
    private final BigDecimal tax;

    TotalSlot(LocalDate on, BigDecimal net, BigDecimal tax) {
        this.on = on;
        this.net = net;
        this.tax = tax;
    }

    /** Net, tax and gross, in the currency's digits. */
    public record Total(BigDecimal net, BigDecimal tax, BigDecimal gross) {
    }

    @Override
    public String about() {
        return "the total of " + on;
    }

    LocalDate on() {
        return on;
    }

    /** Whether the day's lines lower the bill. */
    public boolean isCreditNote() {
        return net.signum() < 0;
    }

    public void invoice(String by) {
        total(by, "total.invoice");
    }

    public void creditNote(String by) {
        total(by, "total.credit_note");
    }

    private void total(String by, String key) {
        propose(by, new Total(net, tax, net.add(tax)), Reason.of(key, net.add(tax), net, tax));
    }
}
