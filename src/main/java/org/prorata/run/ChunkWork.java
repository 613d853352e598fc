package org.prorata.run;

import java.util.List;
import org.prorata.book.engine.HeldBooks;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.ledger.Run;
import org.prorata.store.base.Database;
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
    static ChunkWork of(Database database, Run run, RuleBook book, boolean parallel, Meter meter) {
        Answers answers = new Answers(book.evaluator(), parallel);
        if (run.against() != null) {
            Ask.Bill window = (Ask.Bill) run.ask();
            RuleBook old = run.against().equals(book.version())
                    ? book
                    : HeldBooks.of(new BookStore(database).load(run.against()));
            return new ImpactPass(
                    database,
                    new TwoBooks(old, book, window, ClosedDays.of(database, run).orElse(null), parallel, meter),
                    window,
                    run.knownAt(),
                    run.id(),
                    meter);
        }
        if (run.ask() instanceof Ask.Bill bill) {
            return new BillPass(
                    database, answers, bill, Earlier.of(database, run, book, parallel), run.knownAt(), run.id(), meter);
        }
        if (run.ask() instanceof Ask.Late late) {
            return new LatePass(database, answers, late, run.knownAt(), run.id());
        }
        throw new IllegalArgumentException("a run bills or claims, it does not answer " + run.ask());
    }
}
