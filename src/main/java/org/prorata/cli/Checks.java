package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.prorata.coverage.Acceptances;
import org.prorata.coverage.Coverage;
import org.prorata.coverage.Finding;
import org.prorata.register.ClauseEntry;
import org.prorata.register.Register;
import org.prorata.tables.Problem;
import org.prorata.tables.Shipped;
import org.prorata.tables.Tables;
import org.prorata.tables.WorkbookCheck;
import org.prorata.tables.WorkbookErrors;

/** What the checks say of workbooks that are proposed: an error refuses them, what nobody accepted is told the second person. */
final class Checks {

    private Checks() {
    }

    /**
     * What is found and not accepted.
     *
     * @throws WorkbookErrors with everything that is wrong
     */
    static List<Finding> of(List<Path> workbooks, Tables base) throws IOException {
        WorkbookCheck check = WorkbookCheck.of(workbooks, Shipped.sheets(),
                Register.shipped().entries().stream().map(ClauseEntry::id).collect(Collectors.toSet()), base);
        Acceptances result = Acceptances.of(Coverage.of(check.with(base), check.sound()), check, Shipped.sheets());
        List<Problem> problems = new ArrayList<>(check.problems());
        problems.addAll(result.problems());
        if (!problems.isEmpty()) {
            throw new WorkbookErrors(problems);
        }
        return result.open();
    }
}
