package org.prorata.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.prorata.dossier.CaseFile;
import org.prorata.dossier.DossierErrors;
import org.prorata.dossier.DossierReader;
import org.prorata.engine.RuleBook;
import org.prorata.engine.RuleBooks;
import org.prorata.explain.DecisionFields;
import org.prorata.mutation.MutationRun;

/** {@code prorata bench mutation}: which small changes of rules and tables no case notices. */
final class MutationBench {

    private final RuleBook book;
    private final PrintWriter out;
    private final PrintWriter err;

    MutationBench(RuleBook book, PrintWriter out, PrintWriter err) {
        this.book = book;
        this.out = out;
        this.err = err;
    }

    /** The project's own cases, and the published ones where they lie beside it. */
    static List<Path> cases() {
        Path home = DatabaseCommand.home();
        Path published = Path.of(System.getProperty("prorata.cases", home.resolve("../shared/cases").toString()));
        Path own = home.resolve("src/test/resources/cases");
        return Files.isDirectory(published) ? List.of(own, published) : List.of(own);
    }

    int run(List<Path> paths) {
        List<CaseFile> cases = new ArrayList<>();
        if (!read(paths, cases)) {
            return Status.BAD_INPUT;
        }
        long start = System.nanoTime();
        MutationRun run = new MutationRun(book, cases);
        run.failing().forEach(file -> out.println("not counted, fails as it is: " + file.file()));
        List<String> survivors = run.survivors();
        survivors.forEach(out::println);
        out.println(String.format(Locale.ROOT, "%d cases, %d mutants, %d killed, %.1f s", run.cases(), run.size(),
                run.size() - survivors.size(), (System.nanoTime() - start) / 1e9));
        out.println("mutation-survivors " + survivors.size());
        return survivors.isEmpty() ? Status.DONE : Status.FAILING;
    }

    private boolean read(List<Path> paths, List<CaseFile> cases) {
        DossierReader reader = new DossierReader(new BookDecider(RuleBooks.of(book)).terms());
        Map<String, Set<String>> vocabulary = DecisionFields.vocabulary();
        boolean sound = true;
        for (Path path : paths) {
            List<Path> files = Cases.files(path);
            if (files.isEmpty()) {
                err.println(path + ": no case here");
                sound = false;
            }
            for (Path file : files) {
                try {
                    cases.add(reader.readCase(file, vocabulary));
                } catch (DossierErrors e) {
                    e.problems().forEach(err::println);
                    sound = false;
                }
            }
        }
        return sound;
    }
}
