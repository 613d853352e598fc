package org.prorata.ledger;

import org.jspecify.annotations.Nullable;

/** A line of one run beside that of the other, either of which may be missing. */
public record ComparedLines(
        @Nullable ComparedLine a, @Nullable ComparedLine b) {}
