package org.prorata.exit;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.policy.choice.AtMost;
import org.prorata.terms.Setting;

/** What the law on switching allows a provider, on a day; nothing where the dossier leaves the law out. */
public final class SwitchRules {

    private static final TableId CHARGES = TableId.of("statute", "switching-charges", "country");
    private static final TableId LIMITS = TableId.of("statute", "switching-limits", "terms");

    private SwitchRules() {
    }

    /** What may be charged for the steps of switching. */
    record Charge(AtMost atMost, TableRow row) {

        static Charge of(Row row) {
            return new Charge(row.choice("at_most", AtMost.class), row.ref());
        }
    }

    /** The longest notice and transition, the shortest time for taking the data back. */
    public record Limits(int noticeMonths, int transitionDays, int retrievalDays, TableRow row) {

        static Limits of(Row row) {
            return new Limits(row.integer("notice_months"), row.integer("transition_days"), row.integer("retrieval_days"),
                    row.ref());
        }

        /** The last day for the longest notice before an end. */
        public LocalDate notice(LocalDate end) {
            return end.minusMonths(noticeMonths);
        }

        /** The last day of a transition that begins when the contract has ended. */
        public LocalDate transition(LocalDate end) {
            return end.plusDays(transitionDays);
        }

        /** The last day on which data may be taken back. */
        public LocalDate retrieval(LocalDate end) {
            return transition(end).plusDays(retrievalDays);
        }
    }

    static Charge charge(Setting setting, LocalDate performed) {
        return setting.dossier().statutes()
                ? setting.policies().find(CHARGES, Charge::of, performed, setting.sellerCountry()) : null;
    }

    /** Null where the law leaves the terms alone on that day. */
    public static Limits limits(Setting setting, LocalDate on) {
        return setting.dossier().statutes()
                ? setting.policies().find(LIMITS, Limits::of, on, setting.dossier().terms()) : null;
    }
}
