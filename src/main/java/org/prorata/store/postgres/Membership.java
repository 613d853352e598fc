package org.prorata.store.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** This process as one of the users of a server, known to the others by a shared lock. */
final class Membership {

    private static final Duration RECOVERS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final DataFolder folder;
    private int members;
    private @Nullable ProcessLock using;
    private @Nullable Server server;
    private @Nullable String password;
    private int port;

    Membership(DataFolder folder) {
        this.folder = folder;
    }

    /** Every call looks again, for the server may have been killed since. */
    void join() throws IOException {
        try (ProcessLock starting = ProcessLock.exclusive(folder.startLock())) {
            Binaries binaries = Binaries.unpackedUnder(folder.binaries());
            Cluster.check(folder, binaries);
            if (using == null) {
                using = ProcessLock.shared(folder.usersLock());
            }
            ServerUser account = ServerUser.of(folder, binaries);
            if (Cluster.isMissing(folder)) {
                Cluster.create(folder, binaries, account);
            }
            account.give(folder.cluster());
            Server ours = new Server(folder.cluster(), binaries, account);
            String secret = Cluster.password(folder);
            server = ours;
            password = secret;
            port = reach(ours, secret);
        }
        members++;
    }

    /** A server that has lost one of its processes is there but lets nobody in until it has recovered. */
    private int reach(Server server, String password) throws IOException {
        for (Instant deadline = Instant.now().plus(RECOVERS); ; Pause.of(BETWEEN_TRIES)) {
            int running = server.ensureRunning();
            try {
                OwnDatabase.ensure(folder, running, password);
                return running;
            } catch (DatabaseUnavailable e) {
                if (!OwnDatabase.mayComeBack(e) || Instant.now().isAfter(deadline)) {
                    throw e;
                }
            }
        }
    }

    void leave() {
        members--;
    }

    boolean isEmpty() {
        return members == 0;
    }

    /** Ends this process's use; stops the server unless another process uses it. */
    void end() {
        if (using == null) {
            return;
        }
        try (ProcessLock starting = ProcessLock.exclusive(folder.startLock())) {
            using.close();
            using = null;
            Optional<ProcessLock> alone = ProcessLock.tryExclusive(folder.usersLock());
            if (alone.isPresent()) {
                try (ProcessLock lastOut = alone.get()) {
                    if (server != null) {
                        server.stop();
                    }
                }
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "the database in " + folder.root() + " could not be closed: " + e.getMessage(), e);
        }
    }

    Path folder() {
        return folder.root();
    }

    String jdbcUrl() {
        return OwnDatabase.url(port, OwnDatabase.NAME);
    }

    String password() {
        return Objects.requireNonNull(password, "nobody has joined");
    }
}
