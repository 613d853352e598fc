package org.prorata.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.store.backup.Backup;
import org.prorata.store.backup.BackupFile;
import org.prorata.store.backup.BackupRefused;
import org.prorata.store.backup.Manifest;
import org.prorata.store.base.Session;
import org.prorata.store.people.Identities;

/** Everything the database remembers, in one file. */
public final class BackingUp {

    private final Application application;

    public BackingUp(Application application) {
        this.application = application;
    }

    /**
     * A backup that was taken.
     *
     * @param keyApart whether an audit log is kept, whose key is not in the backup
     */
    public record TakenBackup(BackupContent content, boolean keyApart) {}

    /**
     * Whether a backup may be written there; looks at no database.
     *
     * @param force whether a file that is there may be replaced
     * @throws BackupRefused saying why it may not
     */
    public static void look(Path file, boolean force) {
        Backup.check(file, force);
    }

    /**
     * What a backup holds, after reading all of it; looks at no database.
     *
     * @throws BackupRefused when it is damaged, or none at all
     */
    public static BackupContent content(Path file) throws IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            return BackupContent.of(backup.manifest());
        }
    }

    /**
     * Takes a backup while everything runs.
     *
     * @param product version of this program
     * @param force   whether a file that is there may be replaced
     * @throws BackupRefused when it cannot be written; nothing is left of it
     */
    public TakenBackup take(Caller caller, String product, Path file, boolean force) throws IOException {
        Session session = application.session(caller, AccessRight.BACK_UP);
        Manifest manifest = new Backup(session, product).write(file, force);
        // tables of before there were identities stay as they are
        boolean kept = new Identities(session).kept();
        if (kept) {
            session.audit().append("backup.taken", "file " + file.getFileName(), Map.of("rows", manifest.rows()));
        }
        return new TakenBackup(
                BackupContent.of(manifest), kept && session.audit().head().isPresent());
    }
}
