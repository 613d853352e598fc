package org.prorata.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.prorata.book.cases.CaseRunner;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.document.CaseFile;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;

/** The cases that hold with a book as it stands, each with the decisions taken then. */
final class Baseline {

    /** Most mutants are noticed by the very first cases. */
    private static final int FIRST = 4;

    private final RuleBook book;
    private final List<Held> held = new ArrayList<>();
    private final List<CaseFile> failing = new ArrayList<>();

    Baseline(RuleBook book, List<CaseFile> cases) {
        this.book = book;
        for (CaseFile file : cases) {
            Held one = taken(file);
            if (one == null) {
                failing.add(file);
            } else {
                held.add(one);
            }
        }
    }

    /** The case with what is decided now, null when it does not hold. */
    private Held taken(CaseFile file) {
        try {
            List<Decision> decisions = book.evaluator().decide(file.dossier(), file.ask());
            return CaseRunner.compare(file, decisions).passed() ? new Held(file, decisions) : null;
        } catch (CannotDecide e) {
            return CaseRunner.compare(file, e).passed() ? new Held(file, List.of()) : null;
        }
    }

    private record Held(CaseFile file, List<Decision> decisions) {

        boolean cites(Mutant mutant) {
            return decisions.stream().anyMatch(decision -> mutant.cited(decision.because()));
        }

        boolean holds(BookAnswer answer) {
            if (answer.error() != null) {
                return CaseRunner.compare(file, answer.error()).passed();
            }
            return file.expectError() == null
                    && (answer.decisions().equals(decisions)
                            || CaseRunner.compare(file, answer.decisions()).passed());
        }
    }

    int size() {
        return held.size();
    }

    /** Cases that do not hold even now, so that they tell nothing of a mutant. */
    List<CaseFile> failing() {
        return failing;
    }

    /**
     * Whether every case holds with a mutant of the book. Those that cite what it changes are asked first; those that hold together
     * with others are asked once more by themselves, as slots of several cases that look alike are one to the rules.
     */
    boolean holdsWith(Mutant mutant) {
        RuleBook changed = book.with(mutant.in(book.source()));
        List<Held> citing = held.stream().filter(one -> one.cites(mutant)).toList();
        List<Held> others = held.stream().filter(one -> !one.cites(mutant)).toList();
        return Stream.of(citing, others).allMatch(group -> holds(group, changed.evaluator()))
                && (mutant instanceof Mutant.ChangedCell
                        || held.stream().allMatch(one -> holds(List.of(one), changed.evaluator())));
    }

    /** The cases that do not hold with another book. */
    List<CaseFile> noticed(RuleBook other) {
        return held.stream()
                .filter(one -> !holds(List.of(one), other.evaluator()))
                .map(Held::file)
                .toList();
    }

    private static boolean holds(List<Held> group, Evaluator evaluator) {
        int size = FIRST;
        for (int from = 0; from < group.size(); ) {
            List<Held> some = group.subList(from, Math.min(group.size(), from + size));
            try {
                List<BookAnswer> answers = evaluator.decideAll(some.stream()
                        .map(one -> new Evaluator.Request(
                                one.file().dossier(), one.file().ask()))
                        .toList());
                for (int i = 0; i < some.size(); i++) {
                    if (!some.get(i).holds(answers.get(i))) {
                        return false;
                    }
                }
            } catch (RuntimeException e) {
                // a value that calculation or sentences cannot bear: one of these cases has no answer, which is noticed
                return false;
            }
            from += some.size();
            size = Evaluator.BATCH;
        }
        return true;
    }
}
