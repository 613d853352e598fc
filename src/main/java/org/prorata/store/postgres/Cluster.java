package org.prorata.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The files of the database: made once, with a password of their own, and never touched when they are not ours. */
final class Cluster {

    static final String USER = "prorata";

    /** Sizes for a small server; the owner may change them in postgresql.conf. */
    private static final List<String> SETTINGS = List.of(
            "shared_buffers=256MB",
            "effective_cache_size=1GB",
            "work_mem=16MB",
            "maintenance_work_mem=128MB",
            "min_wal_size=256MB",
            "max_wal_size=2GB",
            "checkpoint_timeout=15min",
            "random_page_cost=1.1",
            "jit=off",
            // our passwords are random to the last bit: what is slow to guess makes each connection slow and no safer
            "scram_iterations=1",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off");

    private Cluster() {}

    /** Refuses a folder that another version or another program made. */
    static void check(DataFolder folder, Binaries binaries) throws IOException {
        if (isMissing(folder)) {
            return;
        }
        String found;
        try {
            found = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        } catch (NoSuchFileException e) {
            throw new DatabaseUnavailable(
                    "the folder " + folder.cluster() + " holds files but no PostgreSQL database"
                            + " (no PG_VERSION); put the database back, or move the folder away to start an empty one",
                    e);
        }
        if (!found.equals(String.valueOf(binaries.major()))) {
            throw new DatabaseUnavailable("the database in " + folder.cluster() + " was made by PostgreSQL " + found
                    + " and this program has PostgreSQL " + binaries.major() + "; use the program version that made it,"
                    + " or start PostgreSQL " + found + " on it yourself and name it with --database-url");
        }
    }

    static boolean isMissing(DataFolder folder) throws IOException {
        if (!Files.exists(folder.cluster())) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder.cluster())) {
            return files.findAny().isEmpty();
        }
    }

    static void create(DataFolder folder, Binaries binaries, ServerUser account) throws IOException {
        for (Path leftover : folder.unfinishedClusters()) {
            Folders.deleteWhileOthersWrite(leftover);
        }
        Path unfinished = folder.newUnfinishedCluster();
        account.give(unfinished);
        String password = newPassword();
        Path handedOver = writeSecret(folder.root().resolve("postgres.password.new"), password);
        account.give(handedOver);
        Program made = Program.run(
                account.command(binaries.program("initdb"), arguments(unfinished, handedOver)), binaries.home());
        Files.delete(handedOver);
        if (!made.succeeded()) {
            Folders.delete(unfinished);
            throw new DatabaseUnavailable("a database could not be made in " + folder.root() + ": " + made.reason());
        }
        writeSecret(folder.passwordFile(), password);
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String[] arguments(Path cluster, Path password) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + cluster,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        SETTINGS.forEach(setting -> arguments.add("--set=" + setting));
        return arguments.toArray(String[]::new);
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static Path writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, secret + "\n");
    }

    static String password(DataFolder folder) throws IOException {
        try {
            return Files.readString(folder.passwordFile()).strip();
        } catch (NoSuchFileException e) {
            throw new DatabaseUnavailable(
                    "the database in " + folder.cluster() + " is there but its password file " + folder.passwordFile()
                            + " is missing; put that file back",
                    e);
        }
    }
}
