package org.prorata.bench;

import java.util.List;
import org.prorata.cli.Prorata;
import picocli.CommandLine;

/** The program with one command more: {@code prorata bench}. */
public final class BenchMain {

    private BenchMain() {}

    public static void main(String[] args) {
        Prorata.run(
                books -> List.of(new CommandLine(new Bench(books)).addSubcommand("run", new RunBenchCommand(books))),
                args);
    }
}
