package org.prorata.store.runs;

import static org.prorata.store.base.Columns.day;

import java.time.LocalDate;
import java.util.List;
import org.prorata.book.engine.RuleBooks;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;

/** By which rule books runs decided. */
public final class RunBooks {

    private final Session session;

    public RunBooks(Session session) {
        this.session = session;
    }

    /**
     * A book of a run.
     *
     * @param from the day from which on it was in force; null: from the beginning
     */
    public record Book(LocalDate from, String version) {}

    /** Keeps the books that were in force until the end of a run's window, its own the last, where it has more than that one. */
    public void keep(Run run, List<RuleBooks.BookInForce> inForce) {
        for (int i = 0; inForce.size() > 1 && i < inForce.size(); i++) {
            session.client()
                    .sql("insert into run_book (run, position, from_day, book) values (?, ?, ?, ?)")
                    .param(run.id())
                    .param(i + 1)
                    .param(inForce.get(i).from())
                    .param(inForce.get(i).version())
                    .update();
        }
    }

    /** The books that were in force until the end of a run's window, its own the last; none where there was no other. */
    public List<Book> of(long run) {
        return session.client()
                .sql("select from_day, book from run_book where run = ? order by position")
                .param(run)
                .query((row, number) -> new Book(day(row, "from_day"), row.getString("book")))
                .list();
    }
}
