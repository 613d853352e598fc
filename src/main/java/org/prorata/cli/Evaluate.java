package org.prorata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.DossierFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.contract.document.Problem;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.explain.DecisionText;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.store.base.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata evaluate}: dossiers in, decisions out. */
@Command(
        name = "evaluate",
        description = "Decides the question that each dossier puts.",
        mixinStandardHelpOptions = true)
final class Evaluate extends DecidingCommand {

    /** Languages of the explanations. */
    enum Language {
        en,
        fr
    }

    @Option(names = "--json", description = "One JSON object per file and line.")
    private boolean json;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Language of the explanations instead of the dossier's: ${COMPLETION-CANDIDATES}.")
    private Language language;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dossiers in YAML or JSON.")
    private List<Path> files;

    Evaluate(Supplier<Decider> decider, Supplier<RuleBooks> books) {
        super(decider, books);
    }

    @Override
    int run(Session session) throws IOException {
        Decider rules = decider(session);
        DossierReader reader = new DossierReader(rules.terms());
        int worst = Status.DONE;
        for (Path file : files) {
            worst = Math.max(worst, evaluate(file, reader, rules));
        }
        return worst;
    }

    private int evaluate(Path path, DossierReader reader, Decider rules) {
        String file = path.toString();
        try {
            DossierFile read = reader.readWithAsk(path);
            Ask ask = read.ask().orElseThrow();
            show(
                    file,
                    rules.decide(read.dossier(), ask),
                    rules.citations(ask),
                    new Sentences(Locale.forLanguageTag(
                            language == null ? read.dossier().language() : language.name())));
            return Status.DONE;
        } catch (DossierErrors e) {
            refuse(file, e.problems().stream().map(Problem::toString).toList());
            return Status.BAD_INPUT;
        } catch (CannotDecide e) {
            refuse(file, List.of(file + ": " + e.getMessage()));
            return Status.FAILING;
        }
    }

    private void show(String file, List<Decision> decisions, UnaryOperator<String> citations, Sentences sentences) {
        PrintWriter out = out();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("file", file);
            answer.put(
                    "decisions",
                    decisions.stream().map(d -> DecisionFields.of(d, sentences)).toList());
            out.println(Json.text(answer));
            return;
        }
        out.println(file);
        decisions.forEach(d -> DecisionText.of(d, sentences, citations).forEach(line -> out.println("  " + line)));
        out.println();
    }

    private void refuse(String file, List<String> lines) {
        lines.forEach(err()::println);
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("file", file);
            answer.put("error", String.join("\n", lines));
            out().println(Json.text(answer));
        }
    }
}
