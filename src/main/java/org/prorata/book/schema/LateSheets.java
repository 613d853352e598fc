package org.prorata.book.schema;

import static org.prorata.book.schema.Column.decimal;
import static org.prorata.book.schema.Column.integer;
import static org.prorata.book.schema.Column.keyYesNo;
import static org.prorata.book.schema.Column.list;
import static org.prorata.book.schema.Column.yesNo;
import static org.prorata.book.schema.Needed.with;
import static org.prorata.book.schema.SharedKeys.PROFESSIONAL;
import static org.prorata.book.schema.SharedKeys.TERMS;
import static org.prorata.book.schema.SharedKeys.country;

import java.util.List;
import org.prorata.decision.policy.choice.DisputeEffect;
import org.prorata.decision.policy.choice.InterestBasis;

/** Sheets by which late payers owe. */
final class LateSheets {

    private LateSheets() {}

    static List<Sheet> latePayment() {
        return List.of(
                Sheet.policy(
                        "late-payment",
                        "interest",
                        "Which rate a late payer owes",
                        TERMS,
                        PROFESSIONAL,
                        keyYesNo("public_buyer", "Whether the client is a public buyer; empty: either"),
                        list(
                                        "basis",
                                        "multiple of a published rate, published rate plus points, the published rate itself, a fixed rate, or none",
                                        InterestBasis.class)
                                .mandatory(),
                        list("series", "Published series that the rate rests on", "legal-fr", "ecb", "es-late"),
                        decimal("multiple", "Factor, with basis = multiple", 2, "0", "20"),
                        decimal(
                                "points",
                                "Percentage points, with basis = plus_points; per cent a year, with fixed",
                                2,
                                "0",
                                "50"),
                        yesNo("fixed_at_start", "Whether the rate of the first half-year holds to the end")
                                .needed(with("series")),
                        list("day_base", "Days of a year", "365", "actual"),
                        list("allocation", "What a payment extinguishes first", "principal", "interest_first"),
                        list(
                                "dispute",
                                "Days of a dispute: they bear none, or all of them once it has ended and the sum is owed; empty: none",
                                DisputeEffect.class)),
                Sheet.policy(
                        "late-payment",
                        "floor",
                        "The least rate that the law lets a contract agree on (rows of interest with reading = contract)",
                        country("country", "Country of the law"),
                        decimal("multiple", "An agreed rate is not below this multiple of the series", 2, "0", "20")
                                .mandatory(),
                        list("series", "Published series of the floor", "legal-fr")
                                .mandatory()),
                Sheet.policy(
                        "late-payment",
                        "recovery-fee",
                        "The fixed sum for recovery costs",
                        country("country", "Country of the law"),
                        PROFESSIONAL,
                        keyYesNo("public_buyer", "Whether the client is a public buyer; empty: either"),
                        keyYesNo("insolvent", "Whether proceedings forbid the client to pay; empty: either"),
                        decimal("amount", "Sum in euros for each late invoice; 0: none is due", 2, "0", "1000")
                                .mandatory(),
                        list(
                                "proved_costs",
                                "Costs of recovery that were proved: due in its place where they are more; empty: they do not count",
                                "where_more"),
                        integer(
                                "payable_days",
                                "Days after the payment of the principal in which interest and sum are to be paid; empty: at once",
                                0,
                                365)),
                Sheet.policy(
                        "late-payment",
                        "formal-notice",
                        "What a formal notice to pay opens",
                        TERMS,
                        integer("days", "Days that the client has from presentation", 0, 365)
                                .mandatory(),
                        list("covers", "What must be paid in that time", "principal", "principal_interest_costs")
                                .mandatory(),
                        yesNo("suspension", "Whether access may then be suspended"),
                        yesNo("termination", "Whether the provider may then terminate")));
    }

    static List<Sheet> interestRates() {
        return List.of(
                Sheet.halfYears(
                        "interest-rates",
                        "legal-fr",
                        "French legal interest rate for professional creditors, per cent a year, by half-year",
                        decimal("rate_pct", "Per cent a year", 2, "0", "50")),
                Sheet.halfYears(
                        "interest-rates",
                        "ecb",
                        "ECB main refinancing rate in force on 1 January and on 1 July, per cent a year",
                        decimal(
                                "rate_pct",
                                "Per cent a year, as in force on the first day of the half-year",
                                2,
                                "-5",
                                "50")),
                Sheet.series(
                        "interest-rates",
                        "es-late",
                        "Spanish statutory late-payment rate, per cent a year",
                        decimal("rate_pct", "Per cent a year", 2, "0", "50")));
    }
}
