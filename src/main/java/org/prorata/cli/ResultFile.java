package org.prorata.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the user named for results; whatever keeps it from being written is told in one line. */
final class ResultFile {

    private ResultFile() {}

    /** What stands in a file. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInput(file + ": cannot be written, as there is no folder " + folder);
        }
        if (Files.isDirectory(file)) {
            throw new BadInput(file + ": is a folder; a file is wanted");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(bytes);
        try {
            Files.write(file, bytes.toByteArray());
        } catch (java.nio.file.FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be written: " + e.getMessage());
        }
    }
}
