package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.prorata.book.cases.CaseResult;
import org.prorata.book.cases.CaseRunner;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.document.CaseFiles;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code prorata cases}: runs cases and shows what differs. */
@Command(
        name = "cases",
        description = "Runs cases; failing rows are shown beside the closest decision.",
        mixinStandardHelpOptions = true)
final class Cases extends DecidingCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "Cases, or directories of cases with all below them.")
    private List<Path> paths;

    private int passed;
    private int failed;
    private int status = Status.DONE;

    Cases(Supplier<Decider> decider, Supplier<RuleBooks> books) {
        super(decider, books);
    }

    @Override
    int run(Session session) throws IOException {
        Decider rules = decider(session);
        DossierReader reader = new DossierReader(rules.terms());
        CaseRunner runner = new CaseRunner(rules::decide);
        Map<String, Set<String>> vocabulary = DecisionFields.vocabulary();
        for (Path path : paths) {
            List<Path> files = CaseFiles.of(path);
            if (files.isEmpty()) {
                err().println(path + ": no case here; files that end in " + String.join(", ", CaseFiles.ENDINGS)
                        + " are read");
                status = Status.BAD_INPUT;
            }
            files.forEach(file -> run(file, reader, runner, vocabulary));
        }
        out().println(passed + " passed, " + failed + " failed");
        return status;
    }

    private void run(Path file, DossierReader reader, CaseRunner runner, Map<String, Set<String>> vocabulary) {
        try {
            CaseResult result = runner.run(reader.readCase(file, vocabulary));
            if (result.passed()) {
                passed++;
            } else {
                failed(result);
            }
        } catch (DossierErrors e) {
            e.problems().forEach(err()::println);
            failed++;
            status = Status.BAD_INPUT;
        }
    }

    private void failed(CaseResult result) {
        PrintWriter out = out();
        out.println("FAILED " + result.file().file() + ": " + result.file().name());
        result.differences().forEach(line -> out.println("  " + line));
        failed++;
        status = Math.max(status, Status.FAILING);
    }
}
