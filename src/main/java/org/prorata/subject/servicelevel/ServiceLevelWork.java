package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.CreditStatus;
import org.prorata.decision.InquiryStages;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Settlement.Settled;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.choice.LevelMethod;
import org.prorata.subject.billing.OwedCredit;
import org.prorata.subject.course.CourseWork;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Period;
import org.prorata.values.TimeSpans;

/**
 * The question {@code service_level}: the contract's course and what the year costs, then what each outage counts for,
 * then availability, anomalies and claim, then the credit.
 */
public final class ServiceLevelWork extends InquiryStages {

    private final Dossier dossier;
    private final Policies policies;
    private final EffectiveTerms setting;
    private final LevelProfile profile;
    private final Period period;
    private final LevelSlots laid;
    private final List<TableRow> rows = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private CourseWork course;
    private YearCost cost;
    private TimeSpans downtime = TimeSpans.NONE;
    private TimeSpans outOfBase = TimeSpans.NONE;
    private MeasuredAvailability measured;
    private Settled<CreditStatus> claim;
    private LocalDate claimed;
    private Map<String, BigDecimal> costs = Map.of();
    private final List<Part> owed = new ArrayList<>(1);

    /** A credit or penalty that is owed from a day on. */
    private record Part(LocalDate on, BigDecimal amount, Because because) {}

    /** @throws CannotDecide when the terms measure another period than the one asked for */
    public ServiceLevelWork(Dossier dossier, Ask.ServiceLevel ask, Policies policies) {
        this.dossier = dossier;
        this.policies = policies;
        this.setting = new EffectiveTerms(dossier, policies);
        this.profile = ServiceHours.profile(setting);
        this.period = MeasuredPeriods.of(dossier, ask);
        this.laid = new LevelSlots(setting, profile, period);
        if (profile.period() != null && !profile.period().equals(ask.month() == null ? "contract_year" : "month")) {
            throw new CannotDecide(
                    "other-period",
                    "the terms " + dossier.terms() + " measure their service level by "
                            + (ask.month() == null
                                    ? "calendar month: ask for month"
                                    : "contract year: ask for year_from"));
        }
        if (profile.measured()) {
            course = new CourseWork(setting, pricesTo());
            stageUntilEmpty(course::next);
            stage(this::settled);
            stageUntilEmpty(() -> cost == null ? List.of() : cost.next());
            stage(laid::outages);
            stage(() -> {
                costs = cost != null
                        ? cost.byItem()
                        : profile.method() == LevelMethod.SHORTFALL ? laid.yearlyPrices(course) : Map.of();
                return laid.level(course, costs, downtime, outOfBase, rows);
            });
        }
        stage(() -> List.of(laid.credit(costs, measured)));
    }

    /** What is owed by a day for the period, or null: nothing. */
    OwedCredit owed(LocalDate by) {
        List<Part> parts = owed.stream().filter(part -> !part.on().isAfter(by)).toList();
        return parts.isEmpty()
                ? null
                : new OwedCredit(
                        period,
                        parts.stream().map(Part::on).max(LocalDate::compareTo).orElseThrow(),
                        parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        costs,
                        Becauses.joined(parts.stream().map(Part::because).toList()));
    }

    /** Only a share of the price rests on prices here; what a year costs comes from its bill. */
    private LocalDate pricesTo() {
        return profile.method() == LevelMethod.SHORTFALL ? period.to() : null;
    }

    /** The course is known: a year must be one of the contract, and it may matter what it costs. */
    private List<Slot<?>> settled() {
        if ("contract_year".equals(profile.period())) {
            Period year = course.timeline().on(period.from()).year(period.from());
            if (!year.from().equals(period.from())) {
                throw new CannotDecide(
                        MeasuredPeriods.NO_YEAR,
                        "no contract year begins on " + period.from() + ": the one that holds this day begins on "
                                + year.from());
            }
        }
        if (profile.method() == LevelMethod.PERCENT) {
            cost = new YearCost(dossier, period, policies);
        }
        return List.of();
    }

    @Override
    protected void take(Slot<?> slot) {
        if (slot instanceof OutageSlot outage) {
            take(outage);
        } else if (slot instanceof AvailabilitySlot availability) {
            Settled<MeasuredAvailability> settled = Settlement.one(availability);
            measured = settled.stands().value();
            add(new Decision.Availability(
                    measured.shown(),
                    measured.agreed(),
                    measured.downtime(),
                    Becauses.of(settled, List.of(), reasons)));
        } else if (slot instanceof ClaimSlot one) {
            claim = Settlement.one(one);
            claimed = one.isNeeded() ? one.getClaimed() : null;
        } else if (slot instanceof AnomalySlot anomaly) {
            take(anomaly);
        } else if (slot instanceof CreditSlot credit) {
            take(credit);
        }
    }

    private void take(OutageSlot slot) {
        Settled<OutageSlot.Effect> settled = Settlement.one(slot);
        switch (settled.stands().value()) {
            case DOWNTIME -> downtime = downtime.with(slot.time());
            case OUT_OF_BASE -> outOfBase = outOfBase.with(slot.time());
            case NOTHING -> {}
        }
        settled.stands().rows().stream().filter(row -> !rows.contains(row)).forEach(rows::add);
        reasons.add(settled.stands().reason());
    }

    private void take(AnomalySlot slot) {
        Settled<AnomalySlot.Penalty> settled = Settlement.one(slot);
        AnomalySlot.Penalty penalty = settled.stands().value();
        Because because = Becauses.of(settled);
        if (penalty.amount() == null || penalty.amount().signum() == 0) {
            add(new Decision.NothingDue("restoration_penalty", null, null, because));
        } else {
            add(new Decision.RestorationPenalty(
                    slot.anomaly().from(), penalty.overHours(), penalty.percent(), penalty.amount(), because));
            owed.add(new Part(period.to().plusDays(1), penalty.amount(), because));
        }
    }

    private void take(CreditSlot slot) {
        Settled<CreditSlot.Credit> settled = Settlement.one(slot);
        CreditSlot.Credit credit = settled.stands().value();
        if (credit.amount() == null || credit.amount().signum() == 0) {
            add(new Decision.NothingDue("service_credit", null, null, Becauses.of(settled)));
            return;
        }
        Because because = Becauses.of(
                settled, claim.stands().rows(), List.of(claim.stands().reason()));
        CreditStatus status = claim.stands().value();
        add(new Decision.ServiceCredit(credit.amount(), credit.percent(), status, because));
        if (status == CreditStatus.DUE) {
            LocalDate after = period.to().plusDays(1);
            owed.add(new Part(claimed != null && claimed.isAfter(after) ? claimed : after, credit.amount(), because));
        } else if (status == CreditStatus.UNCLAIMED) {
            add(new Decision.Deadline("service_credit_claim", laid.claimUntil(course), Becauses.of(claim)));
        }
    }
}
