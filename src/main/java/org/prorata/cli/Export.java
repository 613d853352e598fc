package org.prorata.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.ExportingDossiers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata export}: dossiers out of the database, as they were told and with what became of them. */
@Command(
        name = "export",
        description = "Writes dossiers as they are known now; what Prorata made of them stands under prorata.",
        mixinStandardHelpOptions = true)
final class Export extends UseCaseCommand {

    private static final int LONGEST_NAME = 100;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Folder for one file a contract; without it one contract goes to standard output.")
    private Path to;

    @Parameters(
            arity = "0..*",
            paramLabel = "CONTRACT",
            description = "Ids of contracts; none: all of them, with --to.")
    private List<String> contracts = List.of();

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Application application, Caller caller) throws IOException {
        ExportingDossiers exporting = new ExportingDossiers(application);
        if (contracts.isEmpty()) {
            if (to == null) {
                throw new BadInput("name a contract, or a folder by --to for all of them");
            }
            Files.createDirectories(to);
            int[] count = {0};
            exporting.all(caller, (contract, yaml) -> {
                write(contract, yaml);
                count[0]++;
            });
            out().println(count[0] + " dossiers written to " + to);
            return Status.DONE;
        }
        if (to == null && contracts.size() > 1) {
            throw new BadInput("one contract is written to standard output; name a folder by --to for several");
        }
        for (String contract : contracts) {
            String yaml = exporting.one(caller, contract);
            if (to == null) {
                out().print(yaml);
            } else {
                Files.createDirectories(to);
                write(contract, yaml);
            }
        }
        return Status.DONE;
    }

    /** A contract's id is somebody else's name: what could leave the folder is replaced, and no two ids share a file. */
    static String fileName(String contract) {
        String safe = contract.replaceAll("[^A-Za-z0-9_-]", "_");
        if (safe.equals(contract) && safe.length() <= LONGEST_NAME) {
            return safe + ".yaml";
        }
        String own = UUID.nameUUIDFromBytes(contract.getBytes(StandardCharsets.UTF_8))
                .toString();
        return safe.substring(0, Math.min(safe.length(), LONGEST_NAME)) + "." + own + ".yaml";
    }

    private void write(String contract, String yaml) {
        try {
            Files.writeString(to.resolve(fileName(contract)), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
