package org.prorata.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.dossier.KnownTerms;
import org.prorata.engine.RuleBooks;
import org.prorata.policy.Row;

/** Decides by the rule book of the question's day. */
public final class BookDecider implements Decider {

    private final RuleBooks books;

    public BookDecider(RuleBooks books) {
        this.books = books;
    }

    @Override
    public KnownTerms terms() {
        Map<String, Boolean> terms = new LinkedHashMap<>();
        for (Row row : books.newestOpen().orElseGet(books::newest).source().tables().table("contract-terms!term").rows()) {
            terms.merge(row.text("terms"), row.integer("first_months") == null && !row.flag("open_ended"), Boolean::logicalOr);
        }
        return new KnownTerms(terms);
    }

    @Override
    public List<Decision> decide(Dossier dossier, Ask ask) {
        // only a question without a day of its own is answered by today's book
        return books.answering(ask, LocalDate.now()).evaluator().decide(dossier, ask);
    }
}
