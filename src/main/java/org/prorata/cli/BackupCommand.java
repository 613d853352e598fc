package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.prorata.access.AccessRight;
import org.prorata.store.backup.Backup;
import org.prorata.store.backup.BackupFile;
import org.prorata.store.backup.Manifest;
import org.prorata.store.backup.ManifestJson;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.Session;
import org.prorata.store.people.Identities;
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
final class BackupCommand extends DatabaseCommand {

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
            Backup.check(file, force);
        }
    }

    /** As it is: a backup is also taken before a newer program changes the tables. */
    @Override
    Database open(DatabaseSettings settings) {
        return Database.reach(settings);
    }

    @Override
    AccessRight right() {
        return AccessRight.BACK_UP;
    }

    @Override
    int run(Session session) throws IOException {
        if (list) {
            try (BackupFile backup = BackupFile.open(file)) {
                show(backup.manifest());
            }
            return Status.DONE;
        }
        Manifest manifest = new Backup(session, product()).write(file, force);
        // tables of before there were identities stay as they are
        if (new Identities(session).kept()) {
            session.audit().append("backup.taken", "file " + file.getFileName(), Map.of("rows", manifest.rows()));
        }
        out().println(file + ": " + ManifestText.sum(manifest));
        if (new Identities(session).kept() && session.audit().head().isPresent()) {
            err().println(
                            "without the key of the audit log: keep a copy of audit.key apart from it, and bring it along when you restore");
        }
        return Status.DONE;
    }

    private void show(Manifest manifest) {
        if (json) {
            out().println(ManifestJson.write(manifest));
        } else {
            ManifestText.lines(manifest).forEach(out()::println);
        }
    }
}
