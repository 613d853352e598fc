package org.prorata.subject.terms;

import org.prorata.contract.Plan;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** A contract profile: whose law, which plans. */
public record Profile(String sellerCountry, Plan defaultPlan, TableRow row) {

    static final TableId TABLE = TableId.of("contract-terms", "profiles", "terms");

    static Profile of(Row row) {
        return new Profile(row.text("seller_country"), row.choice("default_plan", Plan.class), row.ref());
    }
}
