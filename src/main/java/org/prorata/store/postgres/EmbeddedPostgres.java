package org.prorata.store.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A PostgreSQL that all commands of one data folder share: the first in starts it, the last out stops it, and whoever
 * is killed meanwhile leaves it to the others.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Map<Path, Membership> MEMBERSHIPS = new HashMap<>();

    static {
        AtExit.ready();
    }

    private final Membership membership;
    private boolean closed;

    private EmbeddedPostgres(Membership membership) {
        this.membership = membership;
    }

    /** Joins the server of the data folder, which is made, unpacked and started when it is not there. */
    public static EmbeddedPostgres join(Path dataFolder) {
        DataFolder folder = DataFolder.at(dataFolder);
        // operating systems lock files per process, so that within a process we count ourselves
        synchronized (MEMBERSHIPS) {
            Membership membership = MEMBERSHIPS.computeIfAbsent(folder.root(), root -> new Membership(folder));
            try {
                membership.join();
                return new EmbeddedPostgres(membership);
            } catch (DatabaseUnavailable failure) {
                endAfter(failure, membership);
                throw failure;
            } catch (IOException failure) {
                endAfter(failure, membership);
                throw new DatabaseUnavailable(
                        "the database in " + folder.root() + " could not be opened: " + reason(failure), failure);
            }
        }
    }

    /** Whether a database was ever made in a data folder; none is made by asking. */
    public static boolean made(Path dataFolder) {
        return Files.isDirectory(new DataFolder(dataFolder).cluster());
    }

    /** The process that serves a data folder now, whoever started it. */
    public static Optional<ProcessHandle> serving(Path dataFolder) {
        try {
            return PidFile.in(DataFolder.at(dataFolder).cluster())
                    .filter(server -> server.processLives() && !server.processIsAnotherProgram())
                    .flatMap(server -> ProcessHandle.of(server.pid()));
        } catch (IOException e) {
            throw new DatabaseUnavailable("the database in " + dataFolder + " cannot be looked at: " + reason(e), e);
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof AccessDeniedException denied
                ? "the user " + System.getProperty("user.name") + " has no right to " + denied.getFile()
                        + "; run the command as the user who made it"
                : Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    private static void endAfter(Exception failure, Membership membership) {
        try {
            endIfEmpty(membership);
        } catch (DatabaseUnavailable alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    public String jdbcUrl() {
        return membership.jdbcUrl();
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return membership.password();
    }

    @Override
    public void close() {
        synchronized (MEMBERSHIPS) {
            if (!closed) {
                closed = true;
                membership.leave();
                endIfEmpty(membership);
            }
        }
    }

    private static void endIfEmpty(Membership membership) {
        if (membership.isEmpty()) {
            MEMBERSHIPS.remove(membership.folder());
            membership.end();
        }
    }

    /** For a process that ends without closing, by a signal for example. */
    static void endAll() {
        synchronized (MEMBERSHIPS) {
            MEMBERSHIPS.values().forEach(Membership::end);
            MEMBERSHIPS.clear();
        }
    }
}
