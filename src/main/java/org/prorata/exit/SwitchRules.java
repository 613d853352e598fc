package org.prorata.exit;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.policy.Row;
import org.prorata.policy.TableId;
import org.prorata.policy.choice.AtMost;
import org.prorata.terms.Setting;

/** What the law on switching lets a provider charge, on a day; nothing where the dossier leaves the law out. */
final class SwitchRules {

    private static final TableId CHARGES = TableId.of("statute", "switching-charges", "country");

    private SwitchRules() {
    }

    /** What may be charged for the steps of switching. */
    record Charge(AtMost atMost, TableRow row) {

        static Charge of(Row row) {
            return new Charge(row.choice("at_most", AtMost.class), row.ref());
        }
    }

    static Charge charge(Setting setting, LocalDate performed) {
        return setting.dossier().statutes()
                ? setting.policies().find(CHARGES, Charge::of, performed, setting.sellerCountry()) : null;
    }
}
