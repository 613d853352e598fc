package org.prorata.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.book.workbook.AddedRows;
import org.prorata.cli.BookDecider;
import org.prorata.cli.Status;
import org.prorata.contract.document.CaseFile;
import org.prorata.contract.document.CaseFiles;
import org.prorata.contract.document.DossierErrors;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.DecisionFields;

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

    /** The project's own cases, also those with rows of their own, and the published ones where they lie beside it. */
    static List<Path> cases() {
        Path home = Path.of(System.getProperty("prorata.home", "."));
        Path own = home.resolve("src/test/resources/cases");
        Path sixth = home.resolve("src/test/resources/sixth");
        Path assumed = home.resolve("src/test/resources/assumed");
        Path published = Path.of(System.getProperty(
                "prorata.cases", home.resolve("../shared/cases").toString()));
        return Stream.of(own, published, published.resolveSibling("cases-2"), sixth, assumed)
                .filter(Files::isDirectory)
                .toList();
    }

    /**
     * @param paths of cases; a folder with {@code tables} and {@code cases} in it brings rows that its cases need
     * @param only texts of which a change's line holds one; none for all changes
     */
    int run(List<Path> paths, List<String> only) {
        List<CaseFile> cases = new ArrayList<>();
        Map<RuleBook, List<CaseFile>> withMoreRows = new LinkedHashMap<>();
        boolean sound = true;
        for (Path path : paths) {
            if (Files.isDirectory(path.resolve("tables"))) {
                RuleBook more = withRows(path.resolve("tables"));
                sound &= more != null
                        && read(
                                more,
                                path.resolve("cases"),
                                withMoreRows.computeIfAbsent(more, book -> new ArrayList<>()));
            } else {
                sound &= read(book, path, cases);
            }
        }
        if (!sound) {
            return Status.BAD_INPUT;
        }
        long start = System.nanoTime();
        MutationRun run = new MutationRun(book, cases);
        for (Map.Entry<RuleBook, List<CaseFile>> more : withMoreRows.entrySet()) {
            run = run.and(more.getKey(), more.getValue());
        }
        if (!only.isEmpty()) {
            run = run.only(shown -> only.stream().anyMatch(shown::contains));
        }
        run.failing().forEach(file -> out.println("not counted, fails as it is: " + file.file()));
        List<String> survivors = run.survivors();
        survivors.forEach(out::println);
        out.println(String.format(
                Locale.ROOT,
                "%d cases, %d mutants, %d killed, %.1f s",
                run.cases(),
                run.size(),
                run.size() - survivors.size(),
                (System.nanoTime() - start) / 1e9));
        out.println("mutation-survivors " + survivors.size());
        return survivors.isEmpty() ? Status.DONE : Status.FAILING;
    }

    private RuleBook withRows(Path tables) {
        try {
            BookSource source = book.source();
            return RuleBook.compile(
                    new BookSource(source.rules(), AddedRows.to(source.tables(), tables), source.calculation()));
        } catch (WorkbookErrors e) {
            err.println(e.getMessage());
            return null;
        }
    }

    private boolean read(RuleBook book, Path path, List<CaseFile> cases) {
        DossierReader reader = new DossierReader(new BookDecider(RuleBooks.of(book)).terms());
        Map<String, Set<String>> vocabulary = DecisionFields.vocabulary();
        List<Path> files = CaseFiles.of(path);
        boolean sound = !files.isEmpty();
        if (!sound) {
            err.println(path + ": no case here");
        }
        for (Path file : files) {
            try {
                cases.add(reader.readCase(file, vocabulary));
            } catch (DossierErrors e) {
                e.problems().forEach(err::println);
                sound = false;
            }
        }
        return sound;
    }
}
