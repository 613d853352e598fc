package org.prorata.store.backup;

import java.util.Objects;

/** Rows that the database does not take: the message is the server's. */
public final class RowsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RowsRefused(Throwable cause) {
        super(firstLine(cause), cause);
    }

    private static String firstLine(Throwable failure) {
        Throwable each = failure;
        while (each.getCause() != null) {
            each = each.getCause();
        }
        return Objects.requireNonNullElse(each.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("no reason given");
    }
}
