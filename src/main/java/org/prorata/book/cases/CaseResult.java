package org.prorata.book.cases;

import java.util.List;
import org.prorata.contract.document.CaseFile;

/** What became of a case; without differences it passed. */
public record CaseResult(CaseFile file, List<String> differences) {

    public CaseResult {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }
}
