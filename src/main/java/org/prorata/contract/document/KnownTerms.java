package org.prorata.contract.document;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The terms that a dossier may name.
 *
 * @param mustState by id: true where there is no contract document, so that the dossier itself states term and billing
 *                  and may state proration and revision
 */
public record KnownTerms(Map<String, Boolean> mustState) {

    public KnownTerms {
        mustState = java.util.Collections.unmodifiableMap(new TreeMap<>(mustState));
    }

    public Set<String> ids() {
        return mustState.keySet();
    }

    boolean leavesOpen(String terms) {
        return terms != null && mustState.getOrDefault(terms, false);
    }
}
