package org.prorata.decision;

import java.util.List;

/**
 * The work on one question about one dossier, in passes: each hands facts to the rules and, when the rules have
 * proposed, goes on from what was settled. Knows no rule engine.
 */
public interface Work {

    /** The slots of the next pass, empty when there is none. Called again after the rules have seen them. */
    List<? extends Slot<?>> next();

    /** The decisions, once {@link #next()} has returned nothing. */
    List<Decision> decisions();
}
