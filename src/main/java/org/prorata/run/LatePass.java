package org.prorata.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.decision.CannotDecide;
import org.prorata.ledger.NewNote;
import org.prorata.ledger.Parked;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Claims;

/** Claims what late payers owe and no debit note has claimed yet, on invoices from elsewhere and on ours. */
public final class LatePass implements ChunkWork {

    private final Dossiers facts;
    private final Claims claims;
    private final DueNotes due;
    private final Ask.Late ask;
    private final long known;
    private final long run;

    LatePass(Session session, BatchAnswers answers, Ask.Late ask, long known, long run) {
        this.facts = new Dossiers(session);
        this.claims = new Claims(session);
        this.due = new DueNotes(answers, ask);
        this.ask = ask;
        this.known = known;
        this.run = run;
    }

    /** What is claimed of one contract, with no lines when nothing is; {@code error} is not null when it could not be decided. */
    public record Outcome(NewNote note, CannotDecide error) {}

    @Override
    public ChunkResult work(List<String> contracts) {
        List<NewNote> notes = new ArrayList<>();
        List<Parked> parked = new ArrayList<>();
        List<Outcome> outcomes = outcomes(contracts);
        for (Outcome outcome : outcomes) {
            if (outcome.error() != null) {
                parked.add(new Parked(
                        outcome.note().dossier().contract().id(),
                        outcome.error().code(),
                        outcome.error().getMessage()));
            } else if (!outcome.note().lines().isEmpty()) {
                notes.add(outcome.note());
            }
        }
        return new ChunkResult(
                tally -> {
                    outcomes.forEach(o -> tally.contract(
                            o.error() != null,
                            o.error() == null && !o.note().lines().isEmpty()));
                    notes.forEach(note -> {
                        tally.billed(note.dossier());
                        tally.document(note.dossier(), false, note.lines().size(), note.amount(), BigDecimal.ZERO);
                    });
                },
                parked,
                stored -> claims.write(stored, notes, parked));
    }

    /** What is claimed of each contract, in their order. */
    public List<Outcome> outcomes(List<String> contracts) {
        return due.outcomes(facts.read(contracts, known), claims.open(contracts, ask.on(), known, run));
    }
}
