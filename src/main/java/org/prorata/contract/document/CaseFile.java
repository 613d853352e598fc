package org.prorata.contract.document;

import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;

/**
 * A case document: facts, a question and the decisions expected, or the error.
 *
 * @param name        the sentence that says what is shown
 * @param clauses     clause ids that it covers
 * @param expect      rows of which each must be found among the decisions
 * @param expectNone  names of decisions that must not occur
 * @param expectCount number of decisions by name
 * @param expectError text of the error because of which nothing can be decided; null where decisions are expected
 */
public record CaseFile(
        String file,
        String name,
        List<String> clauses,
        Dossier dossier,
        Ask ask,
        List<ExpectedRow> expect,
        List<String> expectNone,
        Map<String, Integer> expectCount,
        String expectError) {

    public CaseFile {
        clauses = List.copyOf(clauses);
        expect = List.copyOf(expect);
        expectNone = List.copyOf(expectNone);
        expectCount = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(expectCount));
    }

    /** An expected decision: its name and the fields that must have the values written, in the order written. */
    public record ExpectedRow(int line, String decision, Map<String, Node> fields) {}
}
