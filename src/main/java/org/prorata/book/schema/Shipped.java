package org.prorata.book.schema;

import static org.prorata.book.schema.Column.decimal;
import static org.prorata.book.schema.Column.integer;
import static org.prorata.book.schema.Column.key;
import static org.prorata.book.schema.Column.keyYesNo;
import static org.prorata.book.schema.Column.list;
import static org.prorata.book.schema.Column.text;
import static org.prorata.book.schema.Column.yesNo;
import static org.prorata.book.schema.Needed.with;

import java.util.List;
import java.util.Locale;
import org.prorata.decision.policy.choice.AfterEndMatter;
import org.prorata.decision.policy.choice.AfterEndMethod;
import org.prorata.decision.policy.choice.AtMost;
import org.prorata.decision.policy.choice.BreachEffect;
import org.prorata.decision.policy.choice.CapBase;
import org.prorata.decision.policy.choice.ClientPlace;
import org.prorata.decision.policy.choice.CountedAgainst;
import org.prorata.decision.policy.choice.CountedFrom;
import org.prorata.decision.policy.choice.DisputeEffect;
import org.prorata.decision.policy.choice.EndBasis;
import org.prorata.decision.policy.choice.FeesLeft;
import org.prorata.decision.policy.choice.InterestBasis;
import org.prorata.decision.policy.choice.LateRequest;
import org.prorata.decision.policy.choice.LevelMethod;
import org.prorata.decision.policy.choice.MonthBegun;
import org.prorata.decision.policy.choice.NoticeReading;
import org.prorata.decision.policy.choice.OutageEffect;
import org.prorata.decision.policy.choice.PaidDays;
import org.prorata.decision.policy.choice.PartialMethod;
import org.prorata.decision.policy.choice.PartialSituation;
import org.prorata.decision.policy.choice.PlanChangeEffect;
import org.prorata.decision.policy.choice.PlanChangeWarning;
import org.prorata.decision.policy.choice.PriceChangeDay;
import org.prorata.decision.policy.choice.PriceDirection;
import org.prorata.decision.policy.choice.RetentionBasis;
import org.prorata.decision.policy.choice.SwitchFees;
import org.prorata.decision.policy.choice.SwitchPaid;
import org.prorata.decision.policy.choice.TermRenewal;
import org.prorata.decision.policy.choice.TermsMode;

/** The schemas of the shipped workbooks: which sheets there are, which columns, what a cell may hold. */
public final class Shipped {

    private static final Column TERMS = key("terms", "Contract profile, as `terms` in a dossier");
    private static final Column PLAN = key("plan", "Plan, where the terms know plans; empty: any", "yearly", "monthly");
    private static final Column PROFESSIONAL =
            keyYesNo("professional", "Whether the client is a professional; empty: either");
    private static final Needed MEASURED = with("method", "shortfall", "percent", "best_efforts");
    /** Neighbours keep different time, so that a zone taken for the next one shows in some case; Paris and Madrid don't. */
    private static final String[] ZONES = {"Europe/Paris", "UTC", "Europe/Madrid", "Atlantic/Canary"};
    /** All hours and all but the maintenance windows are no neighbours, as terms without windows cannot tell them apart. */
    private static final String[] CLOCKS = {"round_the_clock", "working", "agreed"};

    private Shipped() {}

