package org.prorata.book.schema;

import static org.prorata.book.schema.Column.decimal;
import static org.prorata.book.schema.Column.integer;
import static org.prorata.book.schema.Column.key;
import static org.prorata.book.schema.Column.list;
import static org.prorata.book.schema.Column.yesNo;
import static org.prorata.book.schema.Needed.with;
import static org.prorata.book.schema.SharedKeys.PLAN;
import static org.prorata.book.schema.SharedKeys.TERMS;

import java.util.List;
import org.prorata.decision.policy.choice.CountedAgainst;
import org.prorata.decision.policy.choice.EndBasis;
import org.prorata.decision.policy.choice.FeesLeft;
import org.prorata.decision.policy.choice.LateRequest;
import org.prorata.decision.policy.choice.NoticeReading;

/** Sheets by which contracts end, and what is due and handed over then. */
final class EndSheets {

    private EndSheets() {}

    static List<Sheet> termination() {
        return List.of(Sheet.policy(
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
                yesNo("no_right", "Whether the terms give no right to leave for the cause, so that a warning says it"),
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
                yesNo("at_once", "Whether a breach that cannot be mended ends the contract at once, without the delay")
                        .needed(with("end_rule", "after_delay")),
                list("fees_left", "What the leaver still owes after the end", FeesLeft.class)
                        .mandatory()));
    }

    static List<Sheet> reversibility() {
        return List.of(
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
                        "reversibility", "unpaid", "Where an unpaid invoice bars exit services and modules", TERMS));
    }

    static List<Sheet> exportEntitlement() {
        return List.of(
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
                        integer("months", "Months after the end", 0, 120).mandatory()));
    }
}
