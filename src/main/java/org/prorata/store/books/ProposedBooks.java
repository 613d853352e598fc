package org.prorata.store.books;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prorata.book.engine.BookSource;
import org.prorata.book.schema.Table;
import org.prorata.ledger.BookProposal;
import org.prorata.ledger.TablesRefused;
import org.prorata.store.base.Columns;
import org.prorata.store.base.Session;

/** Rule books that are proposed, and what a second person says of them. */
public final class ProposedBooks {

    private static final String ALL = """
            select p.*, a.approved, a.by_whom, a.reason as answer, a.at as answered,
                (select f.moved from proposal_finding f where f.proposal = p.id and f.kind = 'impact' order by f.id desc limit 1) as moved
            from proposal p left join approval a on a.proposal = p.id""";

    private final Session session;
    private final Steps steps;

    public ProposedBooks(Session session) {
        this.session = session;
        this.steps = new Steps(session);
    }

    /** What is told of a proposal. */
    public enum ProposalFinding {
        CHECKS,
        TESTS,
        IMPACT,
        CARRIED
    }

    /**
     * Keeps a book as proposed by who acts.
     *
     * @param helpers sheets of its workbooks beside the tables
     * @param base    the book in force, which may be one of another calculation
     */
    public BookProposal propose(
            BookSource book,
            List<Table> helpers,
            BookSource base,
            String reason,
            Map<ProposalFinding, String> findings) {
        return propose(book, helpers, new BookStore(session).save(base), reason, findings, null);
    }

    /**
     * The same on a book that is kept.
     *
     * @param shipped the program's own book where its rules and tables are proposed, or null
     */
    public BookProposal propose(
            BookSource book,
            List<Table> helpers,
            String base,
            String reason,
            Map<ProposalFinding, String> findings,
            @Nullable BookSource shipped) {
        return steps.of("propose", "rule book " + book.version(), () -> {
            BookStore books = new BookStore(session);
            if (book.version().equals(base)) {
                throw new TablesRefused("nothing changes: the tables have the values of the rule book " + base);
            }
            if (shipped != null) {
                new ShippedBooks(session).keep(shipped);
            }
            long id = session.client()
                    .sql("insert into proposal (book, base, author, reason) values (?, ?, ?, ?) returning id")
                    .param(books.save(book))
                    .param(base)
                    .param(steps.actor())
                    .param(reason)
                    .query(Long.class)
                    .single();
            new HelperSheets(session).save(book.version(), helpers);
            findings.forEach((kind, summary) -> insert(id, kind, summary, null));
            session.audit()
                    .append(
                            "tables.proposed",
                            "proposal " + id,
                            Map.of("book", book.version(), "base", base, "reason", reason));
            return find(id);
        });
    }

    /**
     * Says of a proposal what the portfolio under it comes to.
     *
     * @param moved the largest sum of the differences of all contracts, each without its sign, in one currency
     */
    public void impact(long id, String summary, @Nullable BigDecimal moved) {
        find(id);
        session.tx().executeWithoutResult(status -> {
            insert(id, ProposalFinding.IMPACT, summary, moved);
            session.audit().append("tables.impact", "proposal " + id, Map.of("moved", moved));
        });
    }

    private void insert(long id, ProposalFinding kind, String summary, @Nullable BigDecimal moved) {
        session.client()
                .sql("insert into proposal_finding (proposal, kind, summary, moved) values (?, ?, ?, ?)")
                .param(id)
                .param(kind.name().toLowerCase(java.util.Locale.ROOT))
                .param(summary)
                .param(moved)
                .update();
    }

    /** The last of each that is told of a proposal. */
    public Map<ProposalFinding, String> findings(long id) {
        Map<ProposalFinding, String> findings = new EnumMap<>(ProposalFinding.class);
        session.client()
                .sql("select kind, summary from proposal_finding where proposal = ? order by id")
                .param(id)
                .query(row -> {
                    findings.put(Columns.choice(row.getString(1), ProposalFinding.class), row.getString(2));
                });
        return findings;
    }

    /** Who acts approves a proposal, or rejects it for good. */
    public BookProposal answer(long id, boolean approved, String reason) {
        return steps.of(approved ? "approve" : "reject", "proposal " + id, () -> {
            BookProposal proposal = find(id);
            if (proposal.answer() != null) {
                throw new TablesRefused("proposal " + id + " is " + proposal.state() + " already, by "
                        + proposal.answer().by() + " on "
                        + proposal.answer().at().toLocalDate()
                        + (proposal.answer().approved() ? "" : ": propose anew what is mended"));
            }
            if (proposal.author().equals(steps.actor())) {
                throw new TablesRefused("proposal " + id + " is " + proposal.author()
                        + "'s own; another person approves or rejects it");
            }
            session.client()
                    .sql("insert into approval (proposal, author, by_whom, approved, reason) values (?, ?, ?, ?, ?)")
                    .param(id)
                    .param(proposal.author())
                    .param(steps.actor())
                    .param(approved)
                    .param(reason)
                    .update();
            session.audit()
                    .append(
                            approved ? "tables.approved" : "tables.rejected",
                            "proposal " + id,
                            Map.of("reason", reason));
            return find(id);
        });
    }

    /** All of them, the first one first. */
    public List<BookProposal> all() {
        return session.client()
                .sql(ALL + " order by p.id")
                .query(ProposedBooks::read)
                .list();
    }

    /** @throws TablesRefused when there is none of that number */
    public BookProposal find(long id) {
        Optional<BookProposal> found = session.client()
                .sql(ALL + " where p.id = ?")
                .param(id)
                .query(ProposedBooks::read)
                .optional();
        return found.orElseThrow(
                () -> new TablesRefused("there is no proposal " + id + "; prorata tables log lists them"));
    }

    private static BookProposal read(ResultSet row, int number) throws SQLException {
        BookProposal.Answer answer = row.getString("by_whom") == null
                ? null
                : new BookProposal.Answer(
                        row.getBoolean("approved"),
                        row.getString("by_whom"),
                        row.getString("answer"),
                        row.getObject("answered", OffsetDateTime.class));
        return new BookProposal(
                row.getLong("id"),
                row.getString("book"),
                row.getString("base"),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class),
                answer,
                row.getBigDecimal("moved"));
    }
}
