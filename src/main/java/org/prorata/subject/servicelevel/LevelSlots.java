package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.choice.LevelMethod;
import org.prorata.subject.course.CourseWork;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Period;
import org.prorata.values.TimeSpans;

/** Lays the facts of one period out as slots: outages, availability, claim, anomalies, credit. */
final class LevelSlots {

    private final Dossier dossier;
    private final Policies policies;
    private final EffectiveTerms setting;
    private final LevelProfile profile;
    private final ServiceHours hours;
    private final Period period;

    LevelSlots(EffectiveTerms setting, LevelProfile profile, Period period) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.policies = setting.policies();
        this.profile = profile;
        this.hours = new ServiceHours(setting);
        this.period = period;
    }

    /** A slot for each outage in the period, and for what the terms say of announcing maintenance. */
    List<Slot<?>> outages() {
        List<Slot<?>> slots = new ArrayList<>();
        TimeSpans whole = hours.clock().days(period.from(), period.to());
        AnnouncementRule announcement =
                policies.find(AnnouncementRule.TABLE, AnnouncementRule::of, period.from(), dossier.terms());
        for (Event.Outage known : dossier.events(Event.Outage.class)) {
            Event.Outage outage = known.asOf(period.to());
            if (outage.on().isAfter(period.to())
                    || hours.clock()
                            .between(outage.from(), outage.to())
                            .common(whole)
                            .spans()
                            .isEmpty()) {
                continue;
            }
            OutageRule rule = policies.require(
                    OutageRule.TABLE,
                    OutageRule::of,
                    outage.on(),
                    dossier.terms(),
                    EffectiveTerms.key(outage.cause()),
                    EffectiveTerms.key(outage.kind()));
            slots.add(new OutageSlot(outage, rule, hours.clock()));
            if (announcement != null && outage.cause() == Event.OutageCause.PLANNED_MAINTENANCE) {
                slots.add(new AnnouncementSlot(
                        outage,
                        announcement,
                        hours.clock(),
                        !announcement.workingTimeOnly() || hours.workingSeconds(outage.from(), outage.to()) > 0));
            }
        }
        return slots;
    }

    /**
     * Slots for availability, claim and anomalies.
     *
     * @param cost what the year costs, by item
     * @param rows those that the outages rest on
     */
    List<Slot<?>> level(
            CourseWork course,
            Map<String, BigDecimal> cost,
            TimeSpans downtime,
            TimeSpans outOfBase,
            List<TableRow> rows) {
        List<Slot<?>> slots = new ArrayList<>();
        List<TableRow> all = new ArrayList<>(List.of(profile.row()));
        all.addAll(hours.rows(Clock.AGREED));
        all.addAll(rows);
        slots.add(new AvailabilitySlot(
                period, whole(course.end()), hours.maintenance(period.from(), period.to()), downtime, outOfBase, all));
        slots.add(new ClaimSlot(profile, claimed(), claimUntil(course)));
        anomalies(profile.method() == LevelMethod.PERCENT ? sum(cost) : BigDecimal.ZERO, slots);
        return slots;
    }

    private void anomalies(BigDecimal cost, List<Slot<?>> slots) {
        List<RestorationBand> bands =
                policies.all(RestorationBand.TABLE, RestorationBand::of, period.from(), dossier.terms());
        for (Event.Anomaly anomaly : dossier.events(Event.Anomaly.class)) {
            AnomalyRule rule = policies.find(
                    AnomalyRule.TABLE,
                    AnomalyRule::of,
                    anomaly.on(),
                    dossier.terms(),
                    EffectiveTerms.key(anomaly.severity()),
                    EffectiveTerms.key(anomaly.scope()),
                    EffectiveTerms.key(anomaly.cause()));
            if (rule != null && period.contains(anomaly.on())) {
                Response response = policies.require(
                        Response.TABLE,
                        Response::of,
                        anomaly.on(),
                        dossier.terms(),
                        EffectiveTerms.key(anomaly.severity()));
                if (response.solveHours() == null) {
                    throw new CannotDecide(
                            "no-time-to-restore",
                            "row " + response.row().citation()
                                    + " has no solve_hours, but a late restoration is looked at");
                }
                slots.add(new AnomalySlot(anomaly, rule, response, hours, bands, cost, dossier.digits()));
            }
        }
    }

    /** All time of the period, or that of the contract in it where the terms say so. */
    private TimeSpans whole(LocalDate end) {
        LocalDate start = dossier.contract().start();
        boolean cut = profile.onlyInForce();
        LocalDate first = cut && start.isAfter(period.from()) ? start : period.from();
        LocalDate last = cut && end != null && end.isBefore(period.to()) ? end : period.to();
        return last.isBefore(first) ? TimeSpans.NONE : hours.clock().days(first, last);
    }

    /** The last covered day of the term that holds the period's last day, or the end before it. */
    LocalDate claimUntil(CourseWork course) {
        LocalDate day = period.to().isBefore(course.timeline().start()) ? period.from() : period.to();
        LocalDate last = course.timeline().on(day).term(day).to();
        return course.end() != null && course.end().isBefore(last) ? course.end() : last;
    }

    private LocalDate claimed() {
        return dossier.events(Event.Claim.class).stream()
                .filter(one -> period.from().equals(one.month().atDay(1))
                        && setting.noticeForm().counts(one))
                .map(one -> profile.claimFromSending() ? one.on() : one.counts())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The slot of the credit; {@code measured} null where nothing is measured. */
    CreditSlot credit(Map<String, BigDecimal> cost, MeasuredAvailability measured) {
        List<Band> bands = policies.all(Band.TABLE, Band::of, period.from(), dossier.terms());
        return new CreditSlot(profile, measured, sum(cost), bands, dossier.digits());
    }

    private static BigDecimal sum(Map<String, BigDecimal> cost) {
        return cost.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The yearly price of the items charged by time that are in force in the period, at the price of its first day. */
    Map<String, BigDecimal> yearlyPrices(CourseWork course) {
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        for (Item item : dossier.contract().items()) {
            boolean inForce = !item.from().isAfter(period.to())
                    && (item.to() == null || !item.to().isBefore(period.from()));
            if (item.recurring() && inForce) {
                if (item.per().months() == 0) {
                    throw new CannotDecide(
                            "price-not-per-time",
                            "item " + item.id()
                                    + " has no price for a length of time, so that its yearly price is not known");
                }
                LocalDate day = item.from().isAfter(period.from()) ? item.from() : period.from();
                prices.put(
                        item.id(),
                        item.quantity()
                                .multiply(course.prices().on(item, day))
                                .multiply(BigDecimal.valueOf(12 / item.per().months())));
            }
        }
        return prices;
    }
}
