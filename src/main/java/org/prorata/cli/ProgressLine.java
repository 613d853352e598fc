package org.prorata.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.prorata.ledger.Progress;

/** How far a run is: a bar that is drawn again and again on a terminal, a line every ten seconds elsewhere. */
final class ProgressLine implements Progress {

    private static final int WIDTH = 30;
    private static final long NANOS = 1_000_000_000L;
    private static final long LINE_EVERY = 10 * NANOS;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long started;
    private long first = -1;
    private long lastLine;
    private boolean drawn;

    /** @param clock nanoseconds from any moment on */
    ProgressLine(PrintWriter out, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.started = clock.getAsLong();
        this.lastLine = started;
    }

    @Override
    public synchronized void report(long done, long parked, long all) {
        // what an earlier command did tells nothing of the speed of this one
        first = first < 0 ? done : first;
        long now = clock.getAsLong();
        if (terminal) {
            draw(done, all, text(done, parked, all, now));
        } else if (now - lastLine >= LINE_EVERY) {
            lastLine = now;
            out.println(text(done, parked, all, now));
        }
        out.flush();
    }

    private void draw(long done, long all, String text) {
        int full = all == 0 ? WIDTH : (int) (done * WIDTH / all);
        out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + text + "  ");
        drawn = true;
        if (done >= all && drawn) {
            out.println();
            drawn = false;
        }
    }

    private String text(long done, long parked, long all, long now) {
        double seconds = (now - started) / (double) NANOS;
        double rate = seconds <= 0 ? 0 : (done - first) / seconds;
        String left = rate <= 0 || done >= all ? "" : ", " + duration(Math.round((all - done) / rate)) + " left";
        return String.format(Locale.ROOT, "%,d of %,d contracts, %,.0f/s, %,d parked%s", done, all, rate, parked, left);
    }

    private static String duration(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
