package org.prorata.subject.rights;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Event.Breach;
import org.prorata.contract.Event.FormalNotice;
import org.prorata.contract.Party;
import org.prorata.decision.Decision.RightStatus;
import org.prorata.decision.Reason;
import org.prorata.decision.policy.choice.BreachEffect;

/** A breach: whether the other party may terminate, and from when. */
public final class BreachSlot extends RightSlot {

    static final String SUSPENSION = "suspension";

    private final Breach breach;
    private final BreachRule rule;
    private final BreachDelay delay;
    private final FormalNotice notice;
    private final LocalDate on;

    /**
     * @param delay  null where the terms set none
     * @param notice the first formal notice that counts, or null
     */
    BreachSlot(Breach breach, BreachRule rule, BreachDelay delay, FormalNotice notice, LocalDate on) {
        this.breach = breach;
        this.rule = rule;
        this.delay = delay;
        this.notice = notice;
        this.on = on;
    }

    @Override
    public String about() {
        return "the breach of " + breach.on();
    }

    /** What the breach opens, as the terms say. */
    public BreachEffect getEffect() {
        return rule.effect();
    }

    /** The day for which it is asked. */
    public LocalDate getDayAsked() {
        return on;
    }

    /** The day of the formal notice about the breach, or null: none counts. */
    public LocalDate getFormalNotice() {
        return notice == null ? null : notice.on();
    }

    /** The last day to mend the breach after the formal notice, or null: no notice counts, or the terms set no delay. */
    public LocalDate getLastDayOfDelay() {
        return notice == null || delay == null ? null : delay.through(notice);
    }

    private Party holder() {
        return breach.party() == Party.CLIENT ? Party.PROVIDER : Party.CLIENT;
    }

    public void atOnce(String by) {
        state(
                by,
                timed("terminate_at_once", holder(), RightStatus.OPEN, breach.on(), null),
                Reason.of("right.breach.at_once", breach.on(), breach.party(), breach.kind()),
                List.of(rule.row()));
    }

    public void afterDelay(String by) {
        noticed(by, RightStatus.OPEN, "right.breach.delay_over");
    }

    public void delayRunning(String by) {
        noticed(by, RightStatus.NOT_OPEN, "right.breach.delay_running");
    }

    private void noticed(String by, RightStatus status, String key) {
        LocalDate from = delay.through(notice).plusDays(1);
        state(
                by,
                timed("terminate_for_breach", holder(), status, from, null),
                Reason.of(key, delay.days(), delay.counts(notice), delay.through(notice), from),
                List.of(delay.row(), rule.row()));
    }

    public void noticeMissing(String by) {
        state(
                by,
                timed("terminate_for_breach", holder(), RightStatus.NOT_OPEN, null, null),
                Reason.of("right.breach.no_notice", breach.on(), delay.days()),
                List.of(delay.row(), rule.row()));
    }

    /** The provider may suspend the account; no termination follows. */
    public void suspension(String by) {
        state(
                by,
                timed(SUSPENSION, holder(), RightStatus.OPEN, breach.on(), null),
                Reason.of("right.breach.suspension", breach.on()),
                List.of(rule.row()));
    }

    /** The terms threaten with a consequence of which no day or amount follows. */
    public void noFigure(String by) {
        state(by, none("terminate_at_once"), Reason.of("right.breach.no_figure", breach.on()), List.of(rule.row()));
    }
}
