package org.prorata.app.intake;

import java.util.List;
import org.prorata.contract.document.Problem;

/** What becomes of a row: stored, known already, or rejected for the problems named. */
record RowAnswer(Kind kind, List<Problem> problems) {

    enum Kind {
        STORED,
        KNOWN,
        REJECTED
    }

    static final RowAnswer STORED = new RowAnswer(Kind.STORED, List.of());
    static final RowAnswer KNOWN = new RowAnswer(Kind.KNOWN, List.of());

    static RowAnswer rejected(List<Problem> problems) {
        return new RowAnswer(Kind.REJECTED, problems);
    }
}
