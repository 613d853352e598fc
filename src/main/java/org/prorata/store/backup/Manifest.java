package org.prorata.store.backup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.prorata.store.base.Migration;

/**
 * What a backup says about itself.
 *
 * @param format   of the file; a program reads its own and older ones
 * @param product  version of the program that wrote it
 * @param server   version of PostgreSQL
 * @param snapshot the transactions that it holds, as the server writes them
 */
public record Manifest(
        int format,
        String product,
        OffsetDateTime taken,
        String server,
        String snapshot,
        List<Migration> migrations,
        List<ManifestTable> tables,
        List<Counter> sequences,
        List<LeftOut> leftOut) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    public Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A table in the backup.
     *
     * @param sha256 of its entry
     * @param rowSum the sum of its rows' hashes, the same in whatever order they are read
     */
    public record ManifestTable(StoredTable table, long rows, long bytes, String sha256, String rowSum) {

        /** Where its rows are; a name in the database may hold what a name in a file may not. */
        String entry() {
            return "tables/" + URLEncoder.encode(table.name(), StandardCharsets.UTF_8) + ".copy";
        }
    }

    public long rows() {
        return tables.stream().mapToLong(ManifestTable::rows).sum();
    }

    public long bytes() {
        return tables.stream().mapToLong(ManifestTable::bytes).sum();
    }

    /** Version of the last migration. */
    public String schema() {
        return migrations.get(migrations.size() - 1).version();
    }
}
