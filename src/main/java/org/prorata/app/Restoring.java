package org.prorata.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.IdentityRefused;
import org.prorata.store.backup.BackupFile;
import org.prorata.store.backup.BackupRefused;
import org.prorata.store.backup.Restore;
import org.prorata.store.base.Session;

/** A backup into an empty database, all of it or nothing. The whole file is read before a database is touched. */
public final class Restoring implements AutoCloseable {

    private final BackupFile backup;

    private Restoring(BackupFile backup) {
        this.backup = backup;
    }

    /**
     * A restored database.
     *
     * @param schema     version of its tables now
     * @param missingKey why nothing can be added to its audit log, if so
     * @param logged     whether it has an audit log that has begun
     */
    public record Restored(
            BackupContent content, String schema, Optional<IdentityRefused> missingKey, boolean logged) {}

    /**
     * Reads a backup through.
     *
     * @throws BackupRefused when it is damaged, or none at all
     */
    public static Restoring of(Path file) throws IOException {
        return new Restoring(BackupFile.open(file));
    }

    /**
     * Makes the tables as they were, fills them, and brings them to the version of this program.
     *
     * @param caller with the right to backups; an empty place knows nobody yet
     * @param verify whether what was stored is read back and compared
     * @throws BackupRefused when the place is not empty, or the backup does not fit this program
     */
    public Restored into(Caller caller, Application application, boolean verify) throws IOException {
        Session session = application.session(caller, AccessRight.BACK_UP);
        String schema = new Restore(session, backup).run(verify);
        return new Restored(
                BackupContent.of(backup.manifest()),
                schema,
                session.audit().missingKey(),
                session.audit().head().isPresent());
    }

    @Override
    public void close() throws IOException {
        backup.close();
    }
}
