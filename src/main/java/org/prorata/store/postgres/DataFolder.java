package org.prorata.store.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies where in the data folder. */
record DataFolder(Path root) {

    private static final String UNFINISHED_CLUSTER = "postgres.unfinished-";

    /** The folder by its real path, so that two spellings of it are one; created when missing. */
    static DataFolder at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            make(absolute);
            Path real = absolute.toRealPath();
            if (!Files.isWritable(real)) {
                throw new DatabaseUnavailable(notWritable(real));
            }
            return new DataFolder(real);
        } catch (FileAlreadyExistsException e) {
            throw new DatabaseUnavailable("the data folder " + absolute + " is not a folder", e);
        } catch (NoSuchFileException e) {
            // a mistyped path would quietly become an empty database
            throw new DatabaseUnavailable(
                    "the data folder " + absolute + " cannot be made: there is no folder " + absolute.getParent()
                            + "; create that one or correct the path",
                    e);
        } catch (IOException e) {
            throw new DatabaseUnavailable(notWritable(absolute), e);
        }
    }

    /** JDK 17 takes a link to a folder for a file in the way, and another command may make the folder at this moment. */
    private static void make(Path folder) throws IOException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static String notWritable(Path path) {
        return "the data folder " + path + " cannot be written by the user " + System.getProperty("user.name")
                + "; give that user the right, or name another database with --database-url";
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    /**
     * Where a new cluster is made before it gets its name, so that an interrupted one is never taken for whole; another
     * folder each time, since the initdb of a killed command may live on for a moment and clears its folder at the end.
     */
    Path newUnfinishedCluster() throws IOException {
        return Files.createTempDirectory(root, UNFINISHED_CLUSTER);
    }

    List<Path> unfinishedClusters() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(root, UNFINISHED_CLUSTER + "*")) {
            List<Path> paths = new ArrayList<>();
            found.forEach(paths::add);
            return paths;
        }
    }

    Path binaries() {
        return root.resolve("postgres-bin");
    }

    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    Path usersLock() {
        return root.resolve("users.lock");
    }

    Path startLock() {
        return root.resolve("start.lock");
    }
}
