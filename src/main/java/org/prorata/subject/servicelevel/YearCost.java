package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prorata.contract.Ask;
import org.prorata.contract.Billing;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Contract;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.billing.BillWork;
import org.prorata.values.Period;

/**
 * What a contract year's items cost, excluding tax: the bill of that year as if it were invoiced by contract years in
 * advance, whatever the rhythm of invoicing; without what use or run-on after the end costs.
 */
final class YearCost {

    private final Period year;
    private final BillWork bill;

    YearCost(Dossier dossier, Period year, Policies policies) {
        this.year = year;
        this.bill = new BillWork(
                byYears(dossier), new Ask.Bill(year.from(), year.to().plusDays(1)), policies);
    }

    private static Dossier byYears(Dossier dossier) {
        Contract c = dossier.contract();
        Contract yearly = new Contract(
                c.id(),
                c.start(),
                c.term(),
                c.paymentDays(),
                c.paymentRule(),
                c.plan(),
                new Billing(Billing.Every.YEAR, Billing.Timing.ADVANCE, null),
                c.proration(),
                c.revision(),
                c.exportModules(),
                c.items());
        return new Dossier(
                dossier.terms(),
                dossier.language(),
                dossier.currency(),
                dossier.statutes(),
                dossier.customer(),
                yearly,
                dossier.otherContracts(),
                Optional.empty(),
                dossier.invoices(),
                dossier.events());
    }

    /** The facts of the bill's next pass; empty when it is worked out. */
    List<? extends Slot<?>> next() {
        return bill.next();
    }

    Map<String, BigDecimal> byItem() {
        Map<String, BigDecimal> cost = new LinkedHashMap<>();
        for (Decision decision : bill.decisions()) {
            if (decision instanceof Decision.Charge charge
                    && year.contains(charge.from())
                    && charge.reason() != ChargeReason.OVERSTAY
                    && charge.reason() != ChargeReason.RUN_ON) {
                cost.merge(charge.item(), charge.amount(), BigDecimal::add);
            } else if (decision instanceof Decision.Credit credit && year.contains(credit.from())) {
                cost.merge(credit.item(), credit.amount().negate(), BigDecimal::add);
            }
        }
        return cost;
    }
}
