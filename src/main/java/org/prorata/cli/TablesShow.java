package org.prorata.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prorata.access.AccessRight;
import org.prorata.book.changes.TablesDiff;
import org.prorata.book.engine.BookSource;
import org.prorata.decision.explain.Json;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.BookProposal;
import org.prorata.store.base.Session;
import org.prorata.store.books.Activations;
import org.prorata.store.books.BookStore;
import org.prorata.store.books.ProposedBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables show}: everything that is kept with a proposal. */
@Command(
        name = "show",
        description =
                "A proposal: who, why, what differs cell by cell, checks, tests, impact, approval and activations.",
        mixinStandardHelpOptions = true)
final class TablesShow extends DatabaseCommand {

    @Parameters(paramLabel = "PROPOSAL", description = "The number of the proposal.")
    private long number;

    @Option(names = "--json", description = "As one JSON object, with every test.")
    private boolean json;

    @Mixin
    private LanguageOption language;

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Session session) {
        ProposedBooks proposals = new ProposedBooks(session);
        BookProposal proposal = proposals.find(number);
        BookStore books = new BookStore(session);
        BookSource base = books.load(proposal.base());
        BookSource book = books.load(proposal.book());
        Map<ProposedBooks.ProposalFinding, Object> findings = new EnumMap<>(ProposedBooks.ProposalFinding.class);
        proposals
                .findings(number)
                .forEach((kind, summary) -> findings.put(kind, summary.startsWith("{") ? Json.read(summary) : summary));
        List<TablesStep> steps = new ArrayList<>(TablesStep.of(proposal));
        new Activations(session).of(number).forEach(each -> steps.add(TablesStep.of(each)));
        if (json) {
            out().println(Json.text(fields(proposal, base, book, findings, steps)));
        } else {
            show(proposal, base, book, findings, steps);
        }
        return Status.DONE;
    }

    private void show(
            BookProposal proposal,
            BookSource base,
            BookSource book,
            Map<ProposedBooks.ProposalFinding, Object> findings,
            List<TablesStep> steps) {
        Sentences sentences = language.sentences();
        out().println(sentences.text(
                "tables.proposal.shown",
                String.valueOf(proposal.id()),
                sentences.text("tables.proposal.state." + proposal.state()),
                proposal.book(),
                proposal.base()));
        ProposalText text = new ProposalText(out(), sentences);
        steps.forEach(step -> text.line(step.line(sentences)));
        text.changes(base, book);
        findings.forEach((kind, finding) -> {
            switch (kind) {
                case CHECKS -> text.checks(finding);
                case TESTS -> text.tests(finding);
                case IMPACT -> text.impact(finding);
                case CARRIED -> text.carried(finding);
            }
        });
        if (!findings.containsKey(ProposedBooks.ProposalFinding.IMPACT)) {
            text.line(sentences.text(
                    "tables.proposal.no_impact",
                    "prorata tables impact --proposal " + proposal.id() + " --from DATE --to DATE"));
        }
    }

    private static Map<String, Object> fields(
            BookProposal proposal,
            BookSource base,
            BookSource book,
            Map<ProposedBooks.ProposalFinding, Object> findings,
            List<TablesStep> steps) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("proposal", proposal.id());
        fields.put("state", proposal.state());
        fields.put("book", proposal.book());
        fields.put("base", proposal.base());
        fields.put("steps", steps.stream().map(TablesStep::fields).toList());
        fields.put("rules", ProposalText.rules(base, book));
        fields.put(
                "differences",
                TablesDiff.between(base.tables(), book.tables()).stream()
                        .map(DifferenceFields::of)
                        .toList());
        for (ProposedBooks.ProposalFinding kind : ProposedBooks.ProposalFinding.values()) {
            fields.put(kind.name().toLowerCase(Locale.ROOT), findings.get(kind));
        }
        return fields;
    }
}
