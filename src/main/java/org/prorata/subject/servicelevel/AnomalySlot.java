package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.prorata.contract.Event.Anomaly;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.values.Amounts;

/** One anomaly: whether it was restored too late, and what that costs. */
public final class AnomalySlot extends Slot<AnomalySlot.Penalty> {

    private final Anomaly anomaly;
    private final AnomalyRule rule;
    private final Response response;
    private final long taken;
    private final List<RestorationBand> bands;
    private final BigDecimal base;
    private final int digits;

    /** @param base what the year is billed, excluding tax */
    AnomalySlot(
            Anomaly anomaly,
            AnomalyRule rule,
            Response response,
            ServiceHours hours,
            List<RestorationBand> bands,
            BigDecimal base,
            int digits) {
        this.anomaly = anomaly;
        this.rule = rule;
        this.response = response;
        this.taken = hours.seconds(anomaly.from(), anomaly.to(), response.clock());
        this.bands = bands;
        this.base = base;
        this.digits = digits;
    }

    /** A penalty; no amount: nothing is due. */
    public record Penalty(BigDecimal overHours, BigDecimal percent, BigDecimal amount) {
        static final Penalty NONE = new Penalty(null, null, null);
    }

    @Override
    public String about() {
        return "the anomaly of " + anomaly.from();
    }

    Anomaly anomaly() {
        return anomaly;
    }

    /** Whether the terms penalise a late restoration of such an anomaly. */
    public boolean isPenalised() {
        return rule.penalised();
    }

    /** The time that the restoration took on the clock of the terms, in seconds. */
    public BigDecimal getSecondsTaken() {
        return BigDecimal.valueOf(taken);
    }

    /** The longest time that costs nothing, in seconds: the time allowed, and what the first band leaves over it; null without a band. */
    public BigDecimal getSecondsAllowed() {
        return bands.stream()
                .map(band -> BigDecimal.valueOf(response.secondsToSolve() + band.secondsOver()))
                .min(BigDecimal::compareTo)
                .orElse(null);
    }

    public void penalty(String by) {
        long over = taken - response.secondsToSolve();
        RestorationBand worst = bands.stream()
                .filter(band -> over > band.secondsOver())
                .max(Comparator.comparing(RestorationBand::overHours))
                .orElseThrow();
        BigDecimal amount = Amounts.round(base.multiply(worst.percent()).movePointLeft(2), digits);
        propose(
                by,
                new Penalty(Hours.shown(over), worst.percent(), amount),
                Reason.of(
                        "level.restoration.late",
                        amount,
                        anomaly.from(),
                        anomaly.to(),
                        response.solveHours(),
                        Hours.shown(over),
                        base,
                        worst.percent()),
                rule.row(),
                worst.row(),
                response.row());
    }

    public void inTime(String by) {
        propose(
                by,
                Penalty.NONE,
                Reason.of("level.restoration.in_time", anomaly.from(), anomaly.to(), response.solveHours()),
                response.row(),
                rule.row());
    }

    public void notPenalised(String by) {
        propose(
                by,
                Penalty.NONE,
                Reason.of(
                        "level.restoration.not_penalised",
                        anomaly.from(),
                        anomaly.severity(),
                        anomaly.scope(),
                        anomaly.cause()),
                rule.row());
    }
}
