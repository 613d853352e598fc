package org.prorata.store.postgres;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in PostgreSQL's output the line that says why it gave up. */
final class ServerComplaint {

    private static final Pattern LINE = Pattern.compile("(?m)\\b(PANIC|FATAL|[Ee]rror):\\s+(.*)$");

    private ServerComplaint() {}

    static Optional<String> in(String output) {
        Matcher matcher = LINE.matcher(output);
        return matcher.find() ? Optional.of(matcher.group(2).strip()) : Optional.empty();
    }
}
