package org.prorata.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole data folders of databases that are not running. */
final class FolderCopy {

    /** Never written once they are there. */
    private static final String PROGRAMS = "postgres-bin";

    private FolderCopy() {}

    static void of(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path relative = from.relativize(path);
                if (relative.getNameCount() > 1 && relative.startsWith(PROGRAMS)) {
                    continue;
                }
                if (relative.toString().equals(PROGRAMS)) {
                    Files.createSymbolicLink(to.resolve(relative), path.toRealPath());
                } else {
                    Files.copy(path, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            // nothing is left to delete
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
