package org.prorata.run;

/** Told after each chunk of contracts that is done, and stored when the run stores. */
@FunctionalInterface
public interface Progress {

    /** For those who do not ask. */
    Progress NONE = (done, parked) -> { };

    void report(long done, long parked);
}
