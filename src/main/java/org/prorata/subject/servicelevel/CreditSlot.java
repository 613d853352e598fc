package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.LevelMethod;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Amounts;

/**
 * What a period's service level is worth. The rules choose by the method of the terms and compare the minutes of service with
 * those that keep the level.
 */
public final class CreditSlot extends Slot<CreditSlot.Credit> {

    private final LevelProfile profile;
    private final MeasuredAvailability measured;
    private final BigDecimal base;
    private final List<Band> bands;
    private final int digits;

    /**
     * @param measured null where the terms give no figures to measure by
     * @param base     what the year costs, excluding tax
     */
    CreditSlot(LevelProfile profile, MeasuredAvailability measured, BigDecimal base, List<Band> bands, int digits) {
        this.profile = profile;
        this.measured = measured;
        this.base = base;
        this.bands = bands;
        this.digits = digits;
    }

    /** A credit; no amount: nothing is due. */
    public record Credit(BigDecimal amount, BigDecimal percent) {
        static final Credit NONE = new Credit(null, null);
    }

    @Override
    public String about() {
        return "the service credit";
    }

    /** What a missed level is worth, as the terms say. */
    public LevelMethod getMethod() {
        return profile.method();
    }

    /** The minutes of service in the period, or null where the terms give no figures to measure by. */
    public BigDecimal getMinutesOfService() {
        return measured == null ? null : measured.served();
    }

    /**
     * The fewest whole minutes of service that keep the level, or null where the terms name no bound: those that come to the
     * availability promised as best efforts, else those above every band.
     */
    public BigDecimal getMinutesToKeep() {
        if (measured == null) {
            return null;
        }
        if (profile.method() == LevelMethod.BEST_EFFORTS) {
            return profile.targetPct() == null ? null : measured.minutesFrom(profile.targetPct());
        }
        return bands.stream()
                .map(band -> band.leastMinutes(measured))
                .max(BigDecimal::compareTo)
                .orElse(null);
    }

    /** Of the bands that availability does not lie above the one with the lowest bound. */
    private Band worst() {
        return bands.stream()
                .filter(band -> measured.served().compareTo(band.leastMinutes(measured)) < 0)
                .min(Comparator.comparing(Band::below))
                .orElseThrow();
    }

    /** The shortfall's share of the yearly price, times what the worst band says. */
    public void shortfall(String by) {
        Band worst = worst();
        if (profile.targetPct() == null || worst.multiple() == null) {
            throw incomplete(worst, "target_pct and multiple");
        }
        BigDecimal amount = measured.shortfall(base, profile.targetPct(), worst.multiple(), digits);
        propose(
                by,
                new Credit(amount, null),
                Reason.of(
                        "level.credit.shortfall",
                        amount,
                        profile.targetPct(),
                        measured.agreed() - measured.downtime(),
                        measured.agreed(),
                        base,
                        worst.multiple()),
                worst.row(),
                profile.row());
    }

    /** The percentage of the worst band on what the year costs. */
    public void percentage(String by) {
        Band worst = worst();
        if (worst.percent() == null) {
            throw incomplete(worst, "percent");
        }
        BigDecimal amount = Amounts.round(base.multiply(worst.percent()).movePointLeft(2), digits);
        propose(
                by,
                new Credit(amount, worst.percent()),
                Reason.of("level.credit.percentage", amount, measured.shown(), worst.below(), base, worst.percent()),
                worst.row(),
                profile.row());
    }

    public void kept(String by) {
        propose(by, Credit.NONE, Reason.of("level.credit.kept", measured.shown()), profile.row());
    }

    public void bestEfforts(String by) {
        propose(
                by,
                Credit.NONE,
                Reason.of("level.credit.best_efforts", measured.shown(), profile.targetPct()),
                profile.row());
    }

    public void bestEffortsMissed(String by) {
        Reason missed = Reason.of("level.credit.best_efforts_missed", measured.shown(), profile.targetPct());
        propose(by, Credit.NONE, missed, profile.row());
        warn(by, Finding.LEVEL_MISSED, missed, profile.row());
    }

    public void noFigures(String by) {
        propose(by, Credit.NONE, Reason.of("level.credit.no_figures"), profile.row());
        warn(by, Finding.NO_BANDS, Reason.of("level.credit.no_figures"), profile.row());
    }

    public void silent(String by) {
        propose(by, Credit.NONE, Reason.of("level.credit.silent"), profile.row());
    }

    private CannotDecide incomplete(Band worst, String columns) {
        return new CannotDecide(
                "incomplete-band",
                "row " + worst.row().citation() + " needs " + columns + " for the method "
                        + EffectiveTerms.key(getMethod()));
    }
}
