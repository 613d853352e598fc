package org.prorata.app.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.prorata.contract.document.DossierErrors;

/** The text of a file in UTF-8, with or without a byte order mark; any other byte is an error that names its line. */
final class Utf8Text {

    private static final int BLOCK = 1 << 16;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Utf8Text() {}

    /** The text without the mark. */
    static Reader reader(Path path) throws IOException {
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(path), MARK.length);
        byte[] start = in.readNBytes(MARK.length);
        if (!java.util.Arrays.equals(start, MARK)) {
            in.unread(start);
        }
        return new InputStreamReader(in, decoder());
    }

    /** The first line or as much of it as is allowed, with the mark. */
    static String firstLine(Path path, int most) {
        if (Files.isDirectory(path)) {
            throw CsvFile.error(path, 0, "unreadable-file", "is a directory; a CSV file is wanted");
        }
        try (Reader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path), decoder()))) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r' && line.length() < most; c = reader.read()) {
                line.append((char) c);
            }
            return line.toString();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static DossierErrors unreadable(Path path, IOException e) {
        if (e instanceof CharacterCodingException) {
            return CsvFile.error(path, badLine(path), "not-utf8", "is not UTF-8 text; save the file as CSV UTF-8");
        }
        return CsvFile.error(
                path,
                0,
                "unreadable-file",
                e instanceof NoSuchFileException
                        ? "no such file"
                        : e instanceof AccessDeniedException
                                ? "the user " + System.getProperty("user.name") + " has no right to read it"
                                : "cannot be read: " + e.getMessage());
    }

    /** The line of the first byte that is no UTF-8; 0 when the file can't be read again. */
    private static int badLine(Path path) {
        CharsetDecoder decoder = decoder();
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer chars = CharBuffer.allocate(BLOCK);
        int line = 1;
        try (InputStream in = Files.newInputStream(path)) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
                boolean bad = decoder.decode(bytes, chars, read < 0).isError();
                chars.flip();
                while (chars.hasRemaining()) {
                    line += chars.get() == '\n' ? 1 : 0;
                }
                if (bad || read < 0) {
                    return line;
                }
                chars.clear();
                bytes.compact();
            }
        } catch (IOException e) {
            return 0;
        }
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
