package org.prorata.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The commands that are given in turn, and their place in the order. */
enum Step {
    BILL,
    ISSUE,
    CLAIM,
    ISSUE_CLAIMS;

    private static final LocalDate LATE = Portfolio.MONTH.to();

    /** @param runs the numbers of the runs of the register, which are issued in this order */
    List<String> command(List<Integer> runs) {
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
                runs.forEach(run -> command.add(run.toString()));
                yield command;
            }
        };
    }

    boolean isRun() {
        return this == BILL || this == CLAIM;
    }

    /** Numbers of the runs that the register has when the step begins and nothing went wrong before. */
    List<Integer> runsBefore() {
        return IntStream.rangeClosed(1, ordinal() / 2 + (isRun() ? 0 : 1))
                .boxed()
                .toList();
    }

    String title() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
