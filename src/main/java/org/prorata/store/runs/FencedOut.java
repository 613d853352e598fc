package org.prorata.store.runs;

/** Somebody else has taken the part of a run meanwhile: what its earlier holder still wanted to store is refused. */
public final class FencedOut extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedOut(long run, int part) {
        super("part " + part + " of run " + run + " was taken over by another worker; nothing is stored here any more");
    }
}
