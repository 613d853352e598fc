package org.prorata.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Passwords from a terminal, without showing them, or line by line from standard input; never from arguments, which others see. */
final class Secret {

    private static final int LONGEST = 10_000;

    private final Console console = System.console();
    private BufferedReader lines;

    /** @param what as {@code password of marie} */
    String ask(String what) {
        if (console != null) {
            char[] typed = console.readPassword("%s: ", what);
            return typed == null ? none(what) : new String(typed);
        }
        if (lines == null) {
            lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        }
        try {
            StringBuilder line = new StringBuilder();
            int letter = lines.read();
            if (letter < 0) {
                return none(what);
            }
            for (; letter >= 0 && letter != '\n'; letter = lines.read()) {
                if (line.length() == LONGEST) {
                    throw new BadInput("the line for the " + what + " does not end");
                }
                line.append((char) letter);
            }
            return line.length() > 0 && line.charAt(line.length() - 1) == '\r'
                    ? line.substring(0, line.length() - 1)
                    : line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same twice on a terminal, where nobody sees what they type. */
    String askNew(String what) {
        String first = ask(what);
        if (console != null && !first.equals(ask(what + ", once more"))) {
            throw new BadInput("the two are not the same");
        }
        return first;
    }

    private static String none(String what) {
        throw new BadInput("the " + what + " is missing: it is typed at a terminal, or is a line of standard input");
    }
}
