package org.prorata.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Told;
import org.prorata.decision.CannotDecide;
import org.prorata.ledger.BilledToDate;
import org.prorata.ledger.NewBill;
import org.prorata.ledger.Parked;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.facts.RecordedSince;
import org.prorata.store.invoices.Ledger;

/**
 * Bills contracts: the difference between what the facts make due and what is billed. A contract's first run takes stock:
 * what fell due before its window counts as invoiced as it was due, unless the dossier states what was.
 */
public final class BillPass implements ChunkWork {

    private final Dossiers facts;
    private final Ledger ledger;
    private final RecordedSince recorded;
    private final DueBills due;
    private final long known;
    private final long run;
    private final Meter meter;

    /**
     * @param earlier the books of the days before the window's
     * @param known the recording up to which facts are known
     * @param run   the number of the run; lines of earlier ones are billed
     * @param meter is told the time spent
     */
    BillPass(
            Session session,
            BatchAnswers answers,
            Ask.Bill window,
            Earlier earlier,
            long known,
            long run,
            Meter meter) {
        this.facts = new Dossiers(session);
        this.ledger = new Ledger(session);
        this.recorded = new RecordedSince(session);
        this.due = new DueBills(answers, window.withServiceCredits(), earlier);
        this.known = known;
        this.run = run;
        this.meter = meter;
    }

    /** What is billed to one contract; {@code error} is not null when it could not be decided. */
    public record Outcome(NewBill bill, CannotDecide error) {}

    @Override
    public ChunkResult work(List<String> contracts) {
        List<NewBill> bills = new ArrayList<>();
        List<Parked> parked = new ArrayList<>();
        for (Outcome outcome : outcomes(contracts)) {
            if (outcome.error() == null) {
                bills.add(outcome.bill());
            } else {
                parked.add(new Parked(
                        outcome.bill().dossier().contract().id(),
                        outcome.error().code(),
                        outcome.error().getMessage()));
            }
        }
        return new ChunkResult(
                tally -> tally(bills, parked, tally), parked, stored -> ledger.write(stored, bills, parked));
    }

    private static void tally(List<NewBill> bills, List<Parked> parked, Tally tally) {
        parked.forEach(one -> tally.contract(true, false));
        for (NewBill bill : bills) {
            tally.contract(false, !bill.documents().isEmpty());
            if (!bill.documents().isEmpty()) {
                tally.billed(bill.dossier());
            }
            bill.documents()
                    .forEach(d -> tally.document(
                            bill.dossier(),
                            d.creditNote(),
                            d.lines().size(),
                            d.total().net(),
                            d.total().tax()));
        }
    }

    /** What is billed to each contract, in their order. */
    public List<Outcome> outcomes(List<String> contracts) {
        List<Dossier> dossiers = meter.time(Meter.Stage.READ, () -> facts.read(contracts, known));
        Map<String, BilledToDate> accounts = meter.time(Meter.Stage.READ, () -> ledger.accounts(contracts, run));
        List<Outcome> outcomes = meter.time(Meter.Stage.RULES, () -> due.outcomes(dossiers, accounts));
        List<String> corrected = outcomes.stream()
                .filter(outcome -> outcome.bill().corrects())
                .map(outcome -> id(outcome.bill().dossier()))
                .toList();
        return corrected.isEmpty() ? outcomes : named(outcomes, dossiers, corrected);
    }

    /** The same, decided once more for contracts that are given back something or charged late: with what was recorded since, to name it. */
    private List<Outcome> named(List<Outcome> outcomes, List<Dossier> dossiers, List<String> corrected) {
        Map<String, List<Told>> told = meter.time(Meter.Stage.READ, () -> recorded.since(corrected, known, run));
        if (told.isEmpty()) {
            return outcomes;
        }
        List<Dossier> again = dossiers.stream()
                .filter(dossier -> told.containsKey(id(dossier)))
                .map(dossier -> dossier.withTold(told.get(id(dossier))))
                .toList();
        Map<String, BilledToDate> accounts = meter.time(
                Meter.Stage.READ,
                () -> ledger.accounts(again.stream().map(BillPass::id).toList(), run));
        Map<String, Outcome> named = new HashMap<>();
        meter.time(Meter.Stage.RULES, () -> due.outcomes(again, accounts))
                .forEach(outcome -> named.put(id(outcome.bill().dossier()), outcome));
        return outcomes.stream()
                .map(outcome -> named.getOrDefault(id(outcome.bill().dossier()), outcome))
                .toList();
    }

    private static String id(Dossier dossier) {
        return dossier.contract().id();
    }
}
