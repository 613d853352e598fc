package org.prorata.ledger;

/** Told from time to time how far a run is. */
@FunctionalInterface
public interface Progress {

    /** For those who do not ask. */
    Progress NONE = (done, parked, all) -> {};

    /**
     * Tells of chunks that are stored.
     *
     * @param done contracts that are done, those parked included
     * @param all  contracts that the run is over
     */
    void report(long done, long parked, long all);
}
