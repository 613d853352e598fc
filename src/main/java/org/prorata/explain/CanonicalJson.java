package org.prorata.explain;

import org.prorata.decision.Decision;

/** The one text of a decision that a replay compares: fields in a fixed order, no sentences, decimals as computed. */
public final class CanonicalJson {

    private CanonicalJson() {
    }

    public static String of(Decision decision) {
        return Json.text(DecisionFields.canonical(decision));
    }
}
