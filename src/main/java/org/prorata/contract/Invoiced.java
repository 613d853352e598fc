package org.prorata.contract;

import java.math.BigDecimal;

/**
 * Where a line that was invoiced stands, as far as it is known; each part may be null.
 *
 * @param invoice  the document that it stands on
 * @param corrects the invoice that it gives back
 * @param category of its tax (UNCL 5305), known together with the rate
 */
public record Invoiced(String invoice, String corrects, String category, BigDecimal ratePct) {

    /** Of a line that only counts as billed: it stands on no document, and no document gives it back. */
    public static final Invoiced NOWHERE = new Invoiced("", null, null, null);
}
