package org.prorata.billing;

import java.util.List;

/** The taxes of a contract's invoicing days that rest on the table, or that items state themselves. */
public final class TaxSlots {

    private final List<TaxSlot> slots;
    private final boolean statedByItem;

    TaxSlots(List<TaxSlot> slots, boolean statedByItem) {
        this.slots = slots;
        this.statedByItem = statedByItem;
    }

    /** Whether the items themselves state the rate. */
    public boolean isStatedByItem() {
        return statedByItem;
    }

    /** Base times rate, rounded once, for each. */
    public void onSum(String by) {
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).onSum(by);
        }
    }
}
