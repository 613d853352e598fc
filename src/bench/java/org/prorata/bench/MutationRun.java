package org.prorata.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.document.CaseFile;

/** Tries mutants of a rule book against cases: one that no case notices survives. */
public final class MutationRun {

    private final List<Baseline> baselines;
    private final List<Mutant> mutants;

    public MutationRun(RuleBook book, List<CaseFile> cases) {
        this(List.of(new Baseline(book, cases)), Mutants.of(book.source()));
    }

    private MutationRun(List<Baseline> baselines, List<Mutant> mutants) {
        this.baselines = baselines;
        this.mutants = mutants;
    }

    /** The same mutants, which may be noticed as well by cases that need rows beyond those of the book. */
    public MutationRun and(RuleBook withMoreRows, List<CaseFile> cases) {
        List<Baseline> all = new ArrayList<>(baselines);
        all.add(new Baseline(withMoreRows, cases));
        return new MutationRun(all, mutants);
    }

    /** The same run with some mutants only, drawn by a seed. */
    public MutationRun sample(int count, long seed) {
        List<Mutant> drawn = new ArrayList<>(mutants);
        Collections.shuffle(drawn, new Random(seed));
        return new MutationRun(baselines, drawn.subList(0, Math.min(count, drawn.size())));
    }

    /** The same run with those mutants only whose line is wanted. */
    public MutationRun only(Predicate<String> shown) {
        return new MutationRun(
                baselines,
                mutants.stream().filter(mutant -> shown.test(mutant.shown())).toList());
    }

    /** Number of mutants. */
    public int size() {
        return mutants.size();
    }

    /** Number of cases that may notice a mutant. */
    public int cases() {
        return baselines.stream().mapToInt(Baseline::size).sum();
    }

    /** Cases that fail even without a mutant. */
    public List<CaseFile> failing() {
        return baselines.stream().flatMap(one -> one.failing().stream()).toList();
    }

    /** The mutants that no case noticed, each as a line: what, where, from which value to which. */
    public List<String> survivors() {
        boolean[] survives = new boolean[mutants.size()];
        IntStream.range(0, survives.length)
                .parallel()
                .forEach(i -> survives[i] = baselines.stream().allMatch(one -> one.holdsWith(mutants.get(i))));
        return IntStream.range(0, survives.length)
                .filter(i -> survives[i])
                .mapToObj(i -> mutants.get(i).shown())
                .toList();
    }

    /** The cases of the book as it is that no longer hold with another one. */
    List<CaseFile> noticed(RuleBook other) {
        return baselines.get(0).noticed(other);
    }
}
