package org.prorata.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the JDK does not do with whole folders. */
final class Folders {

    private static final Duration OTHERS_END = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private Folders() {}

    static void delete(Path folder) throws IOException {
        for (Path path : deepestFirst(folder)) {
            Files.delete(path);
        }
    }

    /** Deletes what a program may still be writing or clearing itself, until that program has ended. */
    static void deleteWhileOthersWrite(Path folder) throws IOException {
        Instant deadline = Instant.now().plus(OTHERS_END);
        while (true) {
            try {
                delete(folder);
                return;
            } catch (NoSuchFileException | DirectoryNotEmptyException | UncheckedIOException changedMeanwhile) {
                if (Instant.now().isAfter(deadline)) {
                    throw changedMeanwhile instanceof UncheckedIOException unchecked
                            ? unchecked.getCause()
                            : (IOException) changedMeanwhile;
                }
                Pause.of(BETWEEN_TRIES);
            }
        }
    }

    /** The folder itself last; empty when there is none. */
    static List<Path> deepestFirst(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
