package org.prorata.contract.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a document, bounded in size, valid UTF-8 and free of control characters. */
record SourceText(String file, String text) {

    /** Larger than any contract; what is larger is refused before it is read whole. */
    static final int MAX_BYTES = 10 * 1024 * 1024;

    /** Deeper than any dossier; what is deeper is hostile. */
    static final int MAX_DEPTH = 20;

    static SourceText read(Path path) {
        String file = path.toString();
        if (Files.isDirectory(path)) {
            throw Problems.fatal(file, 0, "unreadable-file", "is a directory; a YAML or JSON file is wanted");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return of(file, in.readNBytes(MAX_BYTES + 1));
        } catch (NoSuchFileException e) {
            throw Problems.fatal(file, 0, "unreadable-file", "no such file");
        } catch (AccessDeniedException e) {
            throw Problems.fatal(
                    file,
                    0,
                    "unreadable-file",
                    "the user " + System.getProperty("user.name") + " has no right to read it");
        } catch (IOException e) {
            throw Problems.fatal(file, 0, "unreadable-file", "cannot be read: " + e.getMessage());
        }
    }

    static SourceText of(String file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Problems.fatal(
                    file, 0, "too-large", "is larger than " + MAX_BYTES / 1024 / 1024 + " MB, the most that is read");
        }
        String text = decode(file, bytes);
        checkCharacters(file, text);
        return new SourceText(file, text);
    }

    boolean json() {
        return file.toLowerCase(java.util.Locale.ROOT).endsWith(".json");
    }

    Node parse() {
        return json() ? new JsonTree(this).parse() : new YamlTree(this).parse();
    }

    DossierErrors fatal(int line, String code, String message) {
        return Problems.fatal(file, line, code, message);
    }

    private static String decode(String file, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw Problems.fatal(file, line, "not-utf8", "is not UTF-8 text; save the file in UTF-8");
        }
    }

    private static void checkCharacters(String file, String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (Character.isISOControl(c) && c != '\t' && c != '\r'
                    || c == '\uFFFE'
                    || c == '\uFFFF'
                    || c == '\uFEFF') {
                throw Problems.fatal(
                        file,
                        line,
                        "control-character",
                        String.format(
                                "holds the control character U+%04X; only printable text, tabs and line ends are allowed",
                                (int) c));
            }
        }
    }
}
