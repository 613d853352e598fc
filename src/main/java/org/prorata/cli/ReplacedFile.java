package org.prorata.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;

/** A file of the user's that gets another content: all of it at once, or none. */
final class ReplacedFile {

    private ReplacedFile() {}

    /** Refuses a workbook that a spreadsheet program holds open, as its next save would undo what is written. */
    static void refuseOpen(Path file) {
        String name = file.getFileName().toString();
        for (String lock : List.of(".~lock." + name + "#", "~$" + name)) {
            if (Files.exists(file.resolveSibling(lock))) {
                throw new BadInput(file
                        + ": is open in a spreadsheet program; close it there first, or leave it as it is by --no-write (its lock is "
                        + lock + ")");
            }
        }
    }

    static void write(Path file, byte[] content) throws IOException {
        Path real = file.toRealPath();
        Path written = Files.createTempFile(real.getParent(), "." + real.getFileName(), ".new");
        try {
            Files.write(written, content);
            if (Files.getFileAttributeView(real, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(real));
            }
            move(written, real);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
