package org.prorata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.prorata.access.AccessRight;
import org.prorata.book.changes.TablesDiff;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.WorkbookErrors;
import org.prorata.book.workbook.EditedTables;
import org.prorata.book.workbook.Origin;
import org.prorata.book.workbook.TestResult;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.BookProposal;
import org.prorata.store.base.Session;
import org.prorata.store.books.Activations;
import org.prorata.store.books.BookStore;
import org.prorata.store.books.HelperSheets;
import org.prorata.store.books.ProposedBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables propose}: edited workbooks as the rule book to come. */
@Command(
        name = "propose",
        description =
                "Proposes edited workbooks on the rule book in force; nothing changes until somebody else approves it"
                        + " and it is put in force.",
        mixinStandardHelpOptions = true)
final class TablesPropose extends DatabaseCommand {

    private final Supplier<RuleBooks> books;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Edited workbooks, or folders of them; the other tables stay as they are.")
    private List<Path> workbooks = List.of();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; the second person reads it.")
    private String reason;

    @Option(
            names = "--shipped",
            description =
                    "On the rules and tables that this program brings along, instead of those in force; what was changed"
                            + " in the tables in force is carried over.")
    private boolean own;

    @Option(
            names = "--undo",
            description =
                    "Also where a workbook was written from an older rule book and would undo what was changed since.")
    private boolean undo;

    @Option(
            names = "--with-failing-tests",
            description = "Also when tests that stand in workbooks fail; who approves sees which.")
    private boolean failing;

    @Mixin
    private LanguageOption language;

    TablesPropose(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    void look() {
        reason = ReasonText.checked(reason, "the tables are to change");
        if (workbooks.isEmpty() && !own) {
            throw new BadInput("what is proposed? Workbooks or --shipped are wanted");
        }
        workbooks.stream().filter(path -> !Files.exists(path)).findFirst().ifPresent(path -> {
            throw new BadInput(path + ": no such file or folder");
        });
    }

    @Override
    AccessRight right() {
        return AccessRight.PROPOSE;
    }

    @Override
    int run(Session session) throws IOException {
        RuleBook shipped = books.get().newest();
        Activations activations = new Activations(session);
        activations.begun(shipped.source());
        String inForce = activations.newest().book();
        BookSource base = new BookStore(session).load(inForce);
        CarriedChanges carried = own ? CarriedChanges.of(session, shipped.source(), inForce) : null;
        BookSource from =
                own ? new BookSource(shipped.source().rules(), carried.taken().tables(), BookSource.CALCULATION) : base;
        if (from.calculation() != BookSource.CALCULATION) {
            throw new BadInput(
                    sentences().text("tables.proposal.calculation", from.calculation(), BookSource.CALCULATION));
        }
        List<Table> before =
                own ? carried.beside().tables().all() : new HelperSheets(session).of(inForce, shipped.version());
        Checks checks = workbooks.isEmpty() ? Checks.of(from.tables(), before) : Checks.of(workbooks, from.tables());
        if (!checks.problems().isEmpty()) {
            throw new WorkbookErrors(checks.problems());
        }
        if (!undo) {
            refuseUndoing(from, shipped, new BookStore(session));
        }
        BookSource book =
                new BookSource(from.rules(), EditedTables.over(from.tables(), workbooks), BookSource.CALCULATION);
        List<Table> helpers = EditedTables.helpers(before, workbooks);
        if (own && !workbooks.isEmpty()) {
            // the workbooks stand beside what was carried over
            checks = Checks.of(book.tables(), helpers).with(checks.remarks());
            if (!checks.problems().isEmpty()) {
                throw new WorkbookErrors(checks.problems());
            }
        }
        // what does not compile is told now
        Verdicts verdicts = Verdicts.of(helpers, shipped.with(book));
        if (!failing && !book.version().equals(base.version())) {
            refuseFailing(verdicts);
        }
        Map<ProposedBooks.ProposalFinding, String> findings = new EnumMap<>(Map.of(
                ProposedBooks.ProposalFinding.CHECKS,
                Json.text(checks.kept()),
                ProposedBooks.ProposalFinding.TESTS,
                Json.text(verdicts.fields())));
        if (own) {
            findings.put(ProposedBooks.ProposalFinding.CARRIED, Json.text(carried.fields()));
        }
        BookProposal proposal = new ProposedBooks(session)
                .propose(book, helpers, inForce, reason, findings, own ? shipped.source() : null);
        Sentences sentences = language.sentences();
        out().println(sentences.text(
                "tables.proposal", String.valueOf(proposal.id()), proposal.book(), proposal.base()));
        ProposalText text = new ProposalText(out(), sentences);
        text.changes(base, book);
        if (!from.rules().equals(shipped.source().rules())) {
            text.line(sentences.text("tables.proposal.older_rules"));
        }
        if (own) {
            text.carried(carried.fields());
        }
        checks.open(sentences).forEach(finding -> text.line(sentences.text("tables.not_accepted", finding)));
        text.tests(verdicts.fields());
        out().println(sentences.text(
                "tables.proposal.next", "prorata tables approve " + proposal.id() + " --reason TEXT"));
        return Status.DONE;
    }

    /** Tests say what must not change: who changes it all the same says so. */
    private void refuseFailing(Verdicts verdicts) {
        List<TestResult> failed = verdicts.results().stream()
                .filter(result -> result.verdict() != TestResult.Verdict.PASSED)
                .toList();
        if (!failed.isEmpty()) {
            Sentences sentences = language.sentences();
            throw new BadInput(failed.stream()
                            .map(result -> Verdicts.line(
                                            result.asked()
                                                    .substring(0, result.asked().indexOf('!') + 1),
                                            Verdicts.fields(result),
                                            sentences)
                                    + "\n")
                            .collect(Collectors.joining())
                    + sentences.text("tables.proposal.failing", failed.size()));
        }
    }

    /** A workbook that was written from an older book would take back what others put in force since, unseen. */
    private void refuseUndoing(BookSource from, RuleBook shipped, BookStore stored) throws IOException {
        Sentences sentences = language.sentences();
        for (Path file : EditedTables.files(workbooks)) {
            String origin = Origin.of(file.getFileName().toString(), Files.readAllBytes(file))
                    .orElse(from.version());
            BookSource was = origin.equals(shipped.version())
                    ? shipped.source()
                    : stored.find(origin).orElse(from);
            List<TablesDiff.RowDifference> undone =
                    Origin.undone(was.tables(), from.tables(), EditedTables.over(from.tables(), List.of(file)));
            if (!undone.isEmpty()) {
                throw new BadInput(sentences.text("tables.undone", file.toString(), origin, from.version()) + "\n"
                        + undone.stream()
                                .map(each -> "  " + each.told(sentences) + "\n")
                                .collect(Collectors.joining())
                        + sentences.text("tables.undone.allowed"));
            }
        }
    }
}
