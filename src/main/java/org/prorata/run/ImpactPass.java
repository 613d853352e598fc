package org.prorata.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.ledger.BilledToDate;
import org.prorata.ledger.Impact;
import org.prorata.ledger.Parked;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Claims;
import org.prorata.store.invoices.Ledger;
import org.prorata.store.runs.StoredImpact;

/** Contracts decided under the book that decides now and under another one, from facts that are read once. */
final class ImpactPass implements ChunkWork {

    private final Session session;
    private final Dossiers facts;
    private final Ledger ledger;
    private final Claims claims;
    private final TwoBooks books;
    private final Ask.Bill window;
    private final long known;
    private final long run;
    private final Meter meter;

    ImpactPass(Session session, TwoBooks books, Ask.Bill window, long known, long run, Meter meter) {
        this.session = session;
        this.facts = new Dossiers(session);
        this.ledger = new Ledger(session);
        this.claims = new Claims(session);
        this.books = books;
        this.window = window;
        this.known = known;
        this.run = run;
        this.meter = meter;
    }

    @Override
    public ChunkResult work(List<String> contracts) {
        List<Dossier> dossiers = meter.time(Meter.Stage.READ, () -> facts.read(contracts, known));
        Map<String, BilledToDate> accounts = meter.time(Meter.Stage.READ, () -> ledger.accounts(contracts, run));
        Map<String, Claims.Open> open =
                meter.time(Meter.Stage.LATE, () -> claims.open(contracts, window.to(), known, run));
        Impact.Chunk chunk = books.compare(dossiers, accounts, open);
        var touched = chunk.lines().stream().map(Impact.Line::contract).collect(Collectors.toSet());
        var failing = chunk.failures().stream().map(Impact.Failure::contract).collect(Collectors.toSet());
        List<Parked> parked = chunk.parked();
        return new ChunkResult(
                tally -> dossiers.forEach(dossier -> tally.contract(
                        failing.contains(dossier.contract().id()),
                        touched.contains(dossier.contract().id())
                                && !failing.contains(dossier.contract().id()))),
                parked,
                stored -> new StoredImpact(session, stored).add(chunk));
    }
}
