package org.prorata.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.prorata.access.AccessRight;
import org.prorata.app.FilesImpact;
import org.prorata.book.changes.Reach;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.workbook.EditedTables;
import org.prorata.contract.Ask;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.documents.ImpactFiles;
import org.prorata.ledger.Impact;
import org.prorata.ledger.Progress;
import org.prorata.run.PortfolioRun;
import org.prorata.run.RunResult;
import org.prorata.store.base.Session;
import org.prorata.store.books.BookStore;
import org.prorata.store.books.ProposedBooks;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.runs.StoredImpact;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables impact}: what edited workbooks would change for every contract. */
@Command(
        name = "impact",
        description =
                "Decides all contracts under the rule book of now and under one with the edited workbooks: what changes"
                        + " for whom, by clause and by row. Exit status 1 when something fails under one book only or the threshold is passed.",
        mixinStandardHelpOptions = true)
final class TablesImpact extends DatabaseCommand {

    /** As long as a window to bill may be. */
    private static final int MOST_YEARS = 10;

    private final Supplier<RuleBooks> books;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Edited workbooks, or folders of them; the other tables stay as they are.")
    private List<Path> workbooks;

    @Option(
            names = "--proposal",
            paramLabel = "ID",
            description = "The rule book of a proposal instead of edited workbooks; the figures are" + " kept with it.")
    private Long proposal;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First invoicing day, as 2026-10-01.")
    private LocalDate from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DATE",
            description = "Last invoicing day, on which late payment is looked at.")
    private LocalDate to;

    @Option(
            names = "--dossiers",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Dossiers, or folders of them, instead of the portfolio;" + " no database is opened.")
    private List<Path> dossiers;

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Everything as a workbook, too.")
    private Path xlsx;

    @Option(names = "--json", description = "Everything as one JSON object.")
    private boolean json;

    @Option(names = "--all", description = "All contracts, clauses and rows instead of the largest.")
    private boolean all;

    @Option(
            names = "--threshold",
            paramLabel = "AMOUNT",
            description = "Exit status 1 when more than this is moved in some currency: the"
                    + " differences of all contracts, each without its sign.")
    private BigDecimal threshold;

    @Mixin
    private LanguageOption language;

    TablesImpact(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    AccessRight right() {
        return AccessRight.PREVIEW;
    }

    @Override
    boolean needsDatabase() {
        return dossiers == null;
    }

    @Override
    void look() {
        if ((proposal == null) == (workbooks == null)) {
            throw new BadInput("either edited workbooks or --proposal ID are wanted");
        }
        if (proposal != null && dossiers != null) {
            throw new BadInput("--proposal is looked at with the portfolio, not with --dossiers: its figures are kept");
        }
        if (to.isBefore(from)) {
            throw new BadInput("--to " + to + " lies before --from " + from);
        }
        if (to.isAfter(from.plusYears(MOST_YEARS))) {
            throw new BadInput("the window from " + from + " to " + to + " is longer than " + MOST_YEARS + " years");
        }
        if (threshold != null && threshold.signum() < 0) {
            throw new BadInput("--threshold " + threshold + " is below zero");
        }
        (workbooks == null ? List.<Path>of() : workbooks)
                .stream().filter(path -> !Files.exists(path)).findFirst().ifPresent(path -> {
                    throw new BadInput(path + ": no such file or folder");
                });
        Path folder = xlsx == null ? null : xlsx.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInput(xlsx + ": cannot be written, as there is no folder " + folder);
        }
        if (xlsx != null && Files.isDirectory(xlsx)) {
            throw new BadInput(xlsx + ": is a folder; a file is wanted");
        }
    }

    @Override
    int run(Session session) throws IOException {
        Sentences sentences = language.sentences();
        Ask.Bill window = new Ask.Bill(from, to);
        RuleBook old = inForce(session, window);
        RuleBook edited = old.with(
                proposal != null
                        ? new BookStore(session)
                                .load(new ProposedBooks(session).find(proposal).book())
                        : new BookSource(
                                old.source().rules(),
                                EditedTables.over(old.source().tables(), workbooks),
                                BookSource.CALCULATION));
        Progress progress = new RunPrinter(out(), err()).progress();
        if (session == null) {
            DossierReader reader = new DossierReader(new BookDecider(RuleBooks.of(old)).terms());
            List<Path> files = Import.dossiers(dossiers);
            return show(
                    FilesImpact.of(files, reader, old, edited, window, progress),
                    null,
                    () -> reach(
                            old,
                            edited,
                            files.stream()
                                    .map(file -> reader.read(file).dossier().terms())
                                    .collect(Collectors.toSet())));
        }
        RunResult result = new PortfolioRun(session).impact(window, old, edited, progress);
        if (result.stopped()) {
            out().println(sentences.text(
                    "tables.impact.stopped", String.valueOf(result.run().id())));
            return Status.FAILING;
        }
        if (!json) {
            out().println(sentences.text(
                    result.wentOn() ? "tables.impact.run_on" : "tables.impact.run",
                    String.valueOf(result.run().id())));
        }
        Impact impact = new StoredImpact(session, result.run());
        if (proposal != null) {
            Impact.Summary summary = impact.summary();
            new ProposedBooks(session)
                    .impact(
                            proposal,
                            Json.text(summary.fields()),
                            summary.moved().values().stream()
                                    .max(BigDecimal::compareTo)
                                    .orElse(BigDecimal.ZERO));
        }
        return show(impact, result.run().id(), () -> reach(old, edited, new Dossiers(session).terms()));
    }

    private RuleBook inForce(Session session, Ask.Bill window) {
        RuleBooks inForce = inForce(session, books);
        LocalDate change = inForce.nextChange(from);
        if (change != null && !change.isAfter(to)) {
            throw new BadInput("from " + change + " on another rule book is in force; ask for " + from + " to "
                    + change.minusDays(1) + " and for " + change + " to " + to);
        }
        return inForce.answering(window, null);
    }

    private List<Reach> reach(RuleBook old, RuleBook edited, Set<String> terms) {
        return Reach.of(old.source().tables(), edited.source().tables(), from, to, terms);
    }

    /** @param reach why changed rows move nothing, asked for only when nothing is touched */
    private int show(Impact impact, Long run, Supplier<List<Reach>> reach) throws IOException {
        Impact.Summary summary = impact.summary();
        ImpactPrinter printer =
                new ImpactPrinter(out(), all, language.sentences(), summary.touched() == 0 ? reach.get() : List.of());
        if (json) {
            printer.json(impact, summary, run);
        } else {
            printer.show(impact, summary);
        }
        if (xlsx != null) {
            ImpactFiles.workbook(impact, xlsx, language.sentences());
        }
        boolean passed = threshold != null && summary.passes(threshold);
        if (passed) {
            err().println(language.sentences().text("tables.impact.passed", threshold));
        }
        return passed || summary.onlyOne() > 0 ? Status.FAILING : Status.DONE;
    }
}
