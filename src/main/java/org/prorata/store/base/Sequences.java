package org.prorata.store.base;

import java.util.List;

/** The next numbers of a sequence. */
public final class Sequences {

    /** That of previews, whose ids lie below zero and are none of an invoice or a debit note. */
    public static final String PREVIEW = "preview_id";

    private Sequences() {}

    public static List<Long> next(Session session, String sequence, int count) {
        return count == 0
                ? List.of()
                : session.client()
                        .sql("select nextval(?::regclass) from generate_series(1, ?)")
                        .param(sequence)
                        .param(count)
                        .query(Long.class)
                        .list();
    }
}
