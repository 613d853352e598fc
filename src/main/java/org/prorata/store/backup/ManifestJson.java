package org.prorata.store.backup;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.prorata.decision.explain.Json;
import org.prorata.store.base.Migration;

/** The manifest as JSON and back. */
public final class ManifestJson {

    private static final Pattern ACTING = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    private ManifestJson() {}

    public static String write(Manifest manifest) {
        return Json.text(fields(
                "format",
                manifest.format(),
                "product",
                manifest.product(),
                "taken",
                manifest.taken(),
                "server",
                manifest.server(),
                "snapshot",
                manifest.snapshot(),
                "migrations",
                manifest.migrations().stream()
                        .map(each ->
                                fields("version", each.version(), "script", each.script(), "checksum", each.checksum()))
                        .toList(),
                "tables",
                manifest.tables().stream()
                        .map(each -> fields(
                                "name",
                                each.table().name(),
                                "columns",
                                each.table().columns(),
                                "rows",
                                each.rows(),
                                "bytes",
                                each.bytes(),
                                "sha256",
                                each.sha256(),
                                "row_sum",
                                each.rowSum()))
                        .toList(),
                "sequences",
                manifest.sequences().stream()
                        .map(each -> fields("name", each.name(), "last", each.last(), "called", each.called()))
                        .toList(),
                "left_out",
                manifest.leftOut().stream()
                        .map(each -> fields("table", each.table(), "reason", each.reason()))
                        .toList()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws BackupRefused for a newer format
     * @throws RuntimeException for what is no manifest at all
     */
    static Manifest read(String text) {
        Map<?, ?> all = (Map<?, ?>) Json.read(text);
        int format = number(all, "format").intValueExact();
        if (format > Manifest.FORMAT) {
            throw new BackupRefused("has format " + format + " and this program reads formats up to " + Manifest.FORMAT
                    + "; use the newer program that wrote it");
        }
        Manifest manifest = new Manifest(
                format,
                string(all, "product"),
                OffsetDateTime.parse(string(all, "taken")),
                string(all, "server"),
                string(all, "snapshot"),
                list(
                        all,
                        "migrations",
                        each -> new Migration(
                                string(each, "version"),
                                string(each, "script"),
                                number(each, "checksum").intValueExact())),
                list(
                        all,
                        "tables",
                        each -> new Manifest.ManifestTable(
                                new StoredTable(
                                        string(each, "name"),
                                        ((List<?>) given(each, "columns"))
                                                .stream()
                                                        .map(column -> shown((String) column))
                                                        .toList()),
                                size(each, "rows"),
                                size(each, "bytes"),
                                string(each, "sha256"),
                                string(each, "row_sum"))),
                list(
                        all,
                        "sequences",
                        each -> new Counter(
                                string(each, "name"), number(each, "last").longValueExact(), (Boolean)
                                        given(each, "called"))),
                list(all, "left_out", each -> new LeftOut(string(each, "table"), string(each, "reason"))));
        if (manifest.migrations().isEmpty()
                || manifest.tables().stream()
                                .map(Manifest.ManifestTable::entry)
                                .distinct()
                                .count()
                        != manifest.tables().size()) {
            throw new IllegalArgumentException("no migrations, or a table twice");
        }
        return manifest;
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private static Object given(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static String string(Map<?, ?> fields, String name) {
        return shown((String) given(fields, name));
    }

    /** All of it is printed some time, where some characters would act on a terminal. */
    private static String shown(String text) {
        if (ACTING.matcher(text).find()) {
            throw new IllegalArgumentException("control characters");
        }
        return text;
    }

    private static BigDecimal number(Map<?, ?> fields, String name) {
        return (BigDecimal) given(fields, name);
    }

    private static long size(Map<?, ?> fields, String name) {
        long size = number(fields, name).longValueExact();
        if (size < 0) {
            throw new IllegalArgumentException(name + " is negative");
        }
        return size;
    }

    private static <T> List<T> list(Map<?, ?> fields, String name, Function<Map<?, ?>, T> read) {
        return ((List<?>) given(fields, name))
                .stream().map(each -> read.apply((Map<?, ?>) each)).toList();
    }
}
