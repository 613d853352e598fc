package org.prorata.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's programs, unpacked once for all tests that make databases in folders of their own; to unpack takes seconds. */
public final class UnpackedPrograms {

    private static final Path SHARED = Path.of("target", "test-database", "postgres-bin");

    private UnpackedPrograms() {}

    /** Makes a data folder without a database that has them already. */
    public static Path in(Path dataFolder) throws IOException {
        synchronized (UnpackedPrograms.class) {
            Files.createDirectories(SHARED);
            Binaries.unpackedUnder(SHARED);
        }
        Files.createDirectories(dataFolder);
        Files.createSymbolicLink(new DataFolder(dataFolder).binaries(), SHARED.toAbsolutePath());
        return dataFolder;
    }
}
