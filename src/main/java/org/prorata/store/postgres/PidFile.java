package org.prorata.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a server wrote about itself into its cluster; it stays behind when the server is killed. */
record PidFile(Path path, long pid, String cluster, int port, String status) {

    private static final int PID = 0;
    private static final int CLUSTER = 1;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    static Optional<PidFile> in(Path cluster) throws IOException {
        Path path = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(path);
            if (lines.size() <= CLUSTER) {
                return Optional.empty();
            }
            int port = lines.size() > PORT ? Integer.parseInt(lines.get(PORT).strip()) : 0;
            String status = lines.size() > STATUS ? lines.get(STATUS).strip() : "starting";
            return Optional.of(
                    new PidFile(path, Long.parseLong(lines.get(PID).strip()), lines.get(CLUSTER), port, status));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new DatabaseUnavailable(
                    "the file " + path + " is damaged (" + e.getMessage()
                            + "); delete it if no PostgreSQL is running on that folder",
                    e);
        }
    }

    boolean ready() {
        return status.equals("ready");
    }

    boolean stopping() {
        return status.equals("stopping");
    }

    boolean processLives() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** The number of the dead server was given to another program; a command line that we may not see proves nothing. */
    boolean processIsAnotherProgram() {
        return processLives()
                && ProcessHandle.of(pid)
                        .flatMap(process -> process.info().commandLine())
                        .filter(line -> !line.contains(cluster))
                        .isPresent();
    }
}
