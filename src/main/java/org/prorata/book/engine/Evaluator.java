package org.prorata.book.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.Slot;
import org.prorata.decision.SlotBatch;
import org.prorata.decision.Work;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.Questions;

/**
 * Facts in, decisions out: pure, without clock, database or network. Safe to share between threads.
 */
public final class Evaluator {

    /** Dossiers that share a session: enough to spread its cost, few enough to stay in the processor's cache. */
    public static final int BATCH = 100;

    /** The answer about a contract year that does not begin on the day asked for: there is nothing to answer. */
    public static final String NO_YEAR = Questions.NO_YEAR;

    private final KieBase base;
    private final Policies policies;

    Evaluator(KieBase base, Policies policies) {
        this.base = base;
        this.policies = policies;
    }

    /** One question about one dossier. */
    public record Request(Dossier dossier, Ask ask) {}

    /**
     * The decisions on one question.
     *
     * @throws CannotDecide when the dossier cannot be decided
     */
    public List<Decision> decide(Dossier dossier, Ask ask) {
        return decideAll(List.of(new Request(dossier, ask))).get(0).orThrow();
    }

    /** The answers to many requests, in their order. One that fails does not touch the others. */
    public List<BookAnswer> decideAll(List<Request> requests) {
        List<BookAnswer> answers = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i += BATCH) {
            batch(requests.subList(i, Math.min(requests.size(), i + BATCH)), answers);
        }
        return answers;
    }

    /** The questions on the service level for each period that ends within a window, where the terms measure one. */
    public List<Ask.ServiceLevel> measured(Dossier dossier, LocalDate from, LocalDate to) {
        return Questions.measured(dossier, from, to, policies);
    }

    private void batch(List<Request> requests, List<BookAnswer> answers) {
        int[] order = byKind(requests);
        Work[] works = new Work[order.length];
        CannotDecide[] errors = new CannotDecide[works.length];
        // not as a session that is "not thread-safe": that one shares the arguments of its rules with all other
        // sessions
        KieSession session = base.newKieSession();
        try {
            for (int i : order) {
                Request request = requests.get(i);
                try {
                    works[i] = Questions.work(request.dossier(), request.ask(), policies);
                } catch (CannotDecide e) {
                    errors[i] = e;
                }
            }
            for (SlotBatch facts = next(order, works, errors);
                    !facts.all().isEmpty();
                    facts = next(order, works, errors)) {
                facts.all().forEach(session::insert);
                session.fireAllRules();
            }
        } catch (org.kie.api.runtime.rule.ConsequenceException e) {
            session.dispose();
            apart(requests, answers, e);
            return;
        } finally {
            session.dispose();
        }
        for (int i = 0; i < works.length; i++) {
            answers.add(answer(works[i], errors[i]));
        }
    }

    /** The places of the requests, those of one kind of question together: the processor keeps to one path for a while. */
    private static int[] byKind(List<Request> requests) {
        int[] order = new int[requests.size()];
        boolean[] placed = new boolean[order.length];
        int count = 0;
        for (int first = 0; count < order.length; first++) {
            Class<?> kind = requests.get(first).ask().getClass();
            for (int i = first; i < order.length; i++) {
                if (!placed[i] && requests.get(i).ask().getClass() == kind) {
                    placed[i] = true;
                    order[count++] = i;
                }
            }
        }
        return order;
    }

    /** What all dossiers hand to the rules in their next pass. */
    private static SlotBatch next(int[] order, Work[] works, CannotDecide[] errors) {
        SlotBatch facts = new SlotBatch();
        for (int i : order) {
            if (errors[i] == null) {
                try {
                    List<? extends Slot<?>> slots = works[i].next();
                    for (int k = 0; k < slots.size(); k++) {
                        facts.add(slots.get(k));
                    }
                } catch (CannotDecide e) {
                    errors[i] = e;
                }
            }
        }
        return facts;
    }

    private static BookAnswer answer(Work work, CannotDecide error) {
        if (error == null) {
            try {
                return new BookAnswer(work.decisions(), null, work);
            } catch (CannotDecide e) {
                return new BookAnswer(List.of(), e, work);
            }
        }
        return new BookAnswer(List.of(), error, work);
    }

    /** A rule of one dossier failed: each is worked apart, so that only that one fails. */
    private void apart(
            List<Request> requests, List<BookAnswer> answers, org.kie.api.runtime.rule.ConsequenceException e) {
        if (requests.size() > 1) {
            requests.forEach(request -> batch(List.of(request), answers));
        } else if (e.getCause() instanceof CannotDecide cannot) {
            answers.add(new BookAnswer(List.of(), cannot, null));
        } else {
            throw e;
        }
    }
}
