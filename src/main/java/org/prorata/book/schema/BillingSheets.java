package org.prorata.book.schema;

import static org.prorata.book.schema.Column.decimal;
import static org.prorata.book.schema.Column.integer;
import static org.prorata.book.schema.Column.key;
import static org.prorata.book.schema.Column.keyYesNo;
import static org.prorata.book.schema.Column.list;
import static org.prorata.book.schema.Column.yesNo;
import static org.prorata.book.schema.Needed.with;
import static org.prorata.book.schema.SharedKeys.PLAN;
import static org.prorata.book.schema.SharedKeys.PROFESSIONAL;
import static org.prorata.book.schema.SharedKeys.TERMS;
import static org.prorata.book.schema.SharedKeys.country;

import java.util.List;
import org.prorata.decision.policy.choice.AfterEndMatter;
import org.prorata.decision.policy.choice.AfterEndMethod;
import org.prorata.decision.policy.choice.ClientPlace;
import org.prorata.decision.policy.choice.MonthBegun;
import org.prorata.decision.policy.choice.PaidDays;
import org.prorata.decision.policy.choice.PartialMethod;
import org.prorata.decision.policy.choice.PartialSituation;
import org.prorata.decision.policy.choice.PlanChangeEffect;
import org.prorata.decision.policy.choice.PlanChangeWarning;
import org.prorata.decision.policy.choice.PriceChangeDay;
import org.prorata.decision.policy.choice.PriceDirection;

/** Sheets by which periods, changes, prices and taxes are billed. */
final class BillingSheets {

    private BillingSheets() {}

    static List<Sheet> proration() {
        return List.of(
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
                                .needed(with("method", "months_begun"))));
    }

    static List<Sheet> priceRevision() {
        return List.of(Sheet.policy(
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
                        365)));
    }

    static List<Sheet> vat() {
        return List.of(
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
                        country("country", "ISO code").mandatory()));
    }

    static List<Sheet> indices() {
        return List.of(
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
                        decimal("value", "Value of the month", 1, "0", "10000")));
    }
}
