package org.prorata.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.register.ShownCase;
import org.prorata.contract.document.CaseFile;
import org.prorata.contract.document.CaseFiles;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.Because;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.DecisionFields;

/** Cases decided by a rule book, for pages that show why. */
final class ShownCases {

    private ShownCases() {}

    /**
     * @param home the folder below which their files are named
     * @throws org.prorata.contract.document.DossierErrors when a case cannot be read
     */
    static List<ShownCase> of(RuleBooks books, List<Path> folders, Path home) {
        BookDecider decider = new BookDecider(books);
        DossierReader reader = new DossierReader(decider.terms());
        Map<String, Set<String>> vocabulary = DecisionFields.vocabulary();
        List<ShownCase> shown = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : CaseFiles.of(folder)) {
                CaseFile one = reader.readCase(file, vocabulary);
                String name = (file.startsWith(home) ? home.relativize(file) : file)
                        .toString()
                        .replace('\\', '/');
                shown.add(
                        new ShownCase(name, one.name(), one.dossier().terms(), one.clauses(), becauses(decider, one)));
            }
        }
        return shown;
    }

    private static List<Because> becauses(BookDecider decider, CaseFile one) {
        try {
            return decider.decide(one.dossier(), one.ask()).stream()
                    .map(Decision::because)
                    .toList();
        } catch (CannotDecide e) {
            // such a case expects the error: it shows a clause, and no rule decided
            return List.of();
        }
    }
}
