package org.prorata.app;

import java.time.OffsetDateTime;
import java.util.List;
import org.prorata.store.backup.Manifest;
import org.prorata.store.backup.ManifestJson;

/**
 * What a backup says it holds.
 *
 * @param format     of the file
 * @param product    version of the program that wrote it
 * @param server     version of PostgreSQL
 * @param snapshot   the transactions that it holds, as the server writes them
 * @param schema     version of the last migration
 * @param migrations in their order
 * @param json       all of it, as it stands in the file
 */
public record BackupContent(
        int format,
        String product,
        OffsetDateTime taken,
        String server,
        String snapshot,
        String schema,
        List<AppliedMigration> migrations,
        List<SavedTable> tables,
        List<SavedCounter> counters,
        List<TableLeftOut> leftOut,
        String json) {

    /** A migration by its script. */
    public record AppliedMigration(String script, int checksum) {}

    /** A table, its bytes as text and their SHA-256. */
    public record SavedTable(String name, long rows, long bytes, String sha256) {}

    /**
     * A sequence.
     *
     * @param called whether it gave that number already
     */
    public record SavedCounter(String name, long last, boolean called) {}

    /** A table that no backup holds, and why. */
    public record TableLeftOut(String table, String reason) {}

    static BackupContent of(Manifest manifest) {
        return new BackupContent(
                manifest.format(),
                manifest.product(),
                manifest.taken(),
                manifest.server(),
                manifest.snapshot(),
                manifest.schema(),
                manifest.migrations().stream()
                        .map(each -> new AppliedMigration(each.script(), each.checksum()))
                        .toList(),
                manifest.tables().stream()
                        .map(each -> new SavedTable(each.table().name(), each.rows(), each.bytes(), each.sha256()))
                        .toList(),
                manifest.sequences().stream()
                        .map(each -> new SavedCounter(each.name(), each.last(), each.called()))
                        .toList(),
                manifest.leftOut().stream()
                        .map(each -> new TableLeftOut(each.table(), each.reason()))
                        .toList(),
                ManifestJson.write(manifest));
    }

    public long rows() {
        return tables.stream().mapToLong(SavedTable::rows).sum();
    }

    /** Of text, before it is packed. */
    public long bytes() {
        return tables.stream().mapToLong(SavedTable::bytes).sum();
    }
}
