package org.prorata.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A command of the program in a process of its own, with what it says in a file. */
public final class Child {

    private static final long LOOK_MILLIS = 20;

    private final Process process;
    private final Path said;

    Child(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Its exit status, or nothing when it still runs after that long. */
    public OptionalInt ends(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /** Whether it says this before it ends and within that time. */
    public boolean says(String text, Duration within) throws InterruptedException {
        Instant end = Instant.now().plus(within);
        while (!said().contains(text)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                return said().contains(text);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return true;
    }

    public String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean lives() {
        return process.isAlive();
    }

    /** @param name as KILL, STOP or INT */
    public void signal(String name) throws InterruptedException {
        signal(process.pid(), name);
    }

    static void signal(long process, String name) throws InterruptedException {
        try {
            // the shell has a kill of its own everywhere; who has ended already is no failure
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() {
        process.destroyForcibly();
    }
}
