package org.prorata.run;

import java.util.List;
import java.util.stream.IntStream;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.decision.CannotDecide;

/** Answers to many requests, in their order. */
public final class BatchAnswers {

    private final Evaluator evaluator;
    private final boolean parallel;

    /** @param parallel whether on all processors; not where other threads are at work already */
    public BatchAnswers(Evaluator evaluator, boolean parallel) {
        this.evaluator = evaluator;
        this.parallel = parallel;
    }

    List<BookAnswer> of(List<Request> requests) {
        IntStream batches = IntStream.range(0, (requests.size() + Evaluator.BATCH - 1) / Evaluator.BATCH);
        return (parallel ? batches.parallel() : batches)
                .mapToObj(k -> batch(
                        requests.subList(k * Evaluator.BATCH, Math.min(requests.size(), (k + 1) * Evaluator.BATCH))))
                .flatMap(List::stream)
                .toList();
    }

    private List<BookAnswer> batch(List<Request> requests) {
        try {
            return evaluator.decideAll(requests);
        } catch (RuntimeException e) {
            // one dossier on which the calculation itself fails is parked like any other; the rest goes on
            return requests.size() == 1
                    ? List.of(new BookAnswer(List.of(), failed(e), null))
                    : requests.stream()
                            .flatMap(request -> batch(List.of(request)).stream())
                            .toList();
        }
    }

    private static CannotDecide failed(RuntimeException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        CannotDecide failed = new CannotDecide("calculation-failed", "the calculation failed: " + root);
        failed.initCause(e);
        return failed;
    }
}
