package org.prorata.subject.rights;

import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** Who may open an account: from which age, whether by a code of the client, how many accounts a person may have. */
record EligibilityRule(int leastAge, boolean codeNeeded, int accounts, TableRow row) {

    static final TableId TABLE = TableId.of("rights", "eligibility", "terms");

    static EligibilityRule of(Row row) {
        return new EligibilityRule(
                row.integer("least_age"), row.flag("code_needed"), row.integer("accounts"), row.ref());
    }
}
