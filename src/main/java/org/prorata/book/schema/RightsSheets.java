package org.prorata.book.schema;

import static org.prorata.book.schema.Column.decimal;
import static org.prorata.book.schema.Column.integer;
import static org.prorata.book.schema.Column.key;
import static org.prorata.book.schema.Column.keyYesNo;
import static org.prorata.book.schema.Column.list;
import static org.prorata.book.schema.Column.yesNo;
import static org.prorata.book.schema.Needed.with;
import static org.prorata.book.schema.SharedKeys.CLOCKS;
import static org.prorata.book.schema.SharedKeys.TERMS;

import java.util.List;
import org.prorata.decision.policy.choice.BreachEffect;
import org.prorata.decision.policy.choice.CapBase;
import org.prorata.decision.policy.choice.RetentionBasis;

/** Sheets of rights and duties and how long they run. */
final class RightsSheets {

    private RightsSheets() {}

    static List<Sheet> rights() {
        return List.of(
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
                Sheet.policy("rights", "silent", "What is said where terms grant nothing for an event", TERMS));
    }
}
