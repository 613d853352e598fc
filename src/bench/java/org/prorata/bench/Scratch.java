package org.prorata.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.prorata.store.postgres.AtExit;

/** A temporary folder for as long as a benchmark runs. */
public final class Scratch implements AutoCloseable {

    private final Path folder;
    private final Runnable stay;

    public Scratch() throws IOException {
        this.folder = Files.createTempDirectory("prorata-bench");
        this.stay = AtExit.last(() -> FolderCopy.delete(folder));
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        FolderCopy.delete(folder);
        stay.run();
    }
}
