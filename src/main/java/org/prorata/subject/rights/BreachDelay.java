package org.prorata.subject.rights;

import java.time.LocalDate;
import org.prorata.contract.Cause;
import org.prorata.contract.Event.FormalNotice;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.EndRule;

/** How long a formal notice leaves to mend a breach, from the row that says when the contract may be ended for it. */
record BreachDelay(int days, boolean fromSending, TableRow row) {

    /** The delay after which the other party may end the contract for a party's breach, or null: the terms set none. */
    static BreachDelay of(EffectiveTerms setting, Party breaching, LocalDate on) {
        boolean client = breaching == Party.CLIENT;
        EndRule rule = setting.policies()
                .require(
                        EndRule.TABLE,
                        EndRule::of,
                        on,
                        setting.dossier().terms(),
                        setting.planKey(),
                        EffectiveTerms.key(client ? Cause.CLIENT_BREACH : Cause.PROVIDER_BREACH),
                        EffectiveTerms.key(client ? Party.PROVIDER : Party.CLIENT));
        return rule.afterDelay() ? new BreachDelay(rule.noticeDays(), rule.fromSending(), rule.row()) : null;
    }

    /** Whose breach a formal notice is about where none is recorded. */
    record Assumed(Party party, TableRow row) {

        static final TableId TABLE = TableId.of("rights", "breach-delay", "terms");

        static Assumed of(Row row) {
            return new Assumed(row.choice("assumed_party", Party.class), row.ref());
        }
    }

    LocalDate counts(FormalNotice notice) {
        return fromSending ? notice.on() : notice.counts();
    }

    /** The last day to mend the breach. */
    LocalDate through(FormalNotice notice) {
        return counts(notice).plusDays(days);
    }
}
