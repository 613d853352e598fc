package org.prorata.subject.exit;

import java.time.LocalDate;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.AtMost;
import org.prorata.subject.terms.EffectiveTerms;

/** What the law on switching lets a provider charge, on a day; nothing where the dossier leaves the law out. */
final class SwitchRules {

    /** The exit service that carries the client's data to another provider, as dossiers name it. */
    private static final String TRANSFER = "data_transfer";

    private static final TableId CHARGES = TableId.of("statute", "switching-charges", "country");
    private static final TableId TRANSFERS = TableId.of("statute", "transfer-charges", "country");

    private SwitchRules() {}

    /** What may be charged for the steps of switching. */
    record Charge(AtMost atMost, TableRow row) {

        static Charge of(Row row) {
            return new Charge(row.choice("at_most", AtMost.class), row.ref());
        }
    }

    static Charge charge(EffectiveTerms setting, LocalDate performed) {
        return setting.dossier().statutes()
                ? setting.policies().find(CHARGES, Charge::of, performed, setting.sellerCountry())
                : null;
    }

    /** What may be charged for carrying the data over; null for other services and where the law says nothing of its own. */
    static Charge transfer(EffectiveTerms setting, String service, LocalDate performed) {
        return setting.dossier().statutes() && service.equals(TRANSFER)
                ? setting.policies().find(TRANSFERS, Charge::of, performed, setting.sellerCountry())
                : null;
    }
}
