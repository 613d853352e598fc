package org.prorata.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** This process as one of the users of a server, known to the others by a shared lock. */
final class Membership {

    private final DataFolder folder;
    private int members;
    private ProcessLock using;
    private Server server;
    private String password;
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
            Account account = Account.of(folder, binaries);
            if (Cluster.isMissing(folder)) {
                Cluster.create(folder, binaries, account);
            }
            account.give(folder.cluster());
            server = new Server(folder.cluster(), binaries, account);
            password = Cluster.password(folder);
            port = server.ensureRunning();
            OwnDatabase.ensure(folder, port, password);
        }
        members++;
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
            throw new DatabaseUnavailable("the database in " + folder.root() + " could not be closed: "
                    + e.getMessage(), e);
        }
    }

    Path folder() {
        return folder.root();
    }

    String jdbcUrl() {
        return OwnDatabase.url(port, OwnDatabase.NAME);
    }

    String password() {
        return password;
    }
}
