package org.prorata.subject.servicelevel;

import java.math.BigDecimal;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/**
 * How soon an alert is answered and an anomaly solved; hours null where the terms promise none.
 *
 * @param solveAfterAnswer whether the hours to solve begin when those to answer are over
 */
public record Response(
        BigDecimal answerHours, BigDecimal solveHours, boolean solveAfterAnswer, Clock clock, TableRow row) {

    public static final TableId TABLE = TableId.of("service-level", "response", "terms", "grade");

    public static Response of(Row row) {
        return new Response(
                row.decimal("answer_hours"),
                row.decimal("solve_hours"),
                row.flag("solve_after_answer"),
                row.choice("clock", Clock.class),
                row.ref());
    }

    /** The seconds from the alert to the answer, or null. */
    public Long secondsToAnswer() {
        return answerHours == null ? null : Hours.seconds(answerHours);
    }

    /** The seconds from the alert to the solution, or null. */
    public Long secondsToSolve() {
        return solveHours == null ? null : Hours.seconds(solveAfterAnswer ? solveHours.add(answerHours) : solveHours);
    }
}
