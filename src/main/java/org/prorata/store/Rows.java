package org.prorata.store;

import java.io.IOException;

/** Takes the rows of a table, each as a line of text with its end. */
@FunctionalInterface
public interface Rows {

    void row(byte[] line) throws IOException;
}
