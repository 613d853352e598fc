package org.prorata.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.prorata.run.Exporter;
import org.prorata.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata export}: dossiers out of the database, as they were told and with what became of them. */
@Command(name = "export", description = "Writes dossiers as they are known now; what Prorata made of them stands under prorata.",
        mixinStandardHelpOptions = true)
final class Export extends DatabaseCommand {

    @Option(names = "--to", paramLabel = "FOLDER", description = "One file a contract; default: one contract to standard output.")
    private Path to;

    @Parameters(arity = "0..*", paramLabel = "CONTRACT", description = "Contracts; none: all, with --to.")
    private List<String> contracts = List.of();

    @Override
    int run(Database database) throws IOException {
        Exporter exporter = new Exporter(database);
        if (contracts.isEmpty()) {
            if (to == null) {
                throw new BadInput("name a contract, or a folder by --to for all of them");
            }
            Files.createDirectories(to);
            int[] count = {0};
            exporter.all((contract, yaml) -> {
                write(contract, yaml);
                count[0]++;
            });
            out().println(count[0] + " dossiers written to " + to);
            return Status.DONE;
        }
        for (String contract : contracts) {
            try {
                String yaml = exporter.one(contract);
                if (to == null) {
                    out().print(yaml);
                } else {
                    Files.createDirectories(to);
                    write(contract, yaml);
                }
            } catch (IllegalArgumentException e) {
                throw new BadInput(e.getMessage());
            }
        }
        return Status.DONE;
    }

    private void write(String contract, String yaml) {
        try {
            // a contract's id is a name of somebody else's: what could leave the folder is replaced
            Files.writeString(to.resolve(contract.replaceAll("[^A-Za-z0-9_-]", "_") + ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
