package org.prorata.store.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.prorata.book.engine.BookSource;
import org.prorata.book.workbook.Helpers;
import org.prorata.ledger.Activation;
import org.prorata.ledger.BookProposal;
import org.prorata.ledger.Run;
import org.prorata.ledger.TablesRefused;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;

/** Which rule book is in force from which day. An activation holds from its day on, in place of all that was to begin later. */
public final class Activations {

    private final Session session;
    private final Steps steps;

    public Activations(Session session) {
        this.session = session;
        this.steps = new Steps(session);
    }

    /** All of them in their order; a database without any begins with the book of its last run, or else the shipped one. */
    public List<Activation> begun(BookSource shipped) {
        List<Activation> all = all();
        if (!all.isEmpty()) {
            return all;
        }
        session.tx().executeWithoutResult(status -> {
            steps.lock();
            if (all().isEmpty()) {
                begin(shipped);
            }
        });
        return all();
    }

    private void begin(BookSource shipped) {
        Optional<String> last = session.client()
                .sql("select book from run where not preview order by id desc limit 1")
                .query(String.class)
                .optional();
        ShippedBooks brought = new ShippedBooks(session);
        String book = last.orElseGet(() -> new BookStore(session).save(shipped));
        brought.keep(book);
        if (book.equals(shipped.version())) {
            new HelperSheets(session).save(book, Helpers.shipped());
        }
        String reason = last.isPresent() ? "the rule book of the last run" : "the rule book of the program";
        insert(book, null, null, null, null, reason);
        session.audit()
                .append("tables.activated", "rule book " + book, Map.of("from", "the beginning", "reason", reason));
    }

    /** Until the transaction of the thread ends no other book comes into force. */
    public void hold() {
        steps.lock();
    }

    /** All of them, the first one first. */
    public List<Activation> all() {
        return session.client()
                .sql("select * from activation order by id")
                .query(Activations::read)
                .list();
    }

    /** Those that put a proposal in force, at first and again. */
    public List<Activation> of(long proposal) {
        return session.client()
                .sql("""
                select * from activation where proposal = :proposal
                or back_to is not null and book = (select book from proposal where id = :proposal) order by id""")
                .param("proposal", proposal)
                .query(Activations::read)
                .list();
    }

    /** The last one. */
    public Activation newest() {
        return session.client()
                .sql("select * from activation order by id desc limit 1")
                .query(Activations::read)
                .single();
    }

    /** Whether a book was ever in force or proposed here, as it is or with what people had changed. */
    public boolean known(String book) {
        return session.client()
                .sql(
                        "select exists (select from activation where book = ?) or exists (select from proposal where book = ?)"
                                + " or exists (select from shipped_book where book = ?)")
                .param(book)
                .param(book)
                .param(book)
                .query(Boolean.class)
                .single();
    }

    /**
     * Puts an approved proposal in force from a day on.
     *
     * @param acceptImpact whether who acts, an approver, accepts that it moves more than the limit
     * @param broken       looks for a run of another calculation that broke off
     */
    public Activation activate(long id, LocalDate from, boolean acceptImpact, Supplier<Optional<Run>> broken) {
        return steps.of("activate", "proposal " + id, () -> {
            BookProposal proposal = new ProposedBooks(session).find(id);
            if (proposal.answer() == null) {
                throw new TablesRefused("proposal " + id + " is not approved yet: prorata tables approve " + id
                        + " --reason TEXT, by another person than " + proposal.author());
            }
            if (!proposal.answer().approved()) {
                throw new TablesRefused("proposal " + id + " is rejected, by "
                        + proposal.answer().by() + ": " + proposal.answer().reason());
            }
            all().stream()
                    .filter(each -> Objects.equals(each.proposal(), id))
                    .findFirst()
                    .ifPresent(done -> {
                        throw new TablesRefused(
                                "proposal " + id + " is in force already, " + done.since() + ", by " + done.by());
                    });
            Activation before = newest();
            if (!before.book().equals(proposal.base())) {
                throw new TablesRefused("proposal " + id + " was made on the rule book " + proposal.base() + ", but "
                        + before.book() + " is in force since, " + before.since() + ", by " + before.by()
                        + ": propose again on " + before.book());
            }
            broken.get().ifPresent(Activations::refuseBeside);
            refuseBilled(from);
            refuseOtherCalculation(proposal.book());
            String accepted =
                    new MovedLimit(session).refuse(proposal, from, before.from(), billed().orElse(null), acceptImpact);
            return put(proposal.book(), from, id, null, before, proposal.reason(), accepted);
        });
    }

