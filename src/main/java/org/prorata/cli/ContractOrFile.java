package org.prorata.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What a person gave for a contract: the name of a dossier file, else the id of a contract in the database. */
record ContractOrFile(String text) {

    boolean isFile() {
        Path path = path();
        return path != null && Files.isRegularFile(path);
    }

    /** The file; null for a text that can name none. */
    Path path() {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    void refuseFolder() {
        Path path = path();
        if (path != null && Files.isDirectory(path)) {
            throw new BadInput(BadInput.shown(text) + ": is a folder; a dossier file or a contract is wanted");
        }
    }

    BadInput unknown() {
        return new BadInput("there is neither a file nor a contract called " + BadInput.shown(text));
    }
}
