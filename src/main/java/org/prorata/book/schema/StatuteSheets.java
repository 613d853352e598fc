package org.prorata.book.schema;

import static org.prorata.book.schema.Column.integer;
import static org.prorata.book.schema.Column.key;
import static org.prorata.book.schema.Column.list;
import static org.prorata.book.schema.SharedKeys.TERMS;
import static org.prorata.book.schema.SharedKeys.country;

import java.util.List;
import org.prorata.decision.policy.choice.AtMost;
import org.prorata.decision.policy.choice.SwitchFees;
import org.prorata.decision.policy.choice.SwitchPaid;

/** Sheets of what the law says beside the contracts. */
final class StatuteSheets {

    private StatuteSheets() {}

    static List<Sheet> statute() {
        return List.of(
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
                                "switching")));
    }
}
