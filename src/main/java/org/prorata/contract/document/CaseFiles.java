package org.prorata.contract.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which files of a folder are cases. */
public final class CaseFiles {

    /** How the names of cases end, in capitals or not. */
    public static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private CaseFiles() {}

    /** The cases of a folder, all below it; a file stands for itself. */
    public static List<Path> of(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.stream()
                            .anyMatch(file.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }
}
