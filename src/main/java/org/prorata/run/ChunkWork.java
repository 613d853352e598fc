package org.prorata.run;

import java.util.List;
import org.prorata.book.engine.CompiledBooks;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;

/** The work of a run on one chunk of contracts, without storing anything. */
public sealed interface ChunkWork permits BillPass, LatePass, ImpactPass {

    ChunkResult work(List<String> contracts);

    /**
     * The work of a run on chunks of contracts.
     *
     * @param parallel whether one chunk is to be decided by several threads
     * @param meter    is told the time spent
     */
    static ChunkWork of(Session session, Run run, RuleBook book, boolean parallel, Meter meter) {
        BatchAnswers answers = new BatchAnswers(book.evaluator(), parallel);
        if (run.against() != null) {
            Ask.Bill window = (Ask.Bill) run.ask();
            RuleBook old = run.against().equals(book.version())
                    ? book
                    : CompiledBooks.of(new BookStore(session).load(run.against()));
            return new ImpactPass(
                    session,
                    new TwoBooks(old, book, window, ClosedDays.of(session, run).orElse(null), parallel, meter),
                    window,
                    run.knownAt(),
                    run.id(),
                    meter);
        }
        if (run.ask() instanceof Ask.Bill bill) {
            return new BillPass(
                    session, answers, bill, Earlier.of(session, run, book, parallel), run.knownAt(), run.id(), meter);
        }
        if (run.ask() instanceof Ask.Late late) {
            return new LatePass(session, answers, late, run.knownAt(), run.id());
        }
        throw new IllegalArgumentException("a run bills or claims, it does not answer " + run.ask());
    }
}
