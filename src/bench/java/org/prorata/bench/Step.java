package org.prorata.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The commands that are given in turn, and their place in the order. */
enum Step {
    BILL,
    ISSUE,
    CLAIM,
    ISSUE_CLAIMS;

    private static final LocalDate LATE = Portfolio.MONTH.to();

    /** @param runs how many runs the register has: they are issued in their order */
    List<String> command(int runs) {
        return switch (this) {
            case BILL ->
                List.of(
                        "bill",
                        "--from",
                        Portfolio.MONTH.from().toString(),
                        "--to",
                        Portfolio.MONTH.to().toString());
            case CLAIM -> List.of("late", "--on", LATE.toString());
            case ISSUE, ISSUE_CLAIMS -> {
                List<String> command = new ArrayList<>(List.of("issue", "--on", LATE.toString()));
                for (int run = 1; run <= runs; run++) {
                    command.add(String.valueOf(run));
                }
                yield command;
            }
        };
    }

    boolean isRun() {
        return this == BILL || this == CLAIM;
    }

    /** Runs that the register has when the step begins and nothing went wrong before. */
    int runsBefore() {
        return ordinal() / 2 + (isRun() ? 0 : 1);
    }

    String title() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
