package org.prorata.store.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Backups as somebody else would make them: changed and sealed anew. */
final class Zips {

    private Zips() {}

    static Map<String, byte[]> entries(Path backup) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry each : zip.stream().toList()) {
                entries.put(each.getName(), zip.getInputStream(each).readAllBytes());
            }
        }
        return entries;
    }

    static void write(Path backup, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(backup))) {
            for (String each : entries.keySet()) {
                zip.putNextEntry(new ZipEntry(each));
                zip.write(entries.get(each));
                zip.closeEntry();
            }
            zip.setComment(Seal.open());
        }
        seal(backup);
    }

    static void seal(Path backup) throws IOException {
        try (FileChannel file = FileChannel.open(backup, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Seal.close(file);
        }
    }

    /** Changes the manifest's text. */
    static Map<String, byte[]> told(Map<String, byte[]> entries, UnaryOperator<String> change) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        String before = new String(entries.get(Manifest.ENTRY), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing of the manifest changes");
        }
        changed.put(Manifest.ENTRY, after.getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    /** Changes a table's text and lets the manifest agree. */
    static Map<String, byte[]> rows(Map<String, byte[]> entries, String table, String text) {
        Manifest manifest = ManifestJson.read(new String(entries.get(Manifest.ENTRY), StandardCharsets.UTF_8));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RowSum sum = new RowSum();
        text.lines().forEach(line -> sum.row((line + "\n").getBytes(StandardCharsets.UTF_8)));
        java.security.MessageDigest digest = Sha256.start();
        digest.update(bytes);
        String sha = Sha256.hex(digest);
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put("tables/" + table + ".copy", bytes);
        changed.put(
                Manifest.ENTRY,
                ManifestJson.write(new Manifest(
                                manifest.format(),
                                manifest.product(),
                                manifest.taken(),
                                manifest.server(),
                                manifest.snapshot(),
                                manifest.migrations(),
                                manifest.tables().stream()
                                        .map(each -> each.table().name().equals(table)
                                                ? new Manifest.ManifestTable(
                                                        each.table(), sum.rows(), bytes.length, sha, sum.hex())
                                                : each)
                                        .toList(),
                                manifest.sequences(),
                                manifest.leftOut()))
                        .getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    static Map<String, byte[]> without(Map<String, byte[]> entries, String name) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        if (changed.remove(name) == null) {
            throw new IllegalArgumentException(
                    "there is no entry " + name + " among " + new TreeSet<>(entries.keySet()));
        }
        return changed;
    }

    static Map<String, byte[]> with(Map<String, byte[]> entries, String name, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(name, content);
        return changed;
    }
}
