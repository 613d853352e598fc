package org.prorata.book.schema;

import java.util.List;
import java.util.stream.Stream;

/** The schemas of the shipped workbooks: which sheets there are, which columns, what a cell may hold. */
public final class Shipped {

    private Shipped() {}

    /** All sheets, by workbook in the order of a book. */
    public static List<Sheet> sheets() {
        return Stream.of(
                        TermsSheets.terms(),
                        BillingSheets.proration(),
                        BillingSheets.priceRevision(),
                        EndSheets.termination(),
                        LateSheets.latePayment(),
                        BillingSheets.vat(),
                        LateSheets.interestRates(),
                        TermsSheets.moreOfTerms(),
                        EndSheets.reversibility(),
                        EndSheets.exportEntitlement(),
                        StatuteSheets.statute(),
                        BillingSheets.indices(),
                        ServiceLevelSheets.serviceLevel(),
                        RightsSheets.rights(),
                        List.of(ClauseSheets.CLAUSES, ClauseSheets.ARTICLES))
                .flatMap(List::stream)
                .toList();
    }
}
