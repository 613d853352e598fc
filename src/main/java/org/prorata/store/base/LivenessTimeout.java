package org.prorata.store.base;

/** How long a process may say nothing before others take over what it holds; the same for all who share a database. */
public final class LivenessTimeout {

    private static final String PROPERTY = "prorata.silence";
    private static final int USUAL_SECONDS = 30;

    /** A worker touches its message after every chunk, which takes a second or two. */
    public static final int SECONDS = Math.max(1, Integer.getInteger(PROPERTY, USUAL_SECONDS));
    /** A worker that has not said for so long that it lives counts no more. */
    public static final int WORKER_SECONDS = Math.max(1, SECONDS / 2);
    /** What a holder who works lets go of sooner; a chunk takes a second or two. */
    public static final int PART_SECONDS = Math.max(1, SECONDS / 6);
    /** How often a worker says that it lives. */
    public static final int SAY_SECONDS = Math.max(1, SECONDS / 6);

    private LivenessTimeout() {}

    /** The option of a program that has another limit than the usual one. */
    public static String option(int seconds) {
        return "-D" + PROPERTY + "=" + seconds;
    }
}
