package org.prorata.subject.billing;

import org.prorata.decision.Alike;

/** The taxes of a contract's invoicing days that rest on the table, those that items state themselves, or those of lines that are corrected. */
public final class TaxSlots extends Alike<TaxSlot> {

    TaxSlots(TaxSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(TaxSlot slot) {
        return isStatedByItem() == slot.isStatedByItem() && isOfCorrected() == slot.isOfCorrected();
    }

    /** Whether the items themselves state the rate. */
    public boolean isStatedByItem() {
        return like().isStatedByItem();
    }

    /** Whether only the lines that are corrected have the rate. */
    public boolean isOfCorrected() {
        return like().isOfCorrected();
    }

    /** Base times rate, rounded once, for each. */
    public void onSum(String by) {
        each(by, TaxSlot::onSum);
    }
}
