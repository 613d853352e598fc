package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.store.backup.BackupFile;
import org.prorata.store.backup.Restore;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata restore}: a backup into an empty database, all of it or nothing. */
@Command(
        name = "restore",
        description = {
            "Brings a backup into an empty database: the one of --data," + " or of --database-url.",
            "The file audit.key, by which the audit log is kept, is not in a backup: bring it along from where it was kept."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand extends DatabaseCommand {

    @Option(names = "--no-verify", negatable = true, description = "Don't read back and compare what was stored.")
    private boolean verify = true;

    @Parameters(arity = "1", paramLabel = "FILE", description = "A backup that prorata backup wrote.")
    private Path file;

    private BackupFile backup;

    /** The whole file is read before a database is touched. */
    @Override
    void look() throws IOException {
        backup = BackupFile.open(file);
    }

    @Override
    Database open(DatabaseSettings settings) {
        return Database.reach(settings);
    }

    @Override
    AccessRight right() {
        return AccessRight.BACK_UP;
    }

    /** An empty place knows nobody yet. */
    @Override
    Caller identify(Acting acting) {
        return acting.local();
    }

    @Override
    int run(Session session) throws IOException {
        try (BackupFile whole = backup) {
            String schema = new Restore(session, whole).run(verify);
            out().println(file + ": " + ManifestText.sum(whole.manifest())
                    + (schema.equals(whole.manifest().schema()) ? "" : ", brought to schema " + schema)
                    + (verify ? "; read back and the same" : "; stored, not read back"));
        }
        session.audit()
                .missingKey()
                .ifPresentOrElse(
                        err()::println,
                        () -> session.audit()
                                .head()
                                .ifPresent(
                                        head -> err().println(
                                                        "the audit log goes on by the key audit.key, which is here; no backup holds it")));
        return Status.DONE;
    }
}
