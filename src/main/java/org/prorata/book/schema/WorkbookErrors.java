package org.prorata.book.schema;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong in the workbooks or text copies that were read; nothing of them is used. */
public final class WorkbookErrors extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<TableProblem> problems;

    public WorkbookErrors(List<TableProblem> problems) {
        super(problems.stream().map(TableProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of workbook, sheet and row. */
    public List<TableProblem> problems() {
        return problems;
    }

    public static void throwIfAny(List<TableProblem> problems) {
        if (!problems.isEmpty()) {
            throw new WorkbookErrors(problems);
        }
    }
}
