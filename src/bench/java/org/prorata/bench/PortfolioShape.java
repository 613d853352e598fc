package org.prorata.bench;

import java.util.List;
import org.prorata.contract.Billing;
import org.prorata.contract.Item;
import org.prorata.contract.Plan;
import org.prorata.contract.Proration;
import org.prorata.contract.Term;

/**
 * What contracts of the bench portfolio have in common.
 *
 * @param weight   of a hundred contracts
 * @param country  of the clients, or null: French ones and some Belgian ones
 * @param rhythm   stated by the dossier, or null: that of the terms
 * @param months   length of a billing period
 * @param items    usual number of items that are charged by time
 * @param measured items that are charged by use
 */
record PortfolioShape(
        int weight,
        String terms,
        String country,
        Plan plan,
        Billing.Every rhythm,
        Billing.Timing timing,
        int months,
        Term term,
        Proration proration,
        Item.Per per,
        int items,
        int measured) {

    static final List<String> NAMES =
            List.of("platform", "single-sign-on", "signature", "archive", "support", "hosting", "backup");
    static final List<String> MEASURES = List.of("traffic", "messages", "consultations", "workshops");

    private static final Billing.Every MONTH = Billing.Every.MONTH;
    private static final Billing.Timing ADVANCE = Billing.Timing.ADVANCE;
    private static final Billing.Timing ARREARS = Billing.Timing.ARREARS;
    private static final Term YEAR = Term.months(12);

    /** The last one is due in the month only for a few of its contracts. */
    private static final List<PortfolioShape> MIX = List.of(
            new PortfolioShape(
                    22, "teachup-2022-05", null, null, MONTH, ADVANCE, 1, Term.OF_THE_TERMS, null, Item.Per.YEAR, 5, 0),
            new PortfolioShape(
                    10,
                    "connelink-2022-01",
                    null,
                    null,
                    MONTH,
                    ADVANCE,
                    1,
                    Term.OF_THE_TERMS,
                    null,
                    Item.Per.YEAR,
                    4,
                    0),
            new PortfolioShape(
                    22, "sesame", "ES", Plan.MONTHLY, null, ADVANCE, 1, Term.OF_THE_TERMS, null, Item.Per.MONTH, 4, 0),
            new PortfolioShape(
                    10, "scalingo-2022-09", null, null, MONTH, ARREARS, 1, Term.OPEN_ENDED, null, Item.Per.MONTH, 4, 2),
            new PortfolioShape(
                    6,
                    "socialdirect-2024-10",
                    null,
                    null,
                    null,
                    ARREARS,
                    1,
                    Term.OPEN_ENDED,
                    null,
                    Item.Per.MONTH,
                    0,
                    4),
            new PortfolioShape(
                    16, "standard", null, null, MONTH, ADVANCE, 1, YEAR, Proration.DAILY, Item.Per.MONTH, 5, 0),
            new PortfolioShape(
                    10, "standard", null, null, MONTH, ARREARS, 1, YEAR, Proration.DAILY, Item.Per.MONTH, 4, 2),
            new PortfolioShape(
                    4,
                    "standard",
                    null,
                    null,
                    Billing.Every.QUARTER,
                    ADVANCE,
                    3,
                    YEAR,
                    Proration.DAILY,
                    Item.Per.MONTH,
                    4,
                    0));

    /** The shape of a contract that drew a number below 100. */
    static PortfolioShape of(int drawn) {
        int left = drawn;
        for (PortfolioShape shape : MIX) {
            left -= shape.weight;
            if (left < 0) {
                return shape;
            }
        }
        throw new IllegalArgumentException("the shapes share numbers below 100, not " + drawn);
    }

    Billing billing() {
        return rhythm == null ? null : new Billing(rhythm, timing, null);
    }
}
