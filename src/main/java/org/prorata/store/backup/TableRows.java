package org.prorata.store.backup;

import java.io.IOException;

/** Takes the rows of a table, each as a line of text with its end. */
@FunctionalInterface
public interface TableRows {

    void row(byte[] line) throws IOException;
}
