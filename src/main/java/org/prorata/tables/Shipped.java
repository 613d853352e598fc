package org.prorata.tables;

import static org.prorata.tables.Column.decimal;
import static org.prorata.tables.Column.integer;
import static org.prorata.tables.Column.key;
import static org.prorata.tables.Column.keyYesNo;
import static org.prorata.tables.Column.list;
import static org.prorata.tables.Column.text;
import static org.prorata.tables.Column.yesNo;

import java.util.List;
import java.util.Locale;

/** The schemas of the shipped workbooks: which sheets there are, which columns, what a cell may hold. */
public final class Shipped {

    private static final Column TERMS = key("terms", "Contract profile, as `terms` in a dossier");
    private static final Column PLAN = key("plan", "Plan, where the terms know plans; empty: any", "yearly", "monthly");
    private static final Column PROFESSIONAL = keyYesNo("professional", "Whether the client is a professional; empty: either");

    private Shipped() {
    }

    /** All sheets, by workbook in the order of a book. */
    public static List<Sheet> sheets() {
        return List.of(
                Sheet.policy("contract-terms", "profiles", "Which contracts there are",
                        TERMS,
                        text("title", "Name of the contract").mandatory(),
                        text("version", "Date or version of the text").mandatory(),
                        list("seller_country", "Country of the seller and of the law, ISO code", "FR", "ES").mandatory(),
                        list("default_plan", "Plan of a dossier that names none; empty: no plans", "yearly", "monthly"),
                        yesNo("from_dossier", "Whether the dossier itself must state term and billing")),
                Sheet.policy("contract-terms", "term", "How long a contract runs and whether it renews",
                        TERMS, PLAN,
                        integer("first_months", "Months of the first term where the dossier states none; empty with open_ended no: it must", 1, 120),
                        yesNo("open_ended", "Whether the contract runs without an end unless the dossier states a term"),
                        list("renewal", "What follows a term", "none", "same_length", "months").mandatory(),
                        integer("renewal_months", "Months of each renewal, with renewal = months", 1, 120)),
                Sheet.policy("contract-terms", "billing", "When periods are invoiced where the dossier states nothing",
                        TERMS, PLAN,
                        list("every", "Length of a billing period; empty: the dossier must state it", "month", "quarter", "half_year", "year"),
                        list("timing", "On the first day of the period or the day after its last", "advance", "arrears")),
                Sheet.policy("contract-terms", "payment", "Days to pay where the dossier states none",
                        TERMS,
                        integer("days", "Days from the invoice date", 0, 120).mandatory()),
                Sheet.policy("contract-terms", "notice-form", "How a notice must be sent to count",
                        TERMS,
                        yesNo("registered_letter_only", "Whether only a registered letter counts")),
                Sheet.policy("contract-terms", "payment-limit", "The longest term of payment that the law allows",
                        key("country", "Country of the law", "FR", "ES"),
                        PROFESSIONAL,
                        integer("net_days", "Most days from the invoice date", 0, 365).mandatory(),
                        integer("end_of_month_days", "Most days with an end of month; empty: the law knows none", 0, 365)),
                Sheet.policy("proration", "partial", "How a period is charged that is not covered whole",
                        TERMS,
                        key("proration", "Choice of the dossier; empty: the terms decide", "daily", "remaining_months", "none"),
                        key("situation", "first: before the first billing day; added: an item added later; last: the item ends inside; ended: the contract was ended inside a period already invoiced", "first", "added", "last", "ended"),
                        list("method", "By days, by months left, or in full", "daily", "remaining_months", "full").mandatory(),
                        list("month_begun", "With remaining_months: how a month begun counts", "whole", "excluded", "daily")),
                Sheet.policy("proration", "plan-change", "What a change of plan does",
                        TERMS, PLAN,
                        key("proration", "Choice of the dossier; empty: the terms decide", "daily", "remaining_months", "none"),
                        key("direction", "Whether the new price is dearer or cheaper", "dearer", "cheaper"),
                        list("effect", "A new term from the change, the same term at the new price, the new price from the next period or the renewal, or nothing", "new_term", "keep_term", "next_period", "at_renewal", "none").mandatory(),
                        yesNo("credit_unused", "Whether the unused part of the old price is credited by the day"),
                        integer("term_months", "Months of the new term where the order states none", 1, 120),
                        list("warning", "What the client should be told; empty: nothing", "plan_change_without_effect", "plan_may_lose_content")),
                Sheet.policy("proration", "usage", "Which recorded use is billed",
                        TERMS,
                        key("status", "What became of it", "held", "cancelled_late", "cancelled"),
                        yesNo("counts", "Whether it is billed")),
                Sheet.policy("proration", "hours", "How time at an hourly price counts",
                        TERMS,
                        decimal("least", "Least number of hours billed; empty: none", 2, "0", "24"),
                        decimal("step", "Hours are rounded up to a multiple of this; empty: exact", 2, "0.01", "24")),
                Sheet.policy("proration", "after-end", "What use or run-on after the end costs",
                        TERMS,
                        key("matter", "overstay: used after the end; run_on: kept running for the exit phase", "overstay", "run_on"),
                        list("method", "By months begun, or nothing", "months_begun", "none").mandatory()),
                Sheet.policy("price-revision", "notice", "When a new price takes effect",
                        TERMS, PLAN,
                        list("effect_on", "Day on which a new price may take effect", "anniversary", "renewal", "days_then_first", "refused").mandatory(),
                        integer("notice_months", "Least months between notice and that day", 0, 24),
                        integer("notice_days", "Days from the notice, with days_then_first", 0, 365),
                        integer("leave_days", "The client may leave by a notice that many days before; empty: no such right", 0, 365)),
                Sheet.policy("termination", "end", "When a contract ends, by cause, and what is left to pay",
                        TERMS, PLAN,
                        key("cause", "Cause of the end", "provider_breach", "client_breach", "force_majeure", "convenience", "non_renewal", "terms_refused", "price_refused"),
                        key("by", "Who gives notice", "client", "provider"),
                        list("right", "Whether the terms grant it, or are silent and we read it so", "granted", "silent", "not_granted").mandatory(),
                        list("end_rule", "as_asked; at the renewal or term end reached by the notice; at the next invoice; after a delay; before the new price", "as_asked", "term_end", "next_invoice", "after_delay", "before_revision").mandatory(),
                        list("counted_against", "What the notice period is counted against", "renewal", "end"),
                        integer("notice_months", "Months of notice", 0, 24),
                        integer("notice_days", "Days of notice or delay", 0, 365),
                        yesNo("from_sending", "Whether a delay counts from the sending of the letter, not from its presentation"),
                        list("fees_left", "What the leaver still owes after the end", "none", "rest_of_year").mandatory()),
                Sheet.policy("late-payment", "interest", "Which rate a late payer owes",
                        TERMS, PROFESSIONAL,
                        keyYesNo("public_buyer", "Whether the client is a public buyer; empty: either"),
                        list("basis", "multiple of a published rate, published rate plus points, the published rate itself, a fixed rate, or none", "multiple", "plus_points", "published", "fixed", "none").mandatory(),
                        list("series", "Published series that the rate rests on", "legal-fr", "ecb", "es-late"),
                        decimal("multiple", "Factor, with basis = multiple", 2, "0", "20"),
                        decimal("points", "Percentage points, with basis = plus_points; per cent a year, with fixed", 2, "0", "50"),
                        decimal("floor_multiple", "A contractual rate is not below this multiple of the floor series; empty: no floor", 2, "0", "20"),
                        list("floor_series", "Series of the floor", "legal-fr"),
                        yesNo("fixed_at_start", "Whether the rate of the first half-year holds to the end"),
                        list("day_base", "Days of a year", "365", "actual"),
                        list("allocation", "What a payment extinguishes first", "principal", "interest_first")),
                Sheet.policy("late-payment", "recovery-fee", "The fixed sum for recovery costs",
                        key("country", "Country of the law", "FR", "ES"), PROFESSIONAL,
                        keyYesNo("insolvent", "Whether proceedings forbid the client to pay; empty: either"),
                        decimal("amount", "Sum in euros for each late invoice; 0: none is due", 2, "0", "1000").mandatory()),
                Sheet.policy("late-payment", "formal-notice", "What a formal notice to pay opens",
                        TERMS,
                        integer("days", "Days that the client has from presentation", 0, 365).mandatory(),
                        list("covers", "What must be paid in that time", "principal", "principal_interest_costs").mandatory(),
                        yesNo("suspension", "Whether access may then be suspended"),
                        yesNo("termination", "Whether the provider may then terminate")),
                Sheet.policy("vat", "rates", "Tax on what is sold",
                        key("seller_country", "Country of the seller", "FR", "ES"),
                        key("client", "Where the client is: domestic, another EU country, elsewhere", "domestic", "eu", "other"),
                        PROFESSIONAL,
                        keyYesNo("vat_id", "Whether the client gave a VAT number; empty: either"),
                        key("kind", "Kind of item; empty: any", "subscription", "option", "usage", "service"),
                        list("category", "Category of UNCL 5305", "S", "AE", "O", "E", "Z").mandatory(),
                        decimal("rate_pct", "Rate in per cent", 2, "0", "100").mandatory()),
                Sheet.policy("vat", "eu-members", "Member states of the European Union",
                        country("country", "ISO code").mandatory()),
                Sheet.series("interest-rates", "legal-fr", "French legal interest rate for professional creditors, per cent a year, by half-year",
                        decimal("rate_pct", "Per cent a year", 2, "0", "50")),
                Sheet.series("interest-rates", "ecb", "ECB main refinancing rate, per cent a year",
                        decimal("rate_pct", "Per cent a year", 2, "-5", "50")),
                Sheet.series("interest-rates", "es-late", "Spanish statutory late-payment rate, per cent a year",
                        decimal("rate_pct", "Per cent a year", 2, "0", "50")));
    }

    /** A key that holds an ISO country code. */
    private static Column country(String name, String help) {
        return key(name, help, Locale.getISOCountries());
    }
}
