package org.prorata.store.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The running PostgreSQL of one cluster: found or started, and stopped. */
final class Server {

    /** Recovery after a crash replays at most max_wal_size; longer than this means that it hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** A server that is told to stop while it recovers from a crash may wait for ever. */
    private static final Duration STOPS = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** Processes of a killed server take a moment to notice and leave. */
    private static final Duration LEFTOVERS_LEAVE = Duration.ofSeconds(20);

    private final Path cluster;
    private final Binaries binaries;
    private final ServerUser account;

    Server(Path cluster, Binaries binaries, ServerUser account) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.account = account;
    }

    /** The port of the server, whoever started it; starts one when none is running. */
    int ensureRunning() throws IOException {
        int port = 0;
        Instant stopping = null;
        for (Instant deadline = Instant.now().plus(PATIENCE); Instant.now().isBefore(deadline); ) {
            Optional<PidFile> found = PidFile.in(cluster);
            if (found.isPresent() && found.get().processIsAnotherProgram()) {
                // PostgreSQL sees a living process of that number and would refuse to start
                Files.delete(found.get().path());
            } else if (found.isPresent() && found.get().processLives()) {
                if (found.get().ready()) {
                    return found.get().port();
                }
                // whoever told it to stop may not wait for that any more
                stopping = !found.get().stopping() ? null : stopping == null ? Instant.now() : stopping;
                if (stopping != null && Instant.now().isAfter(stopping.plus(STOPS))) {
                    stop("immediate", STOPS);
                }
                Pause.of(BETWEEN_LOOKS);
                continue;
            }
            port = found.map(PidFile::port).orElse(0);
            start(freePort(port));
        }
        throw new DatabaseUnavailable("PostgreSQL in " + cluster + " is neither ready nor stopped after "
                + PATIENCE.toMinutes() + " minutes; its log is " + log());
    }

    private void start(int port) throws IOException {
        Instant deadline = Instant.now().plus(LEFTOVERS_LEAVE);
        while (true) {
            long logged = Files.exists(log()) ? Files.size(log()) : 0;
            Program started = Program.run(
                    account.command(
                            binaries.program("pg_ctl"),
                            "start",
                            "--silent",
                            "--wait",
                            "--timeout=" + PATIENCE.toSeconds(),
                            "--pgdata=" + cluster,
                            "--log=" + log(),
                            "--options=" + options(port)),
                    binaries.home());
            if (started.succeeded()) {
                return;
            }
            String said = logSince(logged);
            if (said.contains("\"postmaster.pid\" already exists")) {
                // the start of a command that was killed went on by itself and was first
                return;
            }
            if (!said.contains("pre-existing shared memory block")
                    || Instant.now().isAfter(deadline)) {
                throw new DatabaseUnavailable("PostgreSQL did not start on " + cluster + ": "
                        + ServerComplaint.in(said).orElseGet(started::reason) + " (its log is " + log() + ")");
            }
            Pause.of(BETWEEN_LOOKS);
        }
    }

    /** Given at every start, so that no edited file can make what we stored less durable or open it to the network. */
    private static String options(int port) {
        return "-c fsync=on -c synchronous_commit=on -c full_page_writes=on"
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=" + port;
    }

    void stop() throws IOException {
        stop(STOPS);
    }

    /** Orderly at first; what is committed stays when the server then stops at once, only its next start takes longer. */
    void stop(Duration orderly) throws IOException {
        if (!stop("fast", orderly) && !stop("immediate", STOPS)) {
            throw new DatabaseUnavailable("PostgreSQL in " + cluster + " does not stop; its log is " + log());
        }
    }

    private boolean stop(String mode, Duration within) throws IOException {
        Optional<PidFile> found = PidFile.in(cluster);
        if (found.isEmpty() || !found.get().processLives() || found.get().processIsAnotherProgram()) {
            return true;
        }
        return Program.run(
                                account.command(
                                        binaries.program("pg_ctl"),
                                        "stop",
                                        "--silent",
                                        "--wait",
                                        "--mode=" + mode,
                                        "--timeout=" + within.toSeconds(),
                                        "--pgdata=" + cluster),
                                binaries.home())
                        .succeeded()
                || !found.get().processLives();
    }

    /** The preferred one when free: commands that were connected to a server that died find its successor. */
    private static int freePort(int preferred) throws IOException {
        InetAddress local = InetAddress.getByName("127.0.0.1");
        if (preferred != 0) {
            try (ServerSocket socket = new ServerSocket(preferred, 1, local)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                return freePort(0);
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, local)) {
            return socket.getLocalPort();
        }
    }

    private Path log() {
        return cluster.resolve("server.log");
    }

    private String logSince(long position) throws IOException {
        if (!Files.exists(log())) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
            file.seek(Math.min(position, file.length()));
            byte[] rest = new byte[(int) Math.min(file.length() - file.getFilePointer(), 1 << 20)];
            file.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8);
        }
    }
}
