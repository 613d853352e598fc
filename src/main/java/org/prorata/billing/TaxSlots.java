package org.prorata.billing;

import org.prorata.decision.Alike;

/** The taxes of a contract's invoicing days that rest on the table, or those that items state themselves. */
public final class TaxSlots extends Alike<TaxSlot> {

    TaxSlots(TaxSlot first) {
        super(first);
    }

    @Override
    protected boolean holds(TaxSlot slot) {
        return isStatedByItem() == slot.isStatedByItem();
    }

    /** Whether the items themselves state the rate. */
    public boolean isStatedByItem() {
        return like().isStatedByItem();
    }

    /** Base times rate, rounded once, for each. */
    public void onSum(String by) {
        each(by, TaxSlot::onSum);
    }
}
