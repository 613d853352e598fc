package org.prorata.contract.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be read: all its errors together, in the order of their lines. */
public final class DossierErrors extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public DossierErrors(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
