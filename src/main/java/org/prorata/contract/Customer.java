package org.prorata.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The client.
 *
 * @param country       ISO 3166 code, or null: the country of the terms
 * @param vatId         null when none was given
 * @param buyer         whether and how it is public, for terms and interest of late payment have rules of their own then
 * @param insolventFrom first day of insolvency proceedings that forbid payment, or null
 * @param subsidiaryPct share of a subsidiary that is to use the service, in per cent, or null: none is
 */
public record Customer(
        String id,
        String country,
        boolean professional,
        String vatId,
        PublicBuyer buyer,
        LocalDate insolventFrom,
        BigDecimal subsidiaryPct) {

    /** The client of a dossier that names none: a professional in the country of the terms. */
    public static final Customer UNNAMED = new Customer(null, null, true, null, PublicBuyer.NONE, null, null);

    /** A client without a subsidiary that is to use the service, a public authority or none. */
    public Customer(
            String id, String country, boolean professional, String vatId, boolean authority, LocalDate insolventFrom) {
        this(
                id,
                country,
                professional,
                vatId,
                authority ? PublicBuyer.AUTHORITY : PublicBuyer.NONE,
                insolventFrom,
                null);
    }

    /** Whether it is any kind of public buyer. */
    public boolean publicBuyer() {
        return buyer != PublicBuyer.NONE;
    }
}
