package org.prorata.decision;

import java.util.List;
import java.util.Map;

/** What a clause would have decided, had not another clause or the law set it aside. */
public record Displaced(List<String> clauses, Reading reading, Map<String, Object> fields) {

    public Displaced {
        clauses = List.copyOf(clauses);
    }
}
