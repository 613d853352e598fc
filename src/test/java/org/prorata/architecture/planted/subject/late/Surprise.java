package org.prorata.architecture.planted.subject.late;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What nobody below the doors may do. */
final class Surprise {

    final List<Object> all = new ArrayList<>();
    final Supplier<LocalDate> later = LocalDate::now;

    void look() throws IOException {
        all.add(java.time.Instant.now());
        all.add(java.time.Clock.systemUTC());
        all.add(System.currentTimeMillis());
        all.add(System.getenv("HOME"));
        all.add(java.util.UUID.randomUUID());
        all.add(Files.readString(Path.of("file")));
    }
}
