package org.prorata.store.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process that uses the same data folder until it is told, asked or forced to go. */
final class OtherCommand implements AutoCloseable {

    private final Process process;

    private OtherCommand(Process process) {
        this.process = process;
    }

    static OtherCommand start(Path dataFolder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new OtherCommand(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherCommand.class.getName(),
                        dataFolder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The address that it got; waits until it got one. */
    String joined() throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    int leave() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.join(Path.of(arguments[0]))) {
            System.out.println(postgres.jdbcUrl());
            System.out.flush();
            System.in.readAllBytes();
        }
    }
}
