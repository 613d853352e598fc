package org.prorata.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.store.invoices.Claims;

/** One book at work. */
final class BookAtWork {

    private final RuleBook book;
    final BatchAnswers answers;
    final DueBills bills;
    private final DueNotes notes;
    private final Ask.Bill window;

    BookAtWork(RuleBook book, Ask.Bill window, ClosedDays closed, boolean parallel) {
        this.book = book;
        this.window = window;
        this.answers = new BatchAnswers(book.evaluator(), parallel);
        this.bills = new DueBills(answers, window, Earlier.beside(closed));
        this.notes = new DueNotes(answers, new Ask.Late(window.to()));
    }

    /** By contract what is late on the last day. */
    Map<String, LatePass.Outcome> late(List<Dossier> dossiers, Map<String, Claims.Open> open) {
        Map<String, LatePass.Outcome> late = new HashMap<>();
        notes.outcomes(dossiers, open)
                .forEach(one -> late.put(one.note().dossier().contract().id(), one));
        return late;
    }

    /** By contract and question the answers on service levels. */
    Map<String, Map<Ask.ServiceLevel, BookAnswer>> levels(List<Dossier> dossiers) {
        List<Request> requests = new ArrayList<>();
        for (Dossier dossier : dossiers) {
            book.evaluator()
                    .measured(dossier, window.from(), window.to())
                    .forEach(ask -> requests.add(new Request(dossier, ask)));
        }
        List<BookAnswer> answered = answers.of(requests);
        Map<String, Map<Ask.ServiceLevel, BookAnswer>> levels = new HashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            BookAnswer answer = answered.get(i);
            if (answer.error() == null || !answer.error().code().equals(Evaluator.NO_YEAR)) {
                levels.computeIfAbsent(requests.get(i).dossier().contract().id(), id -> new LinkedHashMap<>())
                        .put((Ask.ServiceLevel) requests.get(i).ask(), answer);
            }
        }
        return levels;
    }
}
