package org.prorata.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.explain.Sentences;
import org.prorata.store.runs.BilledWindows;

/** Says of contracts that arrive what their first bill would say, and what no bill will: what fell due before it. */
final class Arrivals {

    private static final int SHOWN = 20;

    /** What a table decides where an order says nothing. */
    private static final Set<String> SILENCES =
            Set.of(Finding.ORDER_RENEWS.code(), Finding.BILLED_LONGER_AT_ONCE.code());

    private final Evaluator evaluator;
    private final LocalDate billedTo;
    private final Sentences sentences = new Sentences(Locale.ENGLISH);
    private final List<String> said = new ArrayList<>();
    private long more;

    Arrivals(RuleBook book, BilledWindows billed) {
        this.evaluator = book.evaluator();
        this.billedTo = billed.lastBilled();
    }

    /** Takes a chunk of dossiers of contracts that were not known before. */
    void take(List<Dossier> dossiers) {
        List<Evaluator.Request> requests = dossiers.stream()
                .map(dossier -> new Evaluator.Request(
                        dossier.withoutBilled(),
                        new Ask.Bill(
                                dossier.contract().start(), dossier.contract().start())))
                .toList();
        List<BookAnswer> answers = evaluator.decideAll(requests);
        for (int i = 0; i < answers.size(); i++) {
            Dossier dossier = dossiers.get(i);
            // what cannot be decided is parked and told by the first bill
            for (Decision decision : answers.get(i).decisions()) {
                if (decision instanceof Decision.Warning warning && SILENCES.contains(warning.code())) {
                    say(text(dossier.contract().id(), warning, sentences));
                }
            }
            if (billedTo != null
                    && dossier.billed().isEmpty()
                    && !dossier.contract().start().isAfter(billedTo)) {
                say(
                        dossier.contract().id() + ": starts on "
                                + dossier.contract().start() + ", and bills are made up to " + billedTo
                                + ": what fell due by then counts as invoiced before and is not billed; where that is wrong, state billed: []");
            }
        }
    }

    private void say(String text) {
        if (said.size() < SHOWN) {
            said.add(text);
        } else {
            more++;
        }
    }

    void show(PrintWriter out) {
        said.forEach(text -> out.println("  " + text));
        if (more > 0) {
            out.println("  … and " + more + " more");
        }
    }

    /** A warning about a contract, with the rows that it rests on. */
    static String text(String contract, Decision.Warning warning, Sentences sentences) {
        java.util.Map<String, Object> fields = DecisionFields.of(warning, sentences);
        return contract + ": " + fields.get("message") + " ("
                + String.join(
                        "; ",
                        warning.because().rows().isEmpty()
                                ? warning.because().rules()
                                : warning.because().rows().stream()
                                        .map(row -> row.citation())
                                        .toList())
                + ")";
    }
}
