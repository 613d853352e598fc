package org.prorata.bench;

import java.util.List;
import java.util.Locale;

/** What is done to whom, and during which steps. */
enum Fault {
    KILL_RUN("KILL", Target.COMMAND, List.of(Step.BILL, Step.BILL, Step.CLAIM)),
    INTERRUPT_RUN("INT", Target.COMMAND, List.of(Step.BILL, Step.BILL, Step.CLAIM)),
    TERMINATE_RUN("TERM", Target.COMMAND, List.of(Step.BILL, Step.CLAIM)),
    KILL_ISSUER("KILL", Target.COMMAND, List.of(Step.ISSUE, Step.ISSUE_CLAIMS)),
    KILL_SERVER("KILL", Target.SERVER, List.of(Step.BILL, Step.BILL, Step.ISSUE, Step.CLAIM, Step.ISSUE_CLAIMS)),
    KILL_BACKEND("KILL", Target.BACKEND, List.of(Step.BILL, Step.BILL, Step.ISSUE, Step.CLAIM, Step.ISSUE_CLAIMS)),
    KILL_WORKER("KILL", Target.WORKER, List.of(Step.BILL, Step.BILL, Step.CLAIM)),
    STOP_WORKER("STOP", Target.WORKER, List.of(Step.BILL, Step.BILL, Step.CLAIM));

    private final String signal;
    private final Target target;
    private final List<Step> steps;

    Fault(String signal, Target target, List<Step> steps) {
        this.signal = signal;
        this.target = target;
        this.steps = steps;
    }

    /** Who is hit. */
    enum Target {
        COMMAND,
        SERVER,
        BACKEND,
        WORKER
    }

    String signal() {
        return signal;
    }

    Target target() {
        return target;
    }

    List<Step> steps() {
        return steps;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
