package org.prorata.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.prorata.store.base.Session;

/** Brings a backup into an empty database, all of it or nothing. */
public final class Restore {

    private final Session session;
    private final BackupFile file;

    public Restore(Session session, BackupFile file) {
        this.session = session;
        this.file = file;
    }

    /**
     * Makes the tables as they were, fills them, and brings them to the version of this program.
     *
     * @param verify whether what was stored is read back and compared
     * @return the version of the schema now
     * @throws BackupRefused when the backup does not fit this program, or its rows do not fit together
     */
    public String run(boolean verify) throws IOException {
        Manifest manifest = file.manifest();
        try (EmptyPlace place = EmptyPlace.take(session)) {
            place.refusal(manifest.migrations()).ifPresent(why -> {
                throw file.refused(why);
            });
            List<Manifest.ManifestTable> tables = manifest.tables().stream()
                    .filter(each -> LeftOut.of(each.table().name()).isEmpty())
                    .toList();
            compare(tables, place.make(manifest.migrations()));
            compare(manifest.sequences(), place);
            for (Manifest.ManifestTable each : tables) {
                load(each, place);
            }
            place.count(manifest.sequences());
            if (verify) {
                for (Manifest.ManifestTable each : tables) {
                    verify(each, place);
                }
            }
            return place.keep();
        } catch (RowsRefused e) {
            throw file.refused("its rows do not go together: " + e.getMessage() + "; nothing is restored");
        }
    }

    private void compare(List<Manifest.ManifestTable> told, List<StoredTable> made) {
        Map<String, Set<String>> missing = new HashMap<>();
        made.forEach(table -> missing.put(table.name(), new TreeSet<>(table.columns())));
        for (Manifest.ManifestTable each : told) {
            Set<String> columns = missing.remove(each.table().name());
            if (columns == null) {
                throw file.damaged(
                        each.entry(),
                        "no migration of schema " + file.manifest().schema() + " makes this table");
            }
            if (each.table().columns().size() != columns.size()
                    || !columns.containsAll(each.table().columns())) {
                throw file.damaged(
                        each.entry(),
                        "has the columns " + String.join(", ", each.table().columns()) + "; the table has "
                                + String.join(", ", columns));
            }
        }
        if (!missing.isEmpty()) {
            throw file.refused("holds no table " + new TreeSet<>(missing.keySet()).first() + ", which schema "
                    + file.manifest().schema() + " has");
        }
    }

    private void compare(List<Counter> told, EmptyPlace place) {
        List<String> names = told.stream().map(Counter::name).sorted().toList();
        List<String> made =
                place.counters().stream().map(Counter::name).sorted().toList();
        if (!names.equals(made)) {
            throw file.refused("holds the sequences " + String.join(", ", names) + "; schema "
                    + file.manifest().schema() + " has " + String.join(", ", made));
        }
    }

    private void load(Manifest.ManifestTable table, EmptyPlace place) throws IOException {
        MessageDigest digest = Sha256.start();
        long rows;
        try (InputStream in = new DigestInputStream(file.rows(table), digest)) {
            rows = place.write(table.table(), in);
        } catch (RowsRefused e) {
            throw file.damaged(
                    table.entry(), "the database does not take its rows: " + e.getMessage() + "; nothing is restored");
        }
        if (rows != table.rows()) {
            throw file.damaged(
                    table.entry(),
                    "the database takes " + rows + " of its " + table.rows() + " lines for rows; nothing is restored");
        }
        if (!Sha256.hex(digest).equals(table.sha256())) {
            throw file.damaged(table.entry(), "changed while it was read; nothing is restored");
        }
    }

    private void verify(Manifest.ManifestTable table, EmptyPlace place) throws IOException {
        RowSum sum = new RowSum();
        place.read(table.table(), sum);
        if (sum.rows() != table.rows()
                || sum.bytes() != table.bytes()
                || !sum.hex().equals(table.rowSum())) {
            throw file.damaged(
                    table.entry(),
                    "came out of the database otherwise than it went in: " + sum.rows() + " of " + table.rows()
                            + " rows; nothing is restored");
        }
    }
}
