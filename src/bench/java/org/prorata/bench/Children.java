package org.prorata.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prorata.store.postgres.AtExit;
import org.prorata.store.postgres.EmbeddedPostgres;

/** Commands of the program, each a process of its own, on one data folder; none of them, nor a server, outlives this. */
public final class Children implements AutoCloseable {

    private final String program;
    private final Path data;
    private final List<String> options;
    private final List<Child> all = new ArrayList<>();
    private final Runnable stay;

    /**
     * @param program class with the main method
     * @param options of its virtual machine
     */
    public Children(String program, Path data, List<String> options) {
        this.program = program;
        this.data = data;
        this.options = options;
        this.stay = AtExit.first(this::end);
    }

    public synchronized Child start(List<String> command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        // classes that are laid out already start faster
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("-XX:SharedArchiveFile=")
                        || each.startsWith("-Xshare:")
                        || each.startsWith("-Xlog:"))
                .forEach(line::add);
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), program));
        line.addAll(command);
        line.addAll(List.of("--data", data.toString()));
        Path said = data.resolveSibling(data.getFileName() + "." + all.size() + ".said");
        try {
            Child child = new Child(
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start(),
                    said);
            all.add(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void end() {
        all.forEach(Child::end);
        EmbeddedPostgres.serving(data).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        end();
        stay.run();
    }
}
