package org.prorata.store.base;

import java.util.Arrays;

/** The bytes of rows as COPY takes them. */
abstract sealed class CopyFormat permits CopyText, CopyBinary {

    private static final int INITIAL = 1 << 16;

    private final int columns;
    byte[] bytes = new byte[INITIAL];
    int length;

    CopyFormat(int columns) {
        this.columns = columns;
    }

    final int columns() {
        return columns;
    }

    /** What the order to copy says of the format. */
    abstract String options();

    /** Adds a row, its cells in the order of the columns. */
    abstract void row(Object[] cells);

    /** What follows the last row. */
    void end() {}

    /** As it was before the first row. */
    void clear() {
        length = 0;
    }

    /** Makes room for so many bytes more. */
    final void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    final void one(int b) {
        room(1);
        bytes[length++] = (byte) b;
    }

    /** Text of ASCII letters. */
    @SuppressWarnings("deprecation")
    final void ascii(String text) {
        room(text.length());
        // the low bytes of the letters, which for ASCII are all of them
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }
}
