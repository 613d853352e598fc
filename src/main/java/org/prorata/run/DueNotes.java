package org.prorata.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.ledger.NewNote;
import org.prorata.store.invoices.Claims;

/** What one rule book claims of late payers on a day, given what is known and what is claimed already; stores nothing. */
public final class DueNotes {

    private final BatchAnswers answers;
    private final Ask.Late ask;

    DueNotes(BatchAnswers answers, Ask.Late ask) {
        this.answers = answers;
        this.ask = ask;
    }

    /** What is claimed of each contract, in their order. */
    List<LatePass.Outcome> outcomes(List<Dossier> dossiers, Map<String, Claims.Open> open) {
        List<Request> requests = new ArrayList<>();
        Map<String, CannotDecide> errors = new HashMap<>();
        for (Dossier dossier : dossiers) {
            try {
                requests.add(new Request(
                        dossier.withInvoices(
                                invoices(dossier, open.get(dossier.contract().id()))),
                        ask));
            } catch (CannotDecide e) {
                errors.put(dossier.contract().id(), e);
            }
        }
        List<BookAnswer> answered = answers.of(requests);
        List<LatePass.Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (Dossier dossier : dossiers) {
            CannotDecide error = errors.get(dossier.contract().id());
            BookAnswer answer = error == null ? answered.get(next++) : null;
            error = answer == null ? error : answer.error();
            outcomes.add(new LatePass.Outcome(
                    new NewNote(
                            dossier,
                            ask.on(),
                            error != null
                                    ? List.of()
                                    : lines(
                                            answer.decisions(),
                                            open.get(dossier.contract().id()))),
                    error));
        }
        return outcomes;
    }

    /** The contract's invoices from elsewhere and ours, each with what was paid and claimed. */
    public static List<Invoice> invoices(Dossier dossier, Claims.Open open) {
        Map<String, Invoice> all = new LinkedHashMap<>();
        for (Invoice i : dossier.invoices()) {
            List<Invoice.Claimed> claimed = new ArrayList<>(i.claimed());
            claimed.addAll(open.received().getOrDefault(i.id(), List.of()));
            all.put(i.id(), i.with(open.settled(i), claimed));
        }
        for (Invoice own : open.ours().values()) {
            if (all.putIfAbsent(own.id(), own) != null) {
                throw new CannotDecide("two-invoices", "an invoice from elsewhere has the name of ours: " + own.id());
            }
        }
        return List.copyOf(all.values());
    }

    private static List<NewNote.Line> lines(List<Decision> decisions, Claims.Open open) {
        Map<String, Long> ours = new HashMap<>();
        open.ours().forEach((id, invoice) -> ours.put(invoice.id(), id));
        List<NewNote.Line> lines = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.LateInterest late && late.toClaim().signum() > 0) {
                lines.add(line(late.invoice(), ours, Invoice.Claimed.Kind.INTEREST, late.toClaim(), decision));
            } else if (decision instanceof Decision.RecoveryFee fee
                    && fee.toClaim().signum() > 0) {
                lines.add(line(fee.invoice(), ours, Invoice.Claimed.Kind.FEE, fee.toClaim(), decision));
            }
        }
        return lines;
    }

    private static NewNote.Line line(
            String invoice, Map<String, Long> ours, Invoice.Claimed.Kind kind, BigDecimal amount, Decision decision) {
        Long own = ours.get(invoice);
        return new NewNote.Line(own, own == null ? invoice : null, kind, amount, decision);
    }
}
