package org.prorata.store.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A finished run of one of PostgreSQL's programs: its exit status and all it said. */
record Program(int status, String said) {

    static Program run(List<String> command, Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        // a caller's PGDATA or PGPORT would point our programs at another server; LC_ALL keeps messages readable to us
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            return new Program(process.waitFor(), said);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while " + command.get(0) + " was running", e);
        }
    }

    boolean succeeded() {
        return status == 0;
    }

    /** The line that tells the reason: the first complaint, else the last line. */
    String reason() {
        return ServerComplaint.in(said).orElseGet(() -> {
            String[] lines = said.split("\n");
            String last = lines[lines.length - 1].strip();
            return last.isEmpty() ? "exit status " + status : last;
        });
    }
}
