package org.prorata.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.KnownTerms;
import org.prorata.decision.Decision;
import org.prorata.decision.policy.Row;

/** Decides by the rule book of the question's day. */
public final class BookDecider implements Decider {

    private final RuleBooks books;
    private final Map<RuleBook, Citations> citations = new ConcurrentHashMap<>();

    public BookDecider(RuleBooks books) {
        this.books = books;
    }

    @Override
    public KnownTerms terms() {
        Map<String, Boolean> terms = new LinkedHashMap<>();
        for (Row row : books.newestOpen()
                .orElseGet(books::newest)
                .source()
                .tables()
                .table("contract-terms!term")
                .rows()) {
            terms.merge(
                    row.text("terms"),
                    row.integer("first_months") == null && !row.flag("open_ended"),
                    Boolean::logicalOr);
        }
        return new KnownTerms(terms);
    }

    @Override
    public List<Decision> decide(Dossier dossier, Ask ask) {
        return book(ask).evaluator().decide(dossier, ask);
    }

    @Override
    public UnaryOperator<String> citations(Ask ask) {
        return citations.computeIfAbsent(
                book(ask), book -> Citations.of(book.source().tables()));
    }

    /** Only a question without a day of its own is answered by today's book. */
    private RuleBook book(Ask ask) {
        return books.answering(ask, LocalDate.now());
    }
}
