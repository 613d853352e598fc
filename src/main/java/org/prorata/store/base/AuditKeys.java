package org.prorata.store.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.prorata.access.IdentityRefused;
import org.prorata.ledger.AuditKey;

/** The keys of the audit log: lines of a file that only its owner reads, the last one for new entries. */
public final class AuditKeys {

    private static final int BYTES = 32;
    private static final String LINE = "[0-9a-f]{" + 2 * BYTES + "}";

    private final @Nullable Path file;
    private final @Nullable String given;

    private AuditKeys(@Nullable Path file, @Nullable String given) {
        this.file = file;
        this.given = given;
    }

    /** Those of a file, which is made with a new key when the log begins. */
    public static AuditKeys in(Path file) {
        return new AuditKeys(file, null);
    }

    /**
     * First named wins: {@code PRORATA_AUDIT_KEY}, {@code PRORATA_AUDIT_KEY_FILE}, {@code prorata.audit.key-file}; else
     * {@code audit.key} in the data folder.
     */
    public static AuditKeys of(Path dataFolder, Properties properties, Map<String, String> environment) {
        String key = environment.get("PRORATA_AUDIT_KEY");
        if (key != null && !key.isBlank()) {
            return new AuditKeys(null, key.strip());
        }
        String named =
                environment.getOrDefault("PRORATA_AUDIT_KEY_FILE", properties.getProperty("prorata.audit.key-file"));
        return in(named == null || named.isBlank() ? dataFolder.resolve("audit.key") : Path.of(named));
    }

    /** The key for new entries, if there is one. */
    Optional<AuditKey> current() {
        List<AuditKey> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The key of a name, if it is here. */
    public Optional<AuditKey> find(String id) {
        return all().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** Where they are looked for, for people. */
    public String place() {
        return file == null ? "PRORATA_AUDIT_KEY" : file.toString();
    }

    /** Makes a key for entries from now on; those before keep theirs. */
    AuditKey make() {
        if (file == null) {
            throw new IdentityRefused("audit.key_given");
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        String line = HexFormat.of().formatHex(key) + "\n";
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            if (Files.exists(file)) {
                all();
                Files.writeString(file, line, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
            } else {
                create(file, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return current().orElseThrow();
    }

    /** Under its name only when it is whole; of two who begin at once one makes it. */
    private static void create(Path file, String line) throws IOException {
        Path made = Files.createTempFile(
                file.toAbsolutePath().getParent(), "audit", ".unfinished", PrivateFile.attributes(file));
        try {
            Files.writeString(made, line, StandardOpenOption.SYNC);
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException othersWere) {
            // theirs is as good
            return;
        } finally {
            Files.delete(made);
        }
    }

    private List<AuditKey> all() {
        if (file == null) {
            return List.of(key(Objects.requireNonNull(given), 0));
        }
        if (!Files.exists(file)) {
            return List.of();
        }
        PrivateFile.refuseShared(file);
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            return java.util.stream.IntStream.range(0, lines.size())
                    .mapToObj(i -> key(lines.get(i).strip(), i + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AuditKey key(String text, int line) {
        if (!text.matches(LINE)) {
            throw new IdentityRefused("audit.key_malformed", place() + (line == 0 ? "" : ":" + line), 2 * BYTES);
        }
        return new AuditKey(HexFormat.of().parseHex(text));
    }
}
