package org.prorata.servicelevel;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.money.Amounts;
import org.prorata.terms.Setting;

/** What a period's service level is worth. The rules choose by the method of the terms and by whether a band applies. */
public final class CreditSlot extends Slot<CreditSlot.Credit> {

    private final LevelProfile profile;
    private final Measured measured;
    private final BigDecimal base;
    private final Band worst;
    private final int digits;

    /**
     * @param measured null where the terms give no figures to measure by
     * @param base     what the year costs, excluding tax
     */
    CreditSlot(LevelProfile profile, Measured measured, BigDecimal base, List<Band> bands, int digits) {
        this.profile = profile;
        this.measured = measured;
        this.base = base;
        this.digits = digits;
        this.worst = measured == null ? null : bands.stream().filter(band -> band.holds(measured))
                .min(Comparator.comparing(Band::below)).orElse(null);
    }

    /** A credit; no amount: nothing is due. */
    public record Credit(BigDecimal amount, BigDecimal percent) {
        static final Credit NONE = new Credit(null, null);
    }

    @Override
    public String about() {
        return "the service credit";
    }

    /** The method as tables write it. */
    public String getMethod() {
        return Setting.key(profile.method());
    }

    /** Whether availability lies in one of the bands. */
    public boolean isMissed() {
        return worst != null;
    }

    /** Whether availability lies below what is promised; the rules ask it where no bands say what that is worth. */
    public boolean isBelowTarget() {
        return measured != null && profile.targetPct() != null && measured.against(profile.targetPct()) < 0;
    }

    /** The shortfall's share of the yearly price, times what the worst band says. */
    public void shortfall(String by) {
        if (profile.targetPct() == null || worst.multiple() == null) {
            throw incomplete("target_pct and multiple");
        }
        BigDecimal amount = measured.shortfall(base, profile.targetPct(), worst.multiple(), digits);
        propose(by, new Credit(amount, null), Reason.of("level.credit.shortfall", amount, profile.targetPct(),
                measured.agreed() - measured.downtime(), measured.agreed(), base, worst.multiple()), worst.row(), profile.row());
    }

    /** The percentage of the worst band on what the year costs. */
    public void percentage(String by) {
        if (worst.percent() == null) {
            throw incomplete("percent");
        }
        BigDecimal amount = Amounts.round(base.multiply(worst.percent()).movePointLeft(2), digits);
        propose(by, new Credit(amount, worst.percent()), Reason.of("level.credit.percentage", amount, measured.shown(),
                worst.below(), base, worst.percent()), worst.row(), profile.row());
    }

    public void kept(String by) {
        propose(by, Credit.NONE, Reason.of("level.credit.kept", measured.shown()), profile.row());
    }

    public void bestEfforts(String by) {
        propose(by, Credit.NONE, Reason.of("level.credit.best_efforts", measured.shown(), profile.targetPct()), profile.row());
    }

    public void bestEffortsMissed(String by) {
        propose(by, Credit.NONE, Reason.of("level.credit.best_efforts_missed", measured.shown(), profile.targetPct()), profile.row());
    }

    public void noFigures(String by) {
        propose(by, Credit.NONE, Reason.of("level.credit.no_figures"), profile.row());
    }

    public void silent(String by) {
        propose(by, Credit.NONE, Reason.of("level.credit.silent"), profile.row());
    }

    private CannotDecide incomplete(String columns) {
        return new CannotDecide("incomplete-band", "row " + worst.row().citation() + " needs " + columns
                + " for the method " + getMethod());
    }
}
