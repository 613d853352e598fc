package org.prorata.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.engine.Answer;
import org.prorata.engine.Evaluator.Request;
import org.prorata.store.Claims;
import org.prorata.store.Database;
import org.prorata.store.Facts;
import org.prorata.store.NewNote;
import org.prorata.store.Parked;

/** Claims what late payers owe and no debit note has claimed yet, on invoices from elsewhere and on ours. */
final class LatePass implements Pass {

    private final Facts facts;
    private final Claims claims;
    private final Answers answers;
    private final Ask.Late ask;
    private final long known;
    private final long run;

    LatePass(Database database, Answers answers, Ask.Late ask, long known, long run) {
        this.facts = new Facts(database);
        this.claims = new Claims(database);
        this.answers = answers;
        this.ask = ask;
        this.known = known;
        this.run = run;
    }

    /** What is claimed of one contract, with no lines when nothing is; {@code error} is not null when it could not be decided. */
    record Outcome(NewNote note, CannotDecide error) {
    }

    @Override
    public Worked work(List<String> contracts) {
        List<NewNote> notes = new ArrayList<>();
        List<Parked> parked = new ArrayList<>();
        List<Outcome> outcomes = outcomes(contracts);
        for (Outcome outcome : outcomes) {
            if (outcome.error() != null) {
                parked.add(new Parked(outcome.note().dossier().contract().id(), outcome.error().code(), outcome.error().getMessage()));
            } else if (!outcome.note().lines().isEmpty()) {
                notes.add(outcome.note());
            }
        }
        return new Worked(tally -> {
            outcomes.forEach(o -> tally.contract(o.error() != null, o.error() == null && !o.note().lines().isEmpty()));
            notes.forEach(note -> {
                tally.billed(note.dossier());
                tally.document(note.dossier(), false, note.lines().size(), note.amount(), BigDecimal.ZERO);
            });
        }, parked, stored -> claims.write(stored, notes, parked));
    }

    /** What is claimed of each contract, in their order. */
    List<Outcome> outcomes(List<String> contracts) {
        List<Dossier> dossiers = facts.read(contracts, known);
        Map<String, Claims.Open> open = claims.open(contracts, ask.on(), known, run);
        List<Request> requests = new ArrayList<>();
        Map<String, CannotDecide> errors = new HashMap<>();
        for (Dossier dossier : dossiers) {
            try {
                requests.add(new Request(dossier.withInvoices(invoices(dossier, open.get(dossier.contract().id()))), ask));
            } catch (CannotDecide e) {
                errors.put(dossier.contract().id(), e);
            }
        }
        List<Answer> answered = answers.of(requests);
        List<Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (Dossier dossier : dossiers) {
            CannotDecide error = errors.get(dossier.contract().id());
            Answer answer = error == null ? answered.get(next++) : null;
            error = answer == null ? error : answer.error();
            outcomes.add(new Outcome(new NewNote(dossier, ask.on(), error != null ? List.of()
                    : lines(answer.decisions(), open.get(dossier.contract().id()))), error));
        }
        return outcomes;
    }

    private static List<Invoice> invoices(Dossier dossier, Claims.Open open) {
        Map<String, Invoice> all = new LinkedHashMap<>();
        for (Invoice i : dossier.invoices()) {
            List<Invoice.Claimed> claimed = new ArrayList<>(i.claimed());
            claimed.addAll(open.received().getOrDefault(i.id(), List.of()));
            all.put(i.id(), new Invoice(i.id(), i.issued(), i.due(), i.amount(), i.disputed(), i.payments(), claimed));
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
            } else if (decision instanceof Decision.RecoveryFee fee && fee.toClaim().signum() > 0) {
                lines.add(line(fee.invoice(), ours, Invoice.Claimed.Kind.FEE, fee.toClaim(), decision));
            }
        }
        return lines;
    }

    private static NewNote.Line line(String invoice, Map<String, Long> ours, Invoice.Claimed.Kind kind, BigDecimal amount,
                                     Decision decision) {
        Long own = ours.get(invoice);
        return new NewNote.Line(own, own == null ? invoice : null, kind, amount, decision);
    }
}
