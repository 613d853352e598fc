package org.prorata.decision;

import java.util.List;

/**
 * The work on one question about one dossier, in passes: each hands facts to the rules and, when the rules have
 * proposed, goes on from what was settled. Knows no rule engine.
 */
public interface Work {

    /**
     * The facts of the next pass, slots or groups of slots that the rules cannot tell apart; empty when there is none.
     * Called again after the rules have seen them.
     */
    List<?> next();

    /** The decisions, once {@link #next()} has returned nothing. */
    List<Decision> decisions();
}
