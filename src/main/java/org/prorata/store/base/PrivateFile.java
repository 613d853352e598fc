package org.prorata.store.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.prorata.access.IdentityRefused;

/** Files that only their owner may read, on systems that know owners. */
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

    private PrivateFile() {}

    /**
     * Refuses what others may read or write.
     *
     * @throws IdentityRefused naming its rights and how to change them
     */
    public static void refuseShared(Path file) {
        if (!knowsOwners(file)) {
            return;
        }
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            Set<PosixFilePermission> others = EnumSet.allOf(PosixFilePermission.class);
            others.removeAll(PosixFilePermissions.fromString("rwx------"));
            if (rights.stream().anyMatch(others::contains)) {
                throw new IdentityRefused("file.shared", file.toString(), PosixFilePermissions.toString(rights));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With these a file is made private from its first moment. */
    static FileAttribute<?>[] attributes(Path file) {
        return knowsOwners(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
