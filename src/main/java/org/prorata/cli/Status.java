package org.prorata.cli;

/** Exit statuses of the commands; of several files the worst counts. */
public final class Status {

    public static final int DONE = 0;
    /** Done, but something is parked, failing or differs. */
    public static final int FAILING = 1;
    /** Bad input, nothing stored. */
    public static final int BAD_INPUT = 2;
    /** Broke off on its way; what is stored is whole, and the same command goes on from there. */
    public static final int BROKE_OFF = 3;

    private Status() {}
}
