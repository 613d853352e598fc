package org.prorata.book.engine;

import java.util.List;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.Work;

/** What came of one request: decisions, or the reason why none could be taken. Exactly one is given. */
public record BookAnswer(List<Decision> decisions, CannotDecide error, Work work) {

    /** The decisions, or the error thrown. */
    public List<Decision> orThrow() {
        if (error != null) {
            throw error;
        }
        return decisions;
    }
}
