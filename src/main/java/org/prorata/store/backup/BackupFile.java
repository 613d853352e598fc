package org.prorata.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that was read through and found whole: each entry as it was written, none missing, none added. */
public final class BackupFile implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 1 << 24;
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip) throws IOException {
        this.path = path;
        this.zip = zip;
        List<String> found = zip.stream().map(ZipEntry::getName).toList();
        ZipEntry described = zip.getEntry(Manifest.ENTRY);
        if (described == null) {
            throw damaged(Manifest.ENTRY, "is missing");
        }
        this.manifest = manifest(described);
        compare(found);
        for (Manifest.ManifestTable table : manifest.tables()) {
            check(table);
        }
    }

    /**
     * Opens a backup and reads all of it.
     *
     * @throws BackupRefused when it is damaged, or none at all, naming the entry
     */
    public static BackupFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new BackupRefused(path + ": " + (Files.exists(path) ? "is no file" : "no such file"));
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            String wrong = Seal.wrongEnd(file);
            if (wrong != null) {
                throw new BackupRefused(path + ": " + wrong);
            }
            BackupFile backup = read(path);
            try {
                if (!Seal.holds(file)) {
                    throw new BackupRefused(
                            path + ": is damaged outside of its entries: it is not the file that was written");
                }
                return backup;
            } catch (IOException | RuntimeException e) {
                backup.close();
                throw e;
            }
        }
    }

    private static BackupFile read(Path path) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new BackupRefused(path + ": its list of entries is damaged: " + e.getMessage(), e);
        }
        try {
            return new BackupFile(path, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The rows of a table. */
    InputStream rows(Manifest.ManifestTable table) throws IOException {
        return zip.getInputStream(zip.getEntry(table.entry()));
    }

    BackupRefused refused(String why) {
        return new BackupRefused(path + ": " + why);
    }

    BackupRefused damaged(String entry, String how) {
        return new BackupRefused(path + ", entry " + entry + ": " + how);
    }

    private Manifest manifest(ZipEntry entry) throws IOException {
        byte[] text;
        try (InputStream in = zip.getInputStream(entry)) {
            text = in.readNBytes(LONGEST_MANIFEST + 1);
        } catch (ZipException | java.io.EOFException e) {
            throw damaged(Manifest.ENTRY, "is damaged");
        }
        CRC32 sum = new CRC32();
        sum.update(text);
        if (text.length > LONGEST_MANIFEST) {
            throw damaged(Manifest.ENTRY, "is longer than " + LONGEST_MANIFEST + " bytes, which none is");
        }
        if (sum.getValue() != entry.getCrc()) {
            throw damaged(Manifest.ENTRY, "is damaged");
        }
        try {
            return ManifestJson.read(new String(text, StandardCharsets.UTF_8));
        } catch (BackupRefused e) {
            throw refused(Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (RuntimeException e) {
            throw new BackupRefused(path + ", entry " + Manifest.ENTRY + ": is no manifest of a backup", e);
        }
    }

    private void compare(List<String> found) {
        Set<String> wanted = manifest.tables().stream()
                .map(Manifest.ManifestTable::entry)
                .collect(Collectors.toCollection(TreeSet::new));
        wanted.add(Manifest.ENTRY);
        List<String> extra = new ArrayList<>(found);
        for (String each : wanted) {
            if (!extra.remove(each)) {
                throw damaged(each, "is missing");
            }
        }
        if (!extra.isEmpty()) {
            Collections.sort(extra);
            // a name may hold anything, so that it is shown without what would act on a terminal
            throw damaged(extra.get(0).replaceAll("[\\p{Cntrl}\\p{Cf}]", "?"), "does not belong to the backup");
        }
    }

    private void check(Manifest.ManifestTable table) throws IOException {
        MessageDigest digest = Sha256.start();
        long bytes = 0;
        long rows = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = rows(table)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes += read;
                if (bytes > table.bytes()) {
                    throw damaged(
                            table.entry(), "holds more than the " + table.bytes() + " bytes that the manifest names");
                }
                digest.update(chunk, 0, read);
                for (int i = 0; i < read; i++) {
                    rows += chunk[i] == '\n' ? 1 : 0;
                }
            }
        } catch (ZipException | java.io.EOFException e) {
            throw damaged(table.entry(), "is damaged");
        }
        if (bytes != table.bytes()
                || rows != table.rows()
                || !Sha256.hex(digest).equals(table.sha256())) {
            throw damaged(
                    table.entry(),
                    "was written with " + table.rows() + " rows in " + table.bytes() + " bytes and holds "
                            + (bytes == table.bytes() && rows == table.rows()
                                    ? "other ones"
                                    : rows + " rows in " + bytes + " bytes"));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
