package org.prorata.store.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The last words of a backup, in the comment that ends a zip file: the hash of all bytes before it. They show a file that
 * was cut off or changed anywhere, also where no entry lies.
 */
final class Seal {

    private static final String WORDS = "prorata backup, sha256 ";
    private static final int DIGITS = 64;
    private static final int END_OF_ZIP = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int COUNT = 10;
    private static final int FOLDER_LENGTH = 12;
    private static final int COMMENT_LENGTH = 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_FOLDER = 1 << 22;
    private static final int CHUNK = 1 << 16;

    private Seal() {}

    /** The comment before the hash is known. */
    static String open() {
        return WORDS + "0".repeat(DIGITS);
    }

    /** Puts the hash into the comment of a file that ends with an open one. */
    static void close(FileChannel file) throws IOException {
        file.write(ByteBuffer.wrap(hash(file).getBytes(StandardCharsets.US_ASCII)), file.size() - DIGITS);
    }

    /**
     * Looks at the end alone, before anything else is read: it says how long the list of entries is.
     *
     * @return what is wrong, or null
     */
    static @Nullable String wrongEnd(FileChannel file) throws IOException {
        int length = END_LENGTH + WORDS.length() + DIGITS;
        if (file.size() < length) {
            return "is no backup of Prorata, or is cut off";
        }
        ByteBuffer end = read(file, file.size() - length, length).order(ByteOrder.LITTLE_ENDIAN);
        if (end.getInt(0) != END_OF_ZIP
                || end.getShort(COMMENT_LENGTH) != WORDS.length() + DIGITS
                || !StandardCharsets.ISO_8859_1
                        .decode(end.slice(END_LENGTH, WORDS.length()))
                        .toString()
                        .equals(WORDS)) {
            return "is no backup of Prorata, or is cut off";
        }
        int entries = Short.toUnsignedInt(end.getShort(COUNT));
        if (entries > MOST_ENTRIES || Integer.toUnsignedLong(end.getInt(FOLDER_LENGTH)) > LONGEST_FOLDER) {
            return "lists more than " + MOST_ENTRIES + " entries, which no backup has";
        }
        return null;
    }

    static boolean holds(FileChannel file) throws IOException {
        ByteBuffer kept = read(file, file.size() - DIGITS, DIGITS);
        return StandardCharsets.ISO_8859_1.decode(kept).toString().equals(hash(file));
    }

    private static String hash(FileChannel file) throws IOException {
        MessageDigest digest = Sha256.start();
        long end = file.size() - DIGITS;
        for (long at = 0; at < end; at += CHUNK) {
            digest.update(read(file, at, (int) Math.min(CHUNK, end - at)));
        }
        return Sha256.hex(digest);
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("ended early");
            }
        }
        return bytes.flip();
    }
}
