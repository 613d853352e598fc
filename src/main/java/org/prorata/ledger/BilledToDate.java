package org.prorata.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prorata.contract.Billed;

/**
 * What of a contract is billed.
 *
 * @param opened  whether a run has taken stock of what was invoiced before
 * @param since   first day of the window of the first run that billed something, or null
 * @param parked  first day of the window of the first run that could not decide it, or null: what falls due from there on was never
 *                billed for that reason alone
 * @param opening the lines that it took as invoiced
 * @param own     our lines, the oldest first
 * @param undone  lines of invoices that were credited to be billed anew: they count no more, but their places are taken
 */
public record BilledToDate(
        boolean opened,
        @Nullable LocalDate since,
        @Nullable LocalDate parked,
        List<Billed> opening,
        List<Line> own,
        List<Billed> undone) {

    private static final Comparator<Billed> ORDER = Comparator.comparing(Billed::from)
            .thenComparing(Billed::item)
            .thenComparing(Billed::reason)
            .thenComparing(Billed::to)
            .thenComparing(Billed::amount);

    /** Of a contract of which nothing is billed. */
    public static final BilledToDate NONE = new BilledToDate(false, null, null, List.of(), List.of(), List.of());

    public BilledToDate {
        opening = opening.stream().sorted(ORDER).toList();
        own = List.copyOf(own);
        undone = List.copyOf(undone);
    }

    /**
     * A line of an invoice of ours.
     *
     * @param catchUp whether it adds to what was charged for its days
     */
    public record Line(long invoice, Billed billed, boolean catchUp) {}

    /** The same account once stock is taken. */
    public BilledToDate open(List<Billed> lines) {
        return new BilledToDate(true, since, parked, lines, own, undone);
    }

    /** Opening and own lines as a dossier states them; {@code stated} stands for the opening where it is not null. */
    public List<Billed> billed(@Nullable List<Billed> stated) {
        List<Billed> all = new ArrayList<>(stated == null ? opening : stated);
        own.forEach(line -> all.add(line.billed()));
        return all;
    }
}
