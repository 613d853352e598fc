package org.prorata.store.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.prorata.store.base.Session;

/** Takes a backup while everything runs: one moment of all tables, in one file. */
public final class Backup {

    private static final int BUFFER = 1 << 16;

    private final Session session;
    private final String product;

    /** {@code product} is the version of this program. */
    public Backup(Session session, String product) {
        this.session = session;
        this.product = product;
    }

    /**
     * Whether a backup may be written there.
     *
     * @throws BackupRefused saying why it may not
     */
    public static void check(Path file, boolean force) {
        NewFile.check(file, force);
    }

    /** Writes the file; {@code force} replaces one that is there. */
    public Manifest write(Path target, boolean force) throws IOException {
        try (Snapshot snapshot = Snapshot.of(session);
                NewFile file = NewFile.begin(target, force)) {
            Manifest manifest = write(snapshot, Channels.newOutputStream(file.channel()));
            Seal.close(file.channel());
            file.keep();
            return manifest;
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new BackupRefused(target + ": cannot be written: " + e.getMessage() + "; nothing is left of it", e);
        }
    }

    private Manifest write(Snapshot snapshot, OutputStream out) throws IOException {
        // not closed: the file stays open until it is sealed
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER));
        zip.setLevel(Deflater.BEST_SPEED);
        zip.setComment(Seal.open());
        Snapshot.State state = snapshot.state();
        List<Manifest.ManifestTable> tables = new ArrayList<>();
        for (StoredTable table : state.tables()) {
            tables.add(write(snapshot, table, zip));
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                product,
                state.taken(),
                state.server(),
                state.id(),
                state.migrations(),
                tables,
                state.counters(),
                state.leftOut());
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(ManifestJson.write(manifest).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return manifest;
    }

    private static Manifest.ManifestTable write(Snapshot snapshot, StoredTable table, ZipOutputStream zip)
            throws IOException {
        RowSum sum = new RowSum();
        MessageDigest digest = Sha256.start();
        zip.putNextEntry(new ZipEntry(new Manifest.ManifestTable(table, 0, 0, "", "").entry()));
        snapshot.read(table, row -> {
            zip.write(row);
            digest.update(row);
            sum.row(row);
        });
        zip.closeEntry();
        return new Manifest.ManifestTable(table, sum.rows(), sum.bytes(), Sha256.hex(digest), sum.hex());
    }
}
