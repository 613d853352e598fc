package org.prorata.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.ledger.Document;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.run.ChunkResult;
import org.prorata.run.ChunkWork;
import org.prorata.run.Meter;
import org.prorata.run.Windows;
import org.prorata.store.base.Database;
import org.prorata.store.base.RunLock;
import org.prorata.store.base.Session;
import org.prorata.store.invoices.Cancellations;
import org.prorata.store.runs.Parts;
import org.prorata.store.runs.Reconciliation;
import org.prorata.store.runs.Runs;

/** Cancels an issued invoice by a credit note and, if wanted, bills anew in its place: all in one transaction. */
public final class Crediting {

    private final Session session;
    private final LocalDate today;
    private final Cancellations cancellations;
    private final Runs runs;
    private final Parts parts;

    /** @param today the day of a credit note for which no other is named */
    public Crediting(Session session, LocalDate today) {
        this.session = session;
        this.today = today;
        this.cancellations = new Cancellations(session);
        this.runs = new Runs(session);
        this.parts = new Parts(session);
    }

    /**
     * What a credit came to.
     *
     * @param paid    what was paid on the invoice, which is now in the client's favour
     * @param instead what was billed in its place, issued; empty when nothing is due or nothing was to be billed
     */
    public record Credited(Document invoice, Document note, BigDecimal paid, List<Document> instead) {}

    /**
     * Credits an invoice, which is then owed no more, not billed again, and of which nothing more is given back.
     *
     * @param on the day of the credit note; null: today, or the invoice's day if that is still to come
     * @throws RunRefused when it is not an issued invoice, or is credited or corrected already, or a run is under way or broke off, or
     *                    the series has a number of a later day
     */
    public Credited credit(String name, String reason, LocalDate on) {
        // a run under way may be correcting the same invoice
        try (RunLock lock = runs.lockToLook()) {
            refuseBesideBroken();
            return session.tx().execute(status -> {
                long recording = cancellations.record("credit of " + name);
                Document invoice = cancellations.creditable(name, on);
                Document note = cancellations.cancel(invoice, reason, day(on, invoice), null, recording);
                cancellations.audit(invoice, note, reason, List.of());
                return new Credited(invoice, note, cancellations.paid(invoice), List.of());
            });
        }
    }

    /**
     * Credits an invoice and bills what the facts known now make due for the contract, its lines not counted as billed.
     *
     * @throws RunRefused also when the contract cannot be decided
     */
    public Credited rebill(String name, String reason, LocalDate on, RuleBooks books) {
        try (RunLock lock = runs.lock()) {
            refuseBesideBroken();
            return session.tx().execute(status -> {
                long recording = cancellations.record("credit of " + name);
                Document invoice = cancellations.creditable(name, on);
                Ask.Bill since = runs.billedSince(invoice.run());
                books.closed(since.from()).ifPresent(closed -> {
                    throw new RunRefused(name + " fell due under the rule book " + closed.version() + " of calculation "
                            + closed.calculation()
                            + ", and this program has calculation " + BookSource.CALCULATION
                            + ": what is due in its place cannot be worked out here."
                            + " Credit it without --rebill, and invoice what is due in its place by hand");
                });
                List<Windows.Part> windows = Windows.cut(since, books);
                Run first = cancellations.rebilling(
                        invoice, windows.get(0).window(), windows.get(0).book().source(), recording);
                Document note = cancellations.cancel(invoice, reason, day(on, invoice), first.id(), recording);
                List<Document> instead = new ArrayList<>();
                for (Windows.Part part : windows) {
                    Run run = part == windows.get(0)
                            ? first
                            : cancellations.rebilling(
                                    invoice, part.window(), part.book().source(), recording);
                    runs.books(run, part.reigns());
                    bill(run, part.book(), invoice);
                    instead.addAll(cancellations.issue(run, note.issuedOn(), recording));
                }
                cancellations.audit(
                        invoice,
                        note,
                        reason,
                        instead.stream().map(Document::number).toList());
                return new Credited(invoice, note, cancellations.paid(invoice), instead);
            });
        }
    }

    /** A run that goes on may still correct the same invoice, by what was known when it began. */
    private void refuseBesideBroken() {
        runs.unfinished().ifPresent(broken -> {
            throw RunRefused.brokeOff(broken);
        });
    }

    private LocalDate day(LocalDate on, Document invoice) {
        return on != null ? on : today.isBefore(invoice.issuedOn()) ? invoice.issuedOn() : today;
    }

    private void bill(Run run, RuleBook book, Document invoice) {
        Parts.Held held = parts.take(run.id(), 1, Database.OWNER).orElseThrow();
        ChunkResult worked = ChunkWork.of(session, run, book, true, new Meter()).work(List.of(invoice.contract()));
        worked.parked().stream().findFirst().ifPresent(parked -> {
            throw new RunRefused(invoice.number() + " cannot be billed anew, and is not credited: " + parked.contract()
                    + ": " + parked.message());
        });
        parts.done(worked.stored(parts, run, held, invoice.contract(), worked.sums()));
        Run.Counts counts = parts.counts(run.id());
        List<String> mismatches = Reconciliation.mismatches(session, 1, run, counts);
        if (!mismatches.isEmpty()) {
            throw new RunRefused(
                    invoice.number() + " is not credited, as what would be billed in its place does not add up: "
                            + String.join("; ", mismatches));
        }
        runs.close(run.id(), counts, mismatches);
    }
}
