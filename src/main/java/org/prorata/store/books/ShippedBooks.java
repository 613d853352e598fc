package org.prorata.store.books;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prorata.book.engine.BookSource;
import org.prorata.decision.explain.Json;
import org.prorata.store.base.Session;

/** Rule books as programs brought them along, and which of them people edited until another book came of it. */
public final class ShippedBooks {

    private static final String SHIPPED = "shipped";

    private final Session session;

    public ShippedBooks(Session session) {
        this.session = session;
    }

    /** Keeps a program's own book as such. */
    String keep(BookSource shipped) {
        String version = new BookStore(session).save(shipped);
        keep(version);
        return version;
    }

    /** Keeps a stored book as one that a program brought along. */
    void keep(String version) {
        session.client()
                .sql("insert into shipped_book (book) values (?) on conflict do nothing")
                .param(version)
                .update();
    }

    /**
     * The book that a program brought along and from which a book came by the edits of its tables; empty where that is not known, as
     * when its rules have another text.
     */
    public Optional<String> behind(String book) {
        Set<String> seen = new HashSet<>();
        String at = book;
        while (at != null && seen.add(at)) {
            if (is(at)) {
                return sameRules(at, book) ? Optional.of(at) : Optional.empty();
            }
            Optional<String> shipped = proposedOn(at);
            if (shipped.isPresent()) {
                return shipped.filter(version -> sameRules(version, book));
            }
            at = session.client()
                    .sql("select base from proposal where book = ? order by id limit 1")
                    .param(at)
                    .query(String.class)
                    .optional()
                    .orElse(null);
        }
        return Optional.empty();
    }

    private boolean is(String book) {
        return session.client()
                .sql("select exists (select from shipped_book where book = ?)")
                .param(book)
                .query(Boolean.class)
                .single();
    }

    /** The program's own book on which a proposal says that it was made. */
    private Optional<String> proposedOn(String book) {
        return session.client()
                .sql("""
                select f.summary from proposal_finding f join proposal p on p.id = f.proposal where p.book = ? and f.kind = 'carried'
                order by f.id limit 1""")
                .param(book)
                .query(String.class)
                .optional()
                .map(summary -> (String) ((Map<?, ?>) Json.read(summary)).get(SHIPPED));
    }

    private boolean sameRules(String shipped, String book) {
        return session.client()
                .sql("""
                select exists (select from rule_book s, rule_book b where s.version = ? and b.version = ? and s.rules = b.rules
                and s.calculation = b.calculation)""")
                .param(shipped)
                .param(book)
                .query(Boolean.class)
                .single();
    }
}
