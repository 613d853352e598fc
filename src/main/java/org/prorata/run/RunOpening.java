package org.prorata.run;

import java.util.List;
import java.util.function.Supplier;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks.BookInForce;
import org.prorata.contract.Ask;
import org.prorata.ledger.Document;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;
import org.prorata.store.runs.RunBooks;
import org.prorata.store.runs.Runs;

/** Opens runs, the rule books by which they decide kept before them: what a run names can be compiled again. */
public final class RunOpening {

    private final Session session;
    private final BookStore books;
    private final Runs runs;

    public RunOpening(Session session) {
        this.session = session;
        this.books = new BookStore(session);
        this.runs = new Runs(session);
    }

    /** A run of a window or a day, opened with the books that were in force before its own, the last one. */
    Run opened(List<BookInForce> inForce, Supplier<Run> open) {
        return session.tx().execute(status -> {
            books.save(inForce.get(inForce.size() - 1).book().source());
            Run run = open.get();
            keep(run, inForce);
            return run;
        });
    }

    /** The comparison of a book with the one that decides now. */
    Run impact(Ask.Bill window, long known, RuleBook old, RuleBook book, int size) {
        return session.tx().execute(status -> {
            books.save(book.source());
            books.save(old.source());
            return runs.openImpact(window, known, old.source(), book.source(), size);
        });
    }

    /** One that bills the contract of a credited invoice in its place, within the transaction of the thread. */
    public Run rebilling(Document invoice, Windows.Part part, long recording) {
        books.save(part.book().source());
        Run run = runs.rebilling(
                invoice.number(),
                invoice.contract(),
                part.window(),
                recording,
                part.book().source());
        keep(run, part.inForce());
        return run;
    }

    private void keep(Run run, List<BookInForce> inForce) {
        if (inForce.size() > 1) {
            inForce.stream()
                    .filter(each -> each.closed() == null)
                    .forEach(each -> books.save(each.book().source()));
        }
        new RunBooks(session).keep(run, inForce);
    }
}