    /** All sheets, by workbook in the order of a book. */
    public static List<Sheet> sheets() {
        return List.of(
                Sheet.policy(
                        "contract-terms",
                        "profiles",
                        "Which contracts there are",
                        TERMS,
                        text("title", "Name of the contract").mandatory(),
                        text("version", "Date or version of the text").mandatory(),
                        list(
                                        "seller_country",
                                        "Country of the seller and of the law, ISO code",
                                        Locale.getISOCountries())
                                .mandatory(),
                        list(
                                "default_plan",
                                "Plan of a dossier that names none; empty: no plans",
                                "yearly",
                                "monthly")),
                Sheet.policy(
                        "contract-terms",
                        "term",
                        "How long a contract runs and whether it renews",
                        TERMS,
                        PLAN,
                        integer(
                                "first_months",
                                "Months of the first term where the dossier states none; empty with open_ended no: it must, and billing too",
                                1,
                                120),
                        yesNo(
                                "open_ended",
                                "Whether the contract runs without an end unless the dossier states a term"),
                        list("renewal", "What follows a term", TermRenewal.class)
                                .mandatory(),
                        integer("renewal_months", "Months of each renewal, with renewal = months", 1, 120)),
                Sheet.policy(
                        "contract-terms",
                        "billing",
                        "When periods are invoiced where the dossier states nothing",
                        TERMS,
                        PLAN,
                        list("every", "Length of a billing period", "month", "quarter", "half_year", "year")
                                .mandatory(),
                        list("timing", "On the first day of the period or the day after its last", "advance", "arrears")
                                .mandatory()),
                Sheet.policy(
                        "contract-terms",
                        "payment",
                        "Days to pay where the dossier states none",
                        TERMS,
                        integer("days", "Days from the day that they are counted from", 0, 120)
                                .mandatory(),
                        list(
                                "counted_from",
                                "The invoice, or the performance where it was over before or begins after; empty: the invoice",
                                CountedFrom.class)),
                Sheet.policy(
                        "contract-terms",
                        "notice-form",
                        "How a notice must be sent to count",
                        TERMS,
                        yesNo("registered_letter_only", "Whether only a registered letter counts")),
                Sheet.policy(
                        "contract-terms",
                        "payment-limit",
                        "The longest term of payment that the law allows",
                        country("country", "Country of the law"),
                        PROFESSIONAL,
                        key(
                                "public_buyer",
                                "What kind of public buyer the client is; empty: any",
                                "none",
                                "authority",
                                "hospital",
                                "undertaking"),
                        keyYesNo("periodic", "Whether the invoice is a periodic one; empty: either"),
                        integer("net_days", "Most days from the invoice date", 0, 365)
                                .mandatory(),
                        integer(
                                "end_of_month_days",
                                "Most days with an end of month; empty: the law knows none",
                                0,
                                365)),
                Sheet.policy(
                        "proration",
                        "partial",
                        "How a period is charged that is not covered whole",
                        TERMS,
                        key(
                                "proration",
                                "Choice of the dossier; empty: the terms decide",
                                "daily",
                                "remaining_months",
                                "none"),
                        key(
                                "situation",
                                "first: before the first billing day; added: an item added later; last: the item ends inside; ended: the contract was ended inside a period already invoiced",
                                PartialSituation.class),
                        list("method", "By days, by months left, or in full", PartialMethod.class)
                                .mandatory(),
                        list("month_begun", "With remaining_months: how a month begun counts", MonthBegun.class)
                                .needed(with("method", "remaining_months"))),
                Sheet.policy(
                        "proration",
                        "plan-change",
                        "What a change of plan does",
                        TERMS,
                        PLAN,
                        key(
                                "proration",
                                "Choice of the dossier; empty: the terms decide",
                                "daily",
                                "remaining_months",
                                "none"),
                        key("direction", "Whether the new price is dearer or cheaper", PriceDirection.class),
                        list(
                                        "effect",
                                        "A new term from the change, the same term at the new price, the new price from the next period or the renewal, or nothing",
                                        PlanChangeEffect.class)
                                .mandatory(),
                        yesNo(
                                        "credit_unused",
                                        "Where the change holds at once: whether the unused part of the old price is credited by the day")
                                .needed(with("effect", "new_term", "keep_term")),
                        integer("term_months", "Months of the new term where the order states none", 1, 120)
                                .needed(with("effect", "new_term")),
                        list("warning", "What the client should be told; empty: nothing", PlanChangeWarning.class)),
                Sheet.policy(
                        "proration",
                        "usage",
                        "Which recorded use is billed",
                        TERMS,
                        key("status", "What became of it", "held", "cancelled_late", "cancelled"),
                        yesNo("counts", "Whether it is billed")),
                Sheet.policy(
                        "proration",
                        "hours",
                        "How time at an hourly price counts",
                        TERMS,
                        decimal("least", "Least number of hours billed; empty: none", 2, "0", "24"),
                        decimal("step", "Hours are rounded up to a multiple of this; empty: exact", 2, "0.01", "24")),
                Sheet.policy(
                        "proration",
                        "after-end",
                        "What use or run-on after the end costs",
                        TERMS,
                        key(
                                "matter",
                                "overstay: used after the end; run_on: kept running for the exit phase",
                                AfterEndMatter.class),
                        list("method", "By months begun, or nothing", AfterEndMethod.class)
                                .mandatory(),
                        list(
                                        "paid_days",
                                        "With months_begun: whether days that a charge already covers are charged again",
                                        PaidDays.class)
                                .needed(with("method", "months_begun"))),
                Sheet.policy(
                        "price-revision",
                        "notice",
                        "When a new price takes effect",
                        TERMS,
                        PLAN,
                        list("effect_on", "Day on which a new price may take effect", PriceChangeDay.class)
                                .mandatory(),
                        integer("notice_months", "Least months between notice and that day", 0, 24),
                        integer("notice_days", "Days from the notice, with days_then_first", 0, 365),
                        integer(
                                "leave_days",
                                "The client may leave by a notice that many days before; empty: no such right",
                                0,
                                365)),
                Sheet.policy(
                        "termination",
                        "end",
                        "When a contract ends, by cause, and what is left to pay",
                        TERMS,
                        PLAN,
                        key(
                                "cause",
                                "Cause of the end",
                                "provider_breach",
                                "client_breach",
                                "force_majeure",
                                "convenience",
                                "non_renewal",
                                "terms_refused",
                                "price_refused",
                                "switching"),
                        key("by", "Who gives notice", "client", "provider"),
                        yesNo(
                                "no_right",
                                "Whether the terms give no right to leave for the cause, so that a warning says it"),
                        list(
                                        "end_rule",
                                        "as_asked; at the renewal or term end reached by the notice; at the next invoice; after a delay; before the new price; before the new terms",
                                        EndBasis.class)
                                .mandatory(),
                        list("counted_against", "What the notice period is counted against", CountedAgainst.class),
                        integer("notice_months", "Months of notice", 0, 24),
                        integer("notice_days", "Days of notice or delay", 0, 365)
                                .needed(with("end_rule", "next_invoice", "after_delay")),
                        list(
                                "notice_reading",
                                "Of months and days of notice in one contract the stricter, or the more lenient",
                                NoticeReading.class),
                        yesNo(
                                        "from_sending",
                                        "Whether a delay counts from the sending of the letter, not from its presentation")
                                .needed(with("end_rule", "after_delay")),
                        yesNo(
                                        "at_once",
                                        "Whether a breach that cannot be mended ends the contract at once, without the delay")
                                .needed(with("end_rule", "after_delay")),
                        list("fees_left", "What the leaver still owes after the end", FeesLeft.class)
                                .mandatory()),
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
                        yesNo("termination", "Whether the provider may then terminate")),
                Sheet.policy(
                        "vat",
                        "rates",
                        "Tax on what is sold",
                        country("seller_country", "Country of the seller"),
                        key(
                                "client",
                                "Where the client is: domestic, another EU country, elsewhere",
                                ClientPlace.class),
                        PROFESSIONAL,
                        keyYesNo("vat_id", "Whether the client gave a VAT number; empty: either"),
                        key("kind", "Kind of item; empty: any", "subscription", "option", "usage", "service"),
                        list("category", "Category of UNCL 5305", "S", "AE", "O", "E", "Z")
                                .mandatory(),
                        decimal("rate_pct", "Rate in per cent", 2, "0", "100").mandatory()),
                Sheet.policy(
                        "vat",
                        "eu-members",
                        "Member states of the European Union",
                        country("country", "ISO code").mandatory()),
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
                        decimal("rate_pct", "Per cent a year", 2, "0", "50")),
                Sheet.policy(
                        "contract-terms",
                        "framework",
                        "Frameworks with others on which contracts rest",
                        TERMS,
                        Column.of("last_day", Column.Role.VALUE, Column.Type.DATE, true, "Last day of the framework")),
                Sheet.policy(
                        "contract-terms",
                        "plans",
                        "Plans that are only renewed",
                        TERMS,
                        key("edition", "Plan of an item, as a dossier names it", "master"),
                        Column.of(
                                "subscribed_before",
                                Column.Role.VALUE,
                                Column.Type.DATE,
                                true,
                                "Only for who subscribed before this day")),
                Sheet.policy(
                        "contract-terms",
                        "gift",
                        "What a gift code on a first order gives",
                        TERMS,
                        integer(
                                        "months",
                                        "Months of subscription free: so many twelfths of the first year's price",
                                        1,
                                        12)
                                .mandatory()),
                Sheet.policy(
                        "contract-terms",
                        "renewal-notice",
                        "When a client must be told that its contract is about to renew",
                        country("country", "Country of the seller, whose law it is"),
                        PROFESSIONAL,
                        integer("from_months", "At the earliest so many months before the renewal", 0, 120)
                                .mandatory(),
                        integer("to_months", "At the latest so many months before it", 0, 120)
                                .mandatory(),
                        integer(
                                "refund_days",
                                "Who leaves as it was not told gets back within so many days what is paid for the time after; empty: nothing",
                                0,
                                365)),
                Sheet.policy(
                        "contract-terms",
                        "answers",
                        "What an answer to new terms does where it is waited for",
                        TERMS,
                        key("answer", "The answer", "accepted", "refused", "pending")),
                Sheet.policy(
                        "contract-terms",
                        "versions",
                        "How new terms come to govern a running contract",
                        TERMS,
                        PLAN,
                        list(
                                        "mode",
                                        "answer: by the client's answer or silence; day_of_use: at once; term_start: with the next service year; notice_then_first: after a notice, from the first of a month; contract_start: never",
                                        TermsMode.class)
                                .mandatory(),
                        integer("days", "Days to answer, or of notice", 0, 365),
                        text("former", "Name of the document that the first published one replaced; empty: not known"),
                        yesNo(
                                        "heeds_acceptance",
                                        "Whether terms that the client accepted hold before its next service year")
                                .needed(with("mode", "term_start")),
                        yesNo("refusal_blocks_orders", "Whether a refusal blocks orders of new resources")
                                .needed(with("mode", "answer"))),
                Sheet.policy(
                        "reversibility",
                        "services",
                        "Exit services and when they must be asked for",
                        TERMS,
                        key("service", "Service as a dossier names it; assistance: any other"),
                        yesNo("included", "Whether the price of the contract includes it"),
                        integer("notice_months", "Months before the end", 0, 24),
                        integer("notice_days", "Days before the end", 0, 365),
                        list(
                                        "late",
                                        "What becomes of a late request: the phase runs on past the end, or the request lapses",
                                        LateRequest.class)
                                .mandatory()),
                Sheet.policy(
                        "reversibility",
                        "cost",
                        "Who pays exit services, by the cause of the end",
                        TERMS,
                        key(
                                "cause",
                                "Cause of the end",
                                "provider_breach",
                                "client_breach",
                                "force_majeure",
                                "convenience",
                                "non_renewal",
                                "terms_refused",
                                "price_refused",
                                "switching"),
                        decimal("client_pct", "The client's share in per cent", 2, "0", "100")
                                .needed(with("barred", "no")),
                        yesNo("request_until_end", "Whether services may be asked for up to the end")
                                .needed(with("barred", "no")),
                        yesNo("barred", "Whether the cause bars services and modules")),
                Sheet.policy(
                        "reversibility", "unpaid", "Where an unpaid invoice bars exit services and modules", TERMS),
                Sheet.policy(
                        "export-entitlement",
                        "modules",
                        "Modules that a leaver may take away",
                        TERMS,
                        integer(
                                        "per_amount",
                                        "One module for so many euros of subscriptions, begun ones counting",
                                        1,
                                        1_000_000)
                                .mandatory(),
                        integer("window_months", "Months before the end in which they may be asked for", 0, 24)
                                .mandatory(),
                        integer("deliver_days", "Days from the request to the delivery", 0, 365)
                                .mandatory(),
                        integer("maintenance_months", "Months after the end in which they are maintained", 0, 60)
                                .mandatory()),
                Sheet.policy(
                        "export-entitlement",
                        "copy",
                        "How long after the end a copy of the data may be asked for",
                        TERMS,
                        integer("months", "Months after the end", 0, 120).mandatory()),
                Sheet.policy(
                        "export-entitlement",
                        "deletion",
                        "When the data are deleted after the end",
                        TERMS,
                        integer("months", "Months after the end", 0, 120).mandatory()),
                Sheet.policy(
                        "statute",
                        "switching-charges",
                        "What the law lets a provider charge for the steps of switching",
                        country("country", "Country of the seller; empty: all"),
                        list("at_most", "The provider's direct cost, or nothing", AtMost.class)
                                .mandatory()),
                Sheet.policy(
                        "statute",
                        "transfer-charges",
                        "What the seller's own law lets it charge for carrying the client's data over",
                        country("country", "Country of the seller"),
                        list("at_most", "The provider's direct cost, or nothing", AtMost.class)
                                .mandatory()),
                Sheet.policy(
                        "statute",
                        "switching-limits",
                        "What the law allows and grants when a client switches",
                        TERMS,
                        integer("notice_months", "Longest notice in months", 0, 24)
                                .mandatory(),
                        integer("transition_days", "Longest transition in days", 0, 365)
                                .mandatory(),
                        integer(
                                        "retrieval_days",
                                        "Shortest time for taking data back after the transition, in days",
                                        0,
                                        365)
                                .mandatory()),
                Sheet.policy(
                        "statute",
                        "insolvency",
                        "What a judgment that opens insolvency proceedings does to claims from before it",
                        country("country", "Country of the seller"),
                        integer(
                                        "declaration_months",
                                        "Months from the judgment in which such a claim is declared",
                                        0,
                                        24)
                                .mandatory()),
                Sheet.policy(
                        "statute",
                        "limitation",
                        "When a claim is barred by the time that has passed",
                        country("country", "Country of the seller"),
                        integer("years", "Years from the due day", 1, 100).mandatory()),
                Sheet.policy(
                        "statute",
                        "switching-fees",
                        "What a client that switches still pays and gets back",
                        TERMS,
                        list(
                                        "fees_left",
                                        "The rest of the running year that a contract may ask for: not due, or as the contract says",
                                        SwitchFees.class)
                                .mandatory(),
                        list("days_paid", "Days paid and not used: kept, or given back by the day", SwitchPaid.class)
                                .mandatory()),
                Sheet.policy(
                        "statute",
                        "restitution",
                        "For which ends the law lets the client ask back what it paid for the time after",
                        country("country", "Country of the seller and of the law"),
                        key(
                                "cause",
                                "Cause of the end",
                                "provider_breach",
                                "client_breach",
                                "force_majeure",
                                "convenience",
                                "non_renewal",
                                "terms_refused",
                                "price_refused",
                                "switching")),
                Sheet.policy(
                        "indices",
                        "known",
                        "Indices that a price revision may follow",
                        key("index", "Name, as `revision.index` in a dossier")),
                Sheet.policy(
                        "indices",
                        "links",
                        "Coefficients between the bases of an index",
                        key("index", "Name of the index"),
                        key("from_base", "Base of the value that is brought over", "old", "revised"),
                        key("to_base", "Base that it is brought to", "old", "revised"),
                        decimal("coefficient", "Factor", 5, "0", "1000").mandatory()),
                Sheet.index(
                        "indices",
                        "syntec",
                        "Syntec index of labour cost, by month",
                        list("base", "Base on which the value is counted", "old", "revised"),
                        decimal("value", "Value of the month", 1, "0", "10000")),
                Sheet.policy(
                        "service-level",
                        "profile",
                        "What the terms promise about availability",
                        TERMS,
                        list("zone", "Time zone of the provider; empty where no times are counted", ZONES)
                                .needed(MEASURED),
                        list("period", "What is measured; empty: month or year, as asked", "month", "contract_year"),
                        yesNo("only_in_force", "Whether only the days of the contract count; no: the whole period")
                                .needed(MEASURED),
                        list(
                                        "method",
                                        "What a missed level is worth: the shortfall's share of the yearly price, a percentage by bands, nothing as best efforts are promised, nothing as the source has no figures, nothing as the terms are silent",
                                        LevelMethod.class)
                                .mandatory(),
                        decimal(
                                        "target_pct",
                                        "Availability promised, in per cent; below it best efforts failed",
                                        4,
                                        "0",
                                        "100")
                                .needed(with("method", "shortfall", "best_efforts")),
                        yesNo(
                                        "claim_needed",
                                        "Whether a credit must be claimed by the last covered day of the running term")
                                .needed(with("method", "shortfall", "percent")),
                        yesNo(
                                        "claim_from_sending",
                                        "Whether the day of sending counts for the claim, not that of presentation")
                                .needed(with("claim_needed", "yes")),
                        list(
                                "credit_as",
                                "How a credit owed stands on invoices: as a lower price, taxed as the items are, or as an indemnity outside VAT; empty: not on invoices",
                                "price_reduction",
                                "indemnity")),
                Sheet.policy(
                        "service-level",
                        "windows",
                        "Hours of the week, local to the provider",
                        TERMS,
                        key(
                                "purpose",
                                "maintenance: outside agreed time; working: hours of working days",
                                "maintenance",
                                "working"),
                        list(
                                        "weekday",
                                        "Day of the week",
                                        "monday",
                                        "tuesday",
                                        "wednesday",
                                        "thursday",
                                        "friday",
                                        "saturday",
                                        "sunday")
                                .mandatory(),
                        integer(
                                        "from_hour",
                                        "Hour of the beginning; all four empty: a working day without hours",
                                        0,
                                        23)
                                .needed(with("purpose", "maintenance"), with("to_hour")),
                        integer("from_minute", "Minute of the beginning", 0, 59).needed(with("from_hour")),
                        integer("to_hour", "Hour of the end; 24: midnight", 0, 24)
                                .needed(with("from_hour")),
                        integer("to_minute", "Minute of the end", 0, 59).needed(with("to_hour"))),
                Sheet.policy(
                        "service-level",
                        "holidays",
                        "Days that are public holidays, or are none, against the calendar of the country",
                        country("country", "Country of the seller"),
                        Column.of("day", Column.Role.VALUE, Column.Type.DATE, true, "The day"),
                        yesNo("holiday", "Whether it is a public holiday")),
                Sheet.policy(
                        "service-level",
                        "outage-causes",
                        "What an outage counts for",
                        TERMS,
                        key(
                                "cause",
                                "Cause of the outage; empty: any",
                                "provider",
                                "planned_maintenance",
                                "force_majeure",
                                "internet",
                                "client",
                                "authority",
                                "upstream_editor"),
                        key("kind", "Whether the service stood still or was degraded", "full", "degraded"),
                        list(
                                        "effect",
                                        "Downtime; out of the agreed time; neither; or downtime unless announced in time",
                                        OutageEffect.class)
                                .mandatory(),
                        integer(
                                        "announce_hours",
                                        "Least hours between announcement and beginning, with unless_announced",
                                        0,
                                        8760)
                                .needed(with("effect", "unless_announced"))),
                Sheet.policy(
                        "service-level",
                        "announcements",
                        "How far ahead planned maintenance is announced",
                        TERMS,
                        integer("wanted_hours", "Hours ahead that the terms aim at; empty: none", 0, 8760),
                        integer("least_hours", "Hours ahead that the terms ask for in any case; empty: none", 0, 8760),
                        yesNo("working_time_only", "Whether only for maintenance in working time")),
                Sheet.policy(
                        "service-level",
                        "bands",
                        "What a missed availability is worth; of the bands that apply the one with the lowest bound holds",
                        TERMS,
                        decimal("below_pct", "Availability below this bound, in per cent", 4, "0", "100")
                                .mandatory(),
                        yesNo("inclusive", "Whether the bound itself belongs to the band; empty: no")
                                .needed(with("percent")),
                        decimal("multiple", "Times the shortfall, with method = shortfall", 2, "0", "20"),
                        decimal("percent", "Per cent of what the year costs, with method = percent", 2, "0", "100")),
                Sheet.policy(
                        "service-level",
                        "response",
                        "How soon an alert is answered and an anomaly solved",
                        TERMS,
                        key(
                                "grade",
                                "Priority of the alert or severity of the anomaly",
                                "a",
                                "b",
                                "c",
                                "d",
                                "blocking",
                                "major",
                                "minor"),
                        decimal("answer_hours", "Hours to answer; empty: none promised", 2, "0", "8760")
                                .needed(with("solve_after_answer", "yes")),
                        decimal("solve_hours", "Hours to solve; empty: best efforts", 2, "0", "8760"),
                        yesNo("solve_after_answer", "Whether the hours to solve begin when those to answer are over")
                                .needed(with("answer_hours").and("solve_hours")),
                        list("clock", "Which hours count: all, working hours, all but maintenance windows", CLOCKS)
                                .mandatory()),
                Sheet.policy(
                        "service-level",
                        "anomalies",
                        "Which late restorations are penalised",
                        TERMS,
                        key("severity", "How bad the anomaly is", "blocking", "major", "minor"),
                        key("scope", "What it touches; empty: either", "whole_service", "part"),
                        key(
                                "cause",
                                "Cause of the anomaly; empty: any",
                                "provider",
                                "planned_maintenance",
                                "force_majeure",
                                "internet",
                                "client",
                                "authority",
                                "upstream_editor"),
                        yesNo("penalised", "Whether a late restoration costs a penalty")),
                Sheet.policy(
                        "service-level",
                        "restoration-bands",
                        "What a late restoration costs; of the bands that apply the highest holds",
                        TERMS,
                        decimal("over_hours", "More than so many hours over the time allowed", 2, "0", "8760")
                                .mandatory(),
                        decimal("percent", "Per cent of what the year costs", 2, "0", "100")
                                .mandatory()),
                Sheet.policy(
                        "service-level",
                        "restoration-causes",
                        "For which causes of anomalies a time to restore is promised",
                        TERMS,
                        key(
                                "cause",
                                "Cause of the anomaly",
                                "provider",
                                "planned_maintenance",
                                "force_majeure",
                                "internet",
                                "client",
                                "authority",
                                "upstream_editor"),
                        yesNo("promised", "Whether a time to restore is promised")),
                Sheet.policy(
                        "rights",
                        "delays",
                        "How long a right or duty runs from its event; the day of the event does not count",
                        TERMS,
                        key(
                                "code",
                                "The right, as decisions name it; data_request: answering or passing on a person's request; mediation: from a written complaint; critical_patch: from its alert; announce_…: counted back from the day announced",
                                "trial",
                                "storage",
                                "update_account",
                                "poaching_indemnity",
                                "incident_notice",
                                "sub_processor_objection",
                                "data_request",
                                "leave_on_sla_change",
                                "mediation",
                                "critical_patch",
                                "announce_security_test",
                                "announce_update"),
                        list(
                                        "party",
                                        "Who holds the right or the duty; empty: as the event says, or a deadline that names nobody",
                                        "client",
                                        "provider",
                                        "beneficiary")
                                .needed(with(
                                        "code",
                                        "trial",
                                        "storage",
                                        "update_account",
                                        "incident_notice",
                                        "sub_processor_objection",
                                        "leave_on_sla_change")),
                        integer("count", "How many", 0, 10_000).mandatory(),
                        list("unit", "Of what", "hours", "days", "working_days", "months", "years")
                                .mandatory(),
                        list("clock", "With hours: which count", CLOCKS).needed(with("unit", "hours")),
                        yesNo("before_order_only", "Whether a trial is given only before the first order")
                                .needed(with("code", "trial"))),
                Sheet.policy(
                        "rights",
                        "subsidiaries",
                        "Which subsidiaries of the client may use the service",
                        TERMS,
                        decimal("more_than_pct", "Held by more than so many per cent", 4, "0", "100")
                                .mandatory()),
                Sheet.policy("rights", "seats", "Terms that block users over the number ordered", TERMS),
                Sheet.policy(
                        "rights",
                        "liability-cap",
                        "Up to what a party is liable",
                        TERMS,
                        integer("months", "Months before the day that count, both ends included", 1, 120)
                                .mandatory(),
                        list(
                                        "counts",
                                        "Payments received in that time, or those for subscriptions and options without tax, or all that was invoiced in it, tax included",
                                        CapBase.class)
                                .mandatory(),
                        list("party", "Whom the ceiling protects", "client", "provider")
                                .mandatory()),
                Sheet.policy(
                        "rights",
                        "eligibility",
                        "Who may open an account",
                        TERMS,
                        integer("least_age", "Age in years", 0, 150).mandatory(),
                        yesNo("code_needed", "Whether the client must have authorised the person by a code"),
                        integer("accounts", "How many accounts a person may have", 1, 1000)
                                .mandatory()),
                Sheet.policy(
                        "rights",
                        "consultations",
                        "How long a consultation lasts and what cancelling it means",
                        TERMS,
                        key(
                                "matter",
                                "length: minutes of a consultation; cancelled_by_beneficiary: hours before it from which cancelling has no consequence; cancelled_by_professional: another one is offered",
                                "length",
                                "cancelled_by_beneficiary",
                                "cancelled_by_professional"),
                        integer("count", "Minutes or hours; empty where none is needed", 0, 10_000)),
                Sheet.policy(
                        "rights",
                        "breach",
                        "What a breach opens for the other party",
                        TERMS,
                        key("party", "Whose breach; empty: either", "client", "provider"),
                        key("kind", "What it consists of; empty: any", "prohibited_use", "integrity", "other"),
                        keyYesNo("mendable", "Whether it can be mended; empty: either"),
                        list(
                                        "effect",
                                        "Termination after a formal notice, termination at once, suspension of the account, or a consequence without day or amount",
                                        BreachEffect.class)
                                .mandatory()),
                Sheet.policy(
                        "rights",
                        "breach-delay",
                        "Whose breach a formal notice is about; the days that it leaves stand in termination!end",
                        TERMS,
                        list(
                                        "assumed_party",
                                        "Whose breach a notice is about when no breach is recorded",
                                        "client",
                                        "provider")
                                .mandatory()),
                Sheet.policy(
                        "rights",
                        "retention",
                        "How long data are kept, by category",
                        TERMS,
                        list(
                                        "category",
                                        "Kind of data",
                                        "personal",
                                        "identity",
                                        "email",
                                        "professional",
                                        "health",
                                        "health_card",
                                        "logs",
                                        "video",
                                        "backup",
                                        "chat",
                                        "confidentiality")
                                .mandatory(),
                        list(
                                        "basis",
                                        "after_end: while the service or account lasts and some months or days more; each: each datum so long from its own day; consultation: only while one lasts",
                                        RetentionBasis.class)
                                .mandatory(),
                        integer(
                                "months",
                                "Months after the last day, with after_end; of each datum, with each",
                                0,
                                1200),
                        integer("days", "The same in days, where there are no months", 0, 10_000),
                        list("party", "Who keeps them; empty: either", "client", "provider")),
                Sheet.policy("rights", "holds", "Terms under which a dispute keeps data past their usual end", TERMS),
                Sheet.policy("rights", "silent", "What is said where terms grant nothing for an event", TERMS),
                ClauseSheets.CLAUSES,
                ClauseSheets.ARTICLES);
    }

    /** A key that holds an ISO country code. */
    private static Column country(String name, String help) {
        return key(name, help, Locale.getISOCountries());
    }
}
