package org.prorata.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.dossier.KnownTerms;
import org.prorata.engine.RuleBook;
import org.prorata.policy.Row;

/** Decides by a rule book. */
public final class BookDecider implements Decider {

    private final RuleBook book;

    public BookDecider(RuleBook book) {
        this.book = book;
    }

    @Override
    public KnownTerms terms() {
        Map<String, Boolean> terms = new LinkedHashMap<>();
        for (Row row : book.source().tables().table("contract-terms!profiles").rows()) {
            terms.put(row.text("terms"), row.flag("from_dossier"));
        }
        return new KnownTerms(terms);
    }

    @Override
    public List<Decision> decide(Dossier dossier, Ask ask) {
        return book.evaluator().decide(dossier, ask);
    }
}
