package org.prorata.app.intake;

import java.util.List;
import org.prorata.contract.document.RowText;

/** Stores the rows of one feed, in two steps: the first may go on while an earlier chunk is at its second. */
interface Receiver<P> {

    /** Reads the rows of a chunk as far as that goes before its turn. */
    P prepare(List<RowText> rows);

    /**
     * Stores those rows of a chunk that are sound and new, within the transaction of the thread.
     *
     * @param source what their recording is called
     * @return one answer a row, in their order
     */
    List<RowAnswer> take(P prepared, String source);
}
