package org.prorata.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * Days that another calculation billed and a run left alone: what fell due on them counts as it was billed.
 *
 * @param last        the last of them
 * @param books       the rule books that decided them, the first one first
 * @param calculation this program's
 */
public record SettledDays(LocalDate last, List<Book> books, int calculation) {

    /** A rule book and its calculation. */
    public record Book(String version, int calculation) {}
}
