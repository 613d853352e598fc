package org.prorata.store;

import java.util.List;

/** The next numbers of a sequence. */
final class Sequences {

    /** That of previews, whose ids lie below zero and are none of an invoice or a debit note. */
    static final String PREVIEW = "preview_id";

    private Sequences() {}

    static List<Long> next(Database database, String sequence, int count) {
        return count == 0
                ? List.of()
                : database.client()
                        .sql("select nextval(?::regclass) from generate_series(1, ?)")
                        .param(sequence)
                        .param(count)
                        .query(Long.class)
                        .list();
    }
}
