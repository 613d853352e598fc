package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.BackingUp;
import org.prorata.app.BackupContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata backup}: everything the database remembers, in one file. */
@Command(
        name = "backup",
        description = {
            "Writes all tables as they stand at one moment into one file, while everything" + " runs.",
            "The file audit.key, by which the audit log is kept, is not in it: keep a copy of it elsewhere and bring it along when you restore."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand extends UseCaseCommand {

    @Option(names = "--list", description = "Read a backup instead: what it holds, and whether it is whole.")
    private boolean list;

    @Option(names = "--json", description = "With --list: its manifest as JSON.")
    private boolean json;

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean force;

    @Parameters(arity = "1", paramLabel = "FILE", description = "The backup, such as prorata-2026-10-31.zip.")
    private Path file;

    @Override
    boolean needsDatabase() {
        return !list;
    }

    @Override
    void look() {
        if (json && !list) {
            throw new BadInput("--json goes with --list");
        }
        if (force && list) {
            throw new BadInput("--force goes without --list");
        }
        if (!list) {
            BackingUp.look(file, force);
        }
    }

    /** As it is: a backup is also taken before a newer program changes the tables. */
    @Override
    boolean asItIs() {
        return true;
    }

    @Override
    AccessRight right() {
        return AccessRight.BACK_UP;
    }

    @Override
    int run(Application application, Caller caller) throws IOException {
        if (list) {
            show(BackingUp.content(file));
            return Status.DONE;
        }
        BackingUp.TakenBackup taken = new BackingUp(application).take(caller, product(), file, force);
        out().println(file + ": " + ManifestText.sum(taken.content()));
        if (taken.keyApart()) {
            err().println(
                            "without the key of the audit log: keep a copy of audit.key apart from it, and bring it along when you restore");
        }
        return Status.DONE;
    }

    private void show(BackupContent content) {
        if (json) {
            out().println(content.json());
        } else {
            ManifestText.lines(content).forEach(out()::println);
        }
    }
}
