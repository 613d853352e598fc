package org.prorata.book.schema;

import static org.prorata.book.schema.Column.integer;
import static org.prorata.book.schema.Column.key;
import static org.prorata.book.schema.Column.keyYesNo;
import static org.prorata.book.schema.Column.list;
import static org.prorata.book.schema.Column.text;
import static org.prorata.book.schema.Column.yesNo;
import static org.prorata.book.schema.Needed.with;
import static org.prorata.book.schema.SharedKeys.PLAN;
import static org.prorata.book.schema.SharedKeys.PROFESSIONAL;
import static org.prorata.book.schema.SharedKeys.TERMS;
import static org.prorata.book.schema.SharedKeys.country;

import java.util.List;
import java.util.Locale;
import org.prorata.decision.policy.choice.CountedFrom;
import org.prorata.decision.policy.choice.TermRenewal;
import org.prorata.decision.policy.choice.TermsMode;

/** Sheets that say what kinds of contracts there are and what their terms are. */
final class TermsSheets {

    private TermsSheets() {}

    static List<Sheet> terms() {
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
                                365)));
    }

    static List<Sheet> moreOfTerms() {
        return List.of(
                Sheet.policy(
                        "contract-terms",
                        "framework",
                        "Frameworks with others on which contracts rest",
                        TERMS,
                        Column.of(
                                "last_day",
                                Column.ColumnRole.VALUE,
                                Column.CellType.DATE,
                                true,
                                "Last day of the framework")),
                Sheet.policy(
                        "contract-terms",
                        "plans",
                        "Plans that are only renewed",
                        TERMS,
                        key("edition", "Plan of an item, as a dossier names it", "master"),
                        Column.of(
                                "subscribed_before",
                                Column.ColumnRole.VALUE,
                                Column.CellType.DATE,
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
                                .needed(with("mode", "answer"))));
    }
}
