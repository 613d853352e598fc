package org.prorata.store.backup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that appears under its name only when it is whole and on the disk; until then it is FILE.part. */
final class NewFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final boolean force;
    private final FileChannel channel;
    private boolean kept;

    private NewFile(Path target, Path part, boolean force, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.force = force;
        this.channel = channel;
    }

    /** Refuses a name under which no file may be written. */
    static void check(Path target, boolean force) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BackupRefused(target + ": there is no folder " + folder + "; create it or correct the name");
        }
        if (Files.isDirectory(target)) {
            throw new BackupRefused(target + ": is a folder; name the file to be written");
        }
        if (!force && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(target);
        }
    }

    static NewFile begin(Path target, boolean force) throws IOException {
        check(target, force);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            return open(target, part, force);
        } catch (FileAlreadyExistsException e) {
            discard(part);
            return open(target, part, force);
        }
    }

    private static NewFile open(Path target, Path part, boolean force) throws IOException {
        // it holds what customers pay: nobody else needs to read it
        FileAttribute<?>[] own =
                part.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        FileChannel channel = FileChannel.open(part, Set.of(CREATE_NEW, READ, WRITE), own);
        // an end by a signal leaves no part behind
        part.toFile().deleteOnExit();
        channel.lock();
        return new NewFile(target, part, force, channel);
    }

    /** The part of a command that was killed is taken away, that of one at work is not. */
    private static void discard(Path part) throws IOException {
        try (FileChannel other = FileChannel.open(part, WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock free = other.tryLock()) {
            if (free != null) {
                Files.delete(part);
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw busy(part);
        }
        throw busy(part);
    }

    FileChannel channel() {
        return channel;
    }

    /** Gives the file its name, for good. */
    void keep() throws IOException {
        channel.force(true);
        if (force) {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            linkOrMove();
        }
        kept = true;
        try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), READ)) {
            folder.force(true);
        }
    }

    private void linkOrMove() throws IOException {
        try {
            // unlike a move, a link never takes the place of a file that came meanwhile
            Files.createLink(target, part);
            Files.delete(part);
        } catch (FileAlreadyExistsException e) {
            throw taken(target);
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            check(target, false);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static BackupRefused taken(Path target) {
        return new BackupRefused(target + ": is there already; name another file, or --force to replace it");
    }

    private static BackupRefused busy(Path part) {
        return new BackupRefused(part + ": another backup is being written under this name; wait until it is done");
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (!kept) {
                Files.deleteIfExists(part);
            }
        }
    }
}
