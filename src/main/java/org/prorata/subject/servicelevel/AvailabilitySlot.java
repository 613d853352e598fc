package org.prorata.subject.servicelevel;

import java.util.List;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.values.Period;
import org.prorata.values.TimeSpans;

/** The availability of one period: agreed time, and what of it was lost. */
public final class AvailabilitySlot extends Slot<MeasuredAvailability> {

    private final Period period;
    private final TimeSpans whole;
    private final TimeSpans windows;
    private final TimeSpans downtime;
    private final TimeSpans outOfBase;
    private final List<TableRow> rows;

    /**
     * @param whole     all time of the period
     * @param windows   its maintenance windows
     * @param downtime  outages that count, wherever they lie
     * @param outOfBase outages that leave the agreed time
     */
    AvailabilitySlot(
            Period period,
            TimeSpans whole,
            TimeSpans windows,
            TimeSpans downtime,
            TimeSpans outOfBase,
            List<TableRow> rows) {
        this.period = period;
        this.whole = whole;
        this.windows = windows;
        this.downtime = downtime;
        this.outOfBase = outOfBase;
        this.rows = rows;
    }

    @Override
    public String about() {
        return "the availability " + period;
    }

    /** Agreed time less downtime; an event that leaves the base takes no minute of a counted outage along. */
    public void measured(String by) {
        TimeSpans service = whole.without(windows);
        TimeSpans lost = service.common(downtime);
        TimeSpans agreed = service.without(outOfBase.without(lost));
        if (agreed.minutes() == 0) {
            throw new CannotDecide("no-agreed-time", "no time of service was agreed " + period);
        }
        MeasuredAvailability measured = new MeasuredAvailability(agreed.minutes(), lost.minutes());
        propose(
                by,
                measured,
                Reason.of("level.availability", period, measured.agreed(), measured.downtime(), measured.shown()),
                rows.toArray(TableRow[]::new));
    }
}
