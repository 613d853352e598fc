package org.prorata.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.prorata.run.Reconciliation;
import org.prorata.run.RunOpening;
import org.prorata.run.Windows;
import org.prorata.store.base.Database;
import org.prorata.store.base.RunLock;
import org.prorata.store.base.Session;
import org.prorata.store.facts.IncomingPayments;
import org.prorata.store.invoices.Cancellations;
import org.prorata.store.runs.BilledWindows;
import org.prorata.store.runs.Parts;
import org.prorata.store.runs.RunAdmission;
import org.prorata.store.runs.Runs;

/** The work of a credit, in one transaction. */
final class CreditWork {

    private final Session session;
    private final LocalDate today;
    private final Cancellations cancellations;
    private final Runs runs;
    private final RunAdmission admission;
    private final RunOpening opening;
    private final Parts parts;

    /** @param today the day of a credit note for which no other is named */
    CreditWork(Session session, LocalDate today) {
        this.session = session;
        this.today = today;
        this.cancellations = new Cancellations(session);
        this.runs = new Runs(session);
        this.admission = new RunAdmission(session);
        this.opening = new RunOpening(session);
        this.parts = new Parts(session);
    }

    Crediting.Credited credit(String name, String reason, @Nullable LocalDate on) {
        // a run under way may be correcting the same invoice
        try (RunLock lock = admission.lockToLook()) {
            refuseBesideBroken();
            return session.tx().execute(status -> {
                long recording = cancellations.record("credit of " + name);
                Document invoice = cancellations.creditable(name, on);
                Document note = cancellations.cancel(invoice, reason, day(on, invoice), null, recording);
                cancellations.audit(invoice, note, reason, List.of());
                return new Crediting.Credited(
                        invoice, note, new IncomingPayments(session).paid(invoice.id()), List.of());
            });
        }
    }

    Crediting.Credited rebill(String name, String reason, @Nullable LocalDate on, RuleBooks books) {
        try (RunLock lock = admission.lock()) {
            refuseBesideBroken();
            return session.tx().execute(status -> {
                long recording = cancellations.record("credit of " + name);
                Document invoice = cancellations.creditable(name, on);
                Ask.Bill since = new BilledWindows(session).billedSince(invoice.run());
                books.closed(since.from()).ifPresent(closed -> {
                    throw new RunRefused(name + " fell due under the rule book " + closed.version() + " of calculation "
                            + closed.calculation()
                            + ", and this program has calculation " + BookSource.CALCULATION
                            + ": what is due in its place cannot be worked out here."
                            + " Credit it without --rebill, and invoice what is due in its place by hand");
                });
                List<Windows.Part> windows = Windows.cut(since, books);
                Run first = opening.rebilling(invoice, windows.get(0), recording);
                Document note = cancellations.cancel(invoice, reason, day(on, invoice), first.id(), recording);
                List<Document> instead = new ArrayList<>();
                for (Windows.Part part : windows) {
                    Run run = part == windows.get(0) ? first : opening.rebilling(invoice, part, recording);
                    bill(run, part.book(), invoice);
                    instead.addAll(cancellations.issue(run, note.issuedOn(), recording));
                }
                cancellations.audit(
                        invoice,
                        note,
                        reason,
                        instead.stream().map(Document::number).toList());
                return new Crediting.Credited(invoice, note, new IncomingPayments(session).paid(invoice.id()), instead);
            });
        }
    }

    /** A run that goes on may still correct the same invoice, by what was known when it began. */
    private void refuseBesideBroken() {
        admission.unfinished().ifPresent(broken -> {
            throw RunRefused.brokeOff(broken);
        });
    }

    private LocalDate day(@Nullable LocalDate on, Document invoice) {
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
