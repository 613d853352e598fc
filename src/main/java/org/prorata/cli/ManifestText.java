package org.prorata.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.prorata.app.BackupContent;

/** A backup's manifest for people. */
final class ManifestText {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private ManifestText() {}

    static String sum(BackupContent manifest) {
        return count(manifest.tables().size(), "table") + ", " + count(manifest.rows(), "row") + ", "
                + count(manifest.bytes(), "byte") + " of text, schema " + manifest.schema() + ", as of "
                + manifest.taken().format(MOMENT);
    }

    static List<String> lines(BackupContent manifest) {
        List<String> lines = new ArrayList<>();
        lines.add("Backup: " + sum(manifest));
        lines.add("Written by Prorata " + manifest.product() + " (format " + manifest.format() + ") from PostgreSQL "
                + manifest.server() + ", snapshot " + manifest.snapshot());
        for (BackupContent.AppliedMigration each : manifest.migrations()) {
            lines.add("Migration " + each.script() + ", checksum " + each.checksum());
        }
        int width = manifest.tables().stream()
                .mapToInt(each -> each.name().length())
                .max()
                .orElse(1);
        for (BackupContent.SavedTable each : manifest.tables()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-" + width + "s %,12d rows %,15d bytes  sha256 %s",
                    each.name(),
                    each.rows(),
                    each.bytes(),
                    each.sha256()));
        }
        for (BackupContent.SavedCounter each : manifest.counters()) {
            lines.add("Sequence " + each.name() + (each.called() ? " at " : " begins with ") + each.last());
        }
        manifest.leftOut().forEach(each -> lines.add("Left out: " + each.table() + " – " + each.reason()));
        lines.add("Whole: every byte is as it was written.");
        return lines;
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d ", number) + what + (number == 1 ? "" : "s");
    }
}