    /**
     * Puts the book of an earlier activation in force again from a day on, at once: what a second person answers for is that
     * another one had put in force what is left now.
     */
    public Activation rollback(Activation to, LocalDate from, String reason) {
        return steps.of("rollback", "activation " + to.id(), () -> {
            Activation before = newest();
            if (before.book().equals(to.book())) {
                throw new TablesRefused("the rule book " + to.book() + " is the one in force, " + before.since());
            }
            if (before.by().equals(steps.actor())) {
                throw new TablesRefused(
                        "activation " + before.id() + " is " + before.by() + "'s own; another approver rolls it back");
            }
            refuseBilled(from);
            refuseOtherCalculation(to.book());
            return put(to.book(), from, null, to.id(), before, reason, null);
        });
    }

    private Activation put(
            String book,
            LocalDate from,
            Long proposal,
            Long backTo,
            Activation before,
            String reason,
            String accepted) {
        long id = insert(book, from, proposal, backTo, before, reason);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("book", book);
        detail.put("from", from);
        detail.put("in_place_of", before.book());
        detail.put(proposal == null ? "back_to" : "proposal", proposal == null ? backTo : proposal);
        detail.put("reason", reason);
        if (accepted != null) {
            detail.put("accepted_impact", accepted);
        }
        session.audit()
                .append(proposal == null ? "tables.rolled_back" : "tables.activated", "activation " + id, detail);
        return newest();
    }

    private long insert(String book, LocalDate from, Long proposal, Long backTo, Activation before, String reason) {
        return session.client()
                .sql("""
                insert into activation (book, from_day, proposal, approved, back_to, follows, followed_by_whom, by_whom, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .param(book)
                .param(from)
                .param(proposal)
                .param(proposal == null ? null : Boolean.TRUE)
                .param(backTo)
                .param(before == null ? null : before.id())
                .param(before == null ? null : before.by())
                .param(steps.actor())
                .param(reason)
                .query(Long.class)
                .single();
    }

    /** What is billed keeps its book. */
    private void refuseBilled(LocalDate from) {
        billed().filter(last -> !from.isAfter(last)).ifPresent(last -> {
            throw new TablesRefused(
                    "--from " + from + ": days up to " + last + " are billed already, and keep their rule book; the"
                            + " earliest day allowed is " + last.plusDays(1));
        });
    }

    /** Its days would count as billed, and nothing can go on with it. */
    private static void refuseBeside(Run broken) {
        throw new TablesRefused("run " + broken.id() + " (" + broken.title() + ") broke off under calculation "
                + broken.calculation()
                + " and cannot be gone on with by this program: take its drafts away first, by prorata run abandon "
                + broken.id());
    }

    /** The last day that is billed or claimed. */
    private Optional<LocalDate> billed() {
        return session.client()
                .sql("select max(coalesce(to_day, on_day)) as day from run where not preview and state <> 'abandoned'")
                .query((row, number) -> Optional.ofNullable(Columns.day(row, "day")))
                .single();
    }

    /** Nothing could be billed by it. */
    private void refuseOtherCalculation(String book) {
        int calculation = new BookStore(session).calculation(book);
        if (calculation != BookSource.CALCULATION) {
            throw new TablesRefused(
                    "the rule book " + book + " is of calculation " + calculation + " and this program has calculation "
                            + BookSource.CALCULATION
                            + ", which could not bill by it: propose its workbooks on the book that the program brings along, by"
                            + " prorata tables propose --shipped FILE…");
        }
    }

    private static Activation read(ResultSet row, int number) throws SQLException {
        return new Activation(
                row.getLong("id"),
                row.getString("book"),
                Columns.day(row, "from_day"),
                Columns.whole(row, "proposal"),
                Columns.whole(row, "back_to"),
                Columns.whole(row, "follows"),
                row.getString("by_whom"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class));
    }
}
