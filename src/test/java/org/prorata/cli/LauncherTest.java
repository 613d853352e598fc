package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a folder that is built already, with a Java that only writes down how it is called. */
@DisplayName("The launcher")
class LauncherTest {

    private static final String QUICK = "-XX:TieredStopAtLevel=1";
    private static final String PARALLEL = "-XX:+UseParallelGC";
    private static final String RUN = "-XX:Tier4InvocationThreshold=500000";
    private static final String BENCH = "org.prorata.bench.BenchMain";
    private static final String JAVA = """
            #!/bin/sh
            printf '%s\\0' "$@" >"$(dirname "$0")/called"
            """;

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void built() throws IOException {
        home = folder.resolve("a home with 'quotes' and bill");
        for (String each :
                List.of("src/main", "src/bench", "rules", "spreadsheets", "migrations", "target/lib", "bin")) {
            Files.createDirectories(home.resolve(each));
        }
        Files.createFile(home.resolve("pom.xml"));
        Files.copy(Path.of("prorata"), home.resolve("prorata"));
        program(home.resolve("bin/java"), JAVA);
        for (String each : List.of("prorata.jar", "prorata-bench.jar", "prorata.jsa")) {
            Files.createFile(home.resolve("target").resolve(each));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate|file.yaml",
                "exit|K-1|--reason|we bill late in a demo ",
                "credit|7|--reason| bill ",
                "credit|7|--reason| bench run ",
                "payments|import|tables impact",
                "payments|import|--data|/late/bill",
                "tables|check|worker|serve",
                "tables|bill",
                "tables|log|impact",
                "tables|impact impact",
                "clauses backup restore replay",
                " bill ",
                "bill ",
                "Bill",
                "bil?",
                "*",
                "users|add|bench",
                "--data|bill",
                "|bill",
                "'bill'",
                "\"bill\"",
                "$(bill)",
                "bill;late",
                "bill\nlate"
            })
    @DisplayName(
            "takes quick commands as such, whatever words their arguments hold, and hands each argument on as it is")
    void quick(String line) throws Exception {
        List<String> arguments = arguments(line);
        assertThat(called(arguments))
                .contains(QUICK, "-XX:+UseSerialGC")
                .doesNotContain(PARALLEL, BENCH)
                .endsWith(end("-jar", home.resolve("target/prorata.jar").toString(), arguments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bill|2026-11",
                "bill|--data|/replay ",
                "bill|--reason|tables impact",
                "late|--on|",
                "demo",
                "bench|run|--contracts|5"
            })
    @DisplayName("lets the optimising compiler of a run wait")
    void run(String line) throws Exception {
        assertThat(called(arguments(line))).contains(PARALLEL, RUN).doesNotContain(QUICK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replay|--all",
                "backup|to bill",
                "restore|x|bill|late",
                "worker",
                "serve|demo",
                "tables|impact|--reason|the next bill ",
                "bench",
                "bench|rules",
                "bench|mutation|--only|bench run"
            })
    @DisplayName("gives long work the optimising compiler")
    void goesOn(String line) throws Exception {
        assertThat(called(arguments(line))).contains(PARALLEL).doesNotContain(QUICK, RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench|rules", "bench", "--help", "-h", "help"})
    @DisplayName("takes the program with the benchmarks for them and for its help")
    void benchmarks(String line) throws Exception {
        List<String> arguments = arguments(line);
        assertThat(called(arguments))
                .endsWith(end(
                        home.resolve("target/prorata.jar") + ":" + home.resolve("target/prorata-bench.jar"),
                        BENCH,
                        arguments));
    }

    @Test
    @DisplayName("says in one line that the benchmarks are missing, and helps without them")
    void withoutBenchmarks() throws Exception {
        Files.delete(home.resolve("src/bench"));
        Files.delete(home.resolve("target/prorata-bench.jar"));
        Process process = start(List.of("bench", "rules"));
        assertThat(new String(process.getErrorStream().readAllBytes()))
                .isEqualTo("prorata: bench is no part of the product and is not built here: target/prorata-bench.jar is"
                        + " missing\n");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(called(List.of("--help")))
                .endsWith(end("-jar", home.resolve("target/prorata.jar").toString(), List.of("--help")));
        assertThat(called(List.of()))
                .endsWith("-jar", home.resolve("target/prorata.jar").toString());
    }

    /** Arguments apart by strokes. */
    private static List<String> arguments(String line) {
        return Arrays.asList(line.split("\\|", -1));
    }

    private static String[] end(String first, String second, List<String> arguments) {
        return Stream.concat(Stream.of(first, second), arguments.stream()).toArray(String[]::new);
    }

    private List<String> called(List<String> arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        assertThat(new String(process.getErrorStream().readAllBytes())).isEmpty();
        assertThat(process.waitFor()).isZero();
        String called = Files.readString(home.resolve("bin/called"));
        return Arrays.asList(called.substring(0, called.length() - 1).split("\0", -1));
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(home.resolve("prorata").toString()));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment().put("beside", "needed");
        builder.environment().put("kind", "run");
        return builder.start();
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
