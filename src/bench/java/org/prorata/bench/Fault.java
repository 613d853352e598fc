package org.prorata.bench;

import java.util.List;
import java.util.Locale;

/** What is done to whom, and during which steps. */
enum Fault {
    KILL_RUN("KILL", Victim.COMMAND, List.of(Step.BILL, Step.BILL, Step.CLAIM)),
    INTERRUPT_RUN("INT", Victim.COMMAND, List.of(Step.BILL, Step.BILL, Step.CLAIM)),
    TERMINATE_RUN("TERM", Victim.COMMAND, List.of(Step.BILL, Step.CLAIM)),
    KILL_ISSUER("KILL", Victim.COMMAND, List.of(Step.ISSUE, Step.ISSUE_CLAIMS)),
    KILL_SERVER("KILL", Victim.SERVER, List.of(Step.BILL, Step.BILL, Step.ISSUE, Step.CLAIM, Step.ISSUE_CLAIMS)),
    KILL_BACKEND("KILL", Victim.BACKEND, List.of(Step.BILL, Step.BILL, Step.ISSUE, Step.CLAIM, Step.ISSUE_CLAIMS)),
    KILL_WORKER("KILL", Victim.WORKER, List.of(Step.BILL, Step.BILL, Step.CLAIM)),
    STOP_WORKER("STOP", Victim.WORKER, List.of(Step.BILL, Step.BILL, Step.CLAIM));

    private final String signal;
    private final Victim target;
    private final List<Step> steps;

    Fault(String signal, Victim target, List<Step> steps) {
        this.signal = signal;
        this.target = target;
        this.steps = steps;
    }

    /** Who is hit. */
    enum Victim {
        COMMAND,
        SERVER,
        BACKEND,
        WORKER
    }

    String signal() {
        return signal;
    }

    Victim target() {
        return target;
    }

    List<Step> steps() {
        return steps;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
