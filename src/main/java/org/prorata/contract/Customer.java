package org.prorata.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The client.
 *
 * @param country       ISO 3166 code, or null: the country of the terms
 * @param vatId         null when none was given
 * @param publicBuyer   a public authority, whose late interest follows a rule of its own
 * @param insolventFrom first day of insolvency proceedings that forbid payment, or null
 * @param subsidiaryPct share of a subsidiary that is to use the service, in per cent, or null: none is
 */
public record Customer(String id, String country, boolean professional, String vatId, boolean publicBuyer,
                       LocalDate insolventFrom, BigDecimal subsidiaryPct) {

    /** The client of a dossier that names none: a professional in the country of the terms. */
    public static final Customer UNNAMED = new Customer(null, null, true, null, false, null, null);

    /** A client without a subsidiary that is to use the service. */
    public Customer(String id, String country, boolean professional, String vatId, boolean publicBuyer, LocalDate insolventFrom) {
        this(id, country, professional, vatId, publicBuyer, insolventFrom, null);
    }
}
