package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.prorata.book.cases.CaseResult;
import org.prorata.book.cases.CaseRunner;
import org.prorata.book.engine.RuleBooks;
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

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

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
            List<Path> files = files(path);
            if (files.isEmpty()) {
                err().println(path + ": no case here; files that end in " + String.join(", ", ENDINGS) + " are read");
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

    /** The cases of a folder, all below it; a file stands for itself. */
    static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(f ->
                            ENDINGS.stream().anyMatch(f.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }
}
