package org.prorata.ledger;

import java.math.BigDecimal;

/**
 * What a run comes to under one contract profile, in one currency.
 *
 * @param contracts contracts with at least one document
 * @param documents invoices and credit notes, or debit notes
 * @param credits   credit notes among them
 */
public record ProfileTotals(
        String terms,
        String currency,
        long contracts,
        long documents,
        long credits,
        long lines,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross) {

    public ProfileTotals plus(
            long moreContracts,
            long moreDocuments,
            long moreCredits,
            long moreLines,
            BigDecimal moreNet,
            BigDecimal moreTax) {
        return new ProfileTotals(
                terms,
                currency,
                contracts + moreContracts,
                documents + moreDocuments,
                credits + moreCredits,
                lines + moreLines,
                net.add(moreNet),
                tax.add(moreTax),
                gross.add(moreNet).add(moreTax));
    }
}
