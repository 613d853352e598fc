package org.prorata.tables;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong in the workbooks or twins that were read; nothing of them is used. */
public final class WorkbookErrors extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public WorkbookErrors(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of workbook, sheet and row. */
    public List<Problem> problems() {
        return problems;
    }

    static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new WorkbookErrors(problems);
        }
    }
}
