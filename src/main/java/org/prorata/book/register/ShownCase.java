package org.prorata.book.register;

import java.util.List;
import org.prorata.decision.Because;

/**
 * A case and why its decisions stand.
 *
 * @param file     where it lies, below the project's folder
 * @param sentence what it shows
 * @param clauses  clauses that it says it shows
 * @param becauses empty where nothing can be decided
 */
public record ShownCase(String file, String sentence, String terms, List<String> clauses, List<Because> becauses) {

    public ShownCase {
        clauses = List.copyOf(clauses);
        becauses = List.copyOf(becauses);
    }
}
