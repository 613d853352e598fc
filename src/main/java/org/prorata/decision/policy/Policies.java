package org.prorata.decision.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The decision tables of one rule book, as subjects see them. Safe to share between threads. */
public interface Policies {

    /**
     * The one row that answers, made into a policy; the result is kept and shared.
     *
     * @throws org.prorata.decision.CannotDecide when no row or more than one answers
     */
    <T> T require(TableId table, Function<Row, T> as, LocalDate on, String... values);

    /** The same, null when no row answers. */
    <T> T find(TableId table, Function<Row, T> as, LocalDate on, String... values);

    /** Every row that answers, in the order of the sheet: bands, windows of a week; a value that is null leaves its key open. The result is kept and shared. */
    <T> List<T> all(TableId table, Function<Row, T> as, LocalDate on, String... values);

    /** A published series by the name of its sheet. */
    Series series(String name);
}
