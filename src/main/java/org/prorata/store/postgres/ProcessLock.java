package org.prorata.store.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A lock that the operating system gives back when its process ends, however it ends. */
final class ProcessLock implements Closeable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for whoever holds it: another command that starts or stops the server. */
    static ProcessLock exclusive(Path file) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Optional<ProcessLock> lock = tryLock(file, false);
            if (lock.isPresent()) {
                return lock.get();
            }
            Pause.of(BETWEEN_TRIES);
        }
        throw new DatabaseUnavailable("another command has been starting or stopping the database for more than "
                + PATIENCE.toMinutes() + " minutes (it holds " + file + ")");
    }

    static Optional<ProcessLock> tryExclusive(Path file) throws IOException {
        return tryLock(file, false);
    }

    static ProcessLock shared(Path file) throws IOException {
        return tryLock(file, true).orElseThrow(() -> new DatabaseUnavailable(file + " is locked by another program"));
    }

    private static Optional<ProcessLock> tryLock(Path file, boolean shared) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new ProcessLock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
