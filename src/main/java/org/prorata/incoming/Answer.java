package org.prorata.incoming;

import java.util.List;
import org.prorata.dossier.Problem;

/** What becomes of a row: stored, known already, or rejected for the problems named. */
record Answer(Kind kind, List<Problem> problems) {

    enum Kind {
        STORED,
        KNOWN,
        REJECTED
    }

    static final Answer STORED = new Answer(Kind.STORED, List.of());
    static final Answer KNOWN = new Answer(Kind.KNOWN, List.of());

    static Answer rejected(List<Problem> problems) {
        return new Answer(Kind.REJECTED, problems);
    }
}
