package org.prorata.subject.servicelevel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.InquiryStages;
import org.prorata.decision.Slot;
import org.prorata.decision.Work;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.billing.BillWork;
import org.prorata.subject.billing.OwedCredits;
import org.prorata.values.Period;

/**
 * A bill that also gives what is owed for missed service levels: first the level of each period that something happened in, then
 * the bill. A credit falls due on the day after its period, or when it is claimed if that is later.
 */
public final class CreditedBill extends InquiryStages {

    private final List<ServiceLevelWork> levels = new ArrayList<>();
    private BillWork bill;

    private CreditedBill(Dossier dossier, Ask.Bill window, LevelProfile profile, Policies policies) {
        LocalDate start = dossier.contract().start();
        LocalDate last = window.to().minusDays(1);
        if (!last.isBefore(start)) {
            MeasuredPeriods.endingIn(dossier, start, last, policies).stream()
                    .filter(ask -> happened(dossier, MeasuredPeriods.of(dossier, ask)))
                    .forEach(ask -> levels.add(new ServiceLevelWork(dossier, ask, policies)));
        }
        stageUntilEmpty(this::ofLevels);
        stage(() -> {
            bill = new BillWork(
                    dossier,
                    window,
                    new OwedCredits(
                            profile.creditAs(),
                            profile.row(),
                            levels.stream()
                                    .map(level -> level.owed(window.to()))
                                    .filter(Objects::nonNull)
                                    .toList()),
                    policies);
            return List.of();
        });
        stageUntilEmpty(() -> bill.next());
    }

    /** The work of a bill; a plain one where no service level can have been missed and none was credited. */
    public static Work of(Dossier dossier, Ask.Bill window, Policies policies) {
        boolean concerned = !dossier.events(Event.Outage.class).isEmpty()
                || !dossier.events(Event.Anomaly.class).isEmpty()
                || dossier.billed().isPresent()
                        && dossier.billed().get().stream()
                                .anyMatch(row -> row.reason().ofServiceLevel());
        LevelProfile profile = !concerned
                ? null
                : policies.find(
                        LevelProfile.TABLE, LevelProfile::of, dossier.contract().start(), dossier.terms());
        return profile == null || profile.creditAs() == null
                ? new BillWork(dossier, window, policies)
                : new CreditedBill(dossier, window, profile, policies);
    }

    /** Without an outage or an anomaly every level is kept. */
    private static boolean happened(Dossier dossier, Period period) {
        return dossier.events(Event.Outage.class).stream()
                        .anyMatch(one -> !one.from().toLocalDate().isAfter(period.to())
                                && (one.to() == null || !one.to().toLocalDate().isBefore(period.from())))
                || dossier.events(Event.Anomaly.class).stream().anyMatch(one -> period.contains(one.on()));
    }

    private List<Slot<?>> ofLevels() {
        List<Slot<?>> slots = new ArrayList<>();
        for (Iterator<ServiceLevelWork> each = levels.iterator(); each.hasNext(); ) {
            try {
                slots.addAll(each.next().next());
            } catch (CannotDecide e) {
                if (!e.code().equals(MeasuredPeriods.NO_YEAR)) {
                    throw e;
                }
                each.remove();
            }
        }
        return slots;
    }

    /** The works of levels and bill take their slots themselves. */
    @Override
    protected void take(Slot<?> slot) {}

    @Override
    public List<Decision> decisions() {
        return bill.decisions();
    }
}
