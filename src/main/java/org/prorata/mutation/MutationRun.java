package org.prorata.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.prorata.dossier.CaseFile;
import org.prorata.engine.RuleBook;

/** Tries mutants of a rule book against cases: one that no case notices survives. */
public final class MutationRun {

    private final RuleBook book;
    private final Baseline baseline;
    private final List<Mutant> mutants;

    public MutationRun(RuleBook book, List<CaseFile> cases) {
        this(book, new Baseline(book, cases), Mutants.of(book.source()));
    }

    private MutationRun(RuleBook book, Baseline baseline, List<Mutant> mutants) {
        this.book = book;
        this.baseline = baseline;
        this.mutants = mutants;
    }

    /** The same run with some mutants only, drawn by a seed. */
    public MutationRun sample(int count, long seed) {
        List<Mutant> drawn = new ArrayList<>(mutants);
        Collections.shuffle(drawn, new Random(seed));
        return new MutationRun(book, baseline, drawn.subList(0, Math.min(count, drawn.size())));
    }

    /** Number of mutants. */
    public int size() {
        return mutants.size();
    }

    /** Number of cases that may notice a mutant. */
    public int cases() {
        return baseline.size();
    }

    /** Cases that fail even without a mutant. */
    public List<CaseFile> failing() {
        return baseline.failing();
    }

    /** The mutants that no case noticed, each as a line: what, where, from which value to which. */
    public List<String> survivors() {
        boolean[] survives = new boolean[mutants.size()];
        IntStream.range(0, survives.length).parallel()
                .forEach(i -> survives[i] = baseline.holdsWith(mutants.get(i), book.with(mutants.get(i).in(book.source()))));
        return IntStream.range(0, survives.length).filter(i -> survives[i]).mapToObj(i -> mutants.get(i).shown()).toList();
    }

    /** The cases that no longer hold with another book. */
    List<CaseFile> noticed(RuleBook other) {
        return baseline.noticed(other);
    }
}
