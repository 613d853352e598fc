package org.prorata.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.KnownTerms;
import org.prorata.decision.Decision;

/** The rule book in use, as the commands see it; made when the first command needs it. */
public interface Decider {

    /** The terms that dossiers may name. */
    KnownTerms terms();

    /**
     * The decisions on one question.
     *
     * @throws org.prorata.decision.CannotDecide when the dossier cannot be decided as it stands
     */
    List<Decision> decide(Dossier dossier, Ask ask);

    /** Where the clauses stand that the answer to a question cites. */
    UnaryOperator<String> citations(Ask ask);
}
