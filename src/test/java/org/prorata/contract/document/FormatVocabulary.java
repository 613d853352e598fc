package org.prorata.contract.document;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The decisions and fields of the documented case format, written down once more by hand. */
final class FormatVocabulary {

    static final Map<String, Set<String>> DECISIONS = new TreeMap<>();

    static {
        String table = """
                charge item from to quantity amount on reason catch_up
                credit item from to amount on reason
                tax on category rate_pct base amount
                invoice_total on net tax gross
                late_interest invoice days amount to_claim segments
                recovery_fee invoice amount to_claim
                suspension_right from
                termination_right party from
                price_revision item status effective old_price new_price client_may_leave_until
                notice status deadline
                contract_end on
                remaining_fees amount from to
                refund amount
                reversibility_request service status deadline
                reversibility_cost service total client_pct client_amount provider_amount
                export_entitlement modules request_from request_by deliver_by
                data_copy request_by
                data_deletion on
                run_on until
                availability pct agreed_minutes downtime_minutes
                service_credit amount percent status
                restoration_penalty anomaly over_hours percent amount
                terms_in_force terms since reason
                ordering status
                right code party status from until amount blocked category
                renewal on until
                nothing_due about
                deadline code on
                warning code message
                """;
        table.lines().map(line -> line.split(" ")).forEach(words -> {
            Set<String> fields =
                    new LinkedHashSet<>(Set.of("decision", "clauses", "reading", "because", "sources", "displaced"));
            fields.addAll(Arrays.asList(words).subList(1, words.length));
            DECISIONS.put(words[0], fields);
        });
    }

    private FormatVocabulary() {}
}
