package org.prorata.run;

import java.util.List;
import java.util.stream.IntStream;
import org.prorata.decision.CannotDecide;
import org.prorata.engine.Answer;
import org.prorata.engine.Evaluator;
import org.prorata.engine.Evaluator.Request;

/** Answers to many requests, in their order, on all processors. */
final class Answers {

    private Answers() {
    }

    static List<Answer> of(Evaluator evaluator, List<Request> requests) {
        int batches = (requests.size() + Evaluator.BATCH - 1) / Evaluator.BATCH;
        return IntStream.range(0, batches).parallel()
                .mapToObj(k -> batch(evaluator, requests.subList(k * Evaluator.BATCH,
                        Math.min(requests.size(), (k + 1) * Evaluator.BATCH))))
                .flatMap(List::stream).toList();
    }

    private static List<Answer> batch(Evaluator evaluator, List<Request> requests) {
        try {
            return evaluator.decideAll(requests);
        } catch (RuntimeException e) {
            // one dossier on which the calculation itself fails is parked like any other; the rest goes on
            return requests.size() == 1 ? List.of(new Answer(List.of(), failed(e), null))
                    : requests.stream().flatMap(request -> batch(evaluator, List.of(request)).stream()).toList();
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
