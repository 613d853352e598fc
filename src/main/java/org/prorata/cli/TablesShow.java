package org.prorata.cli;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prorata.engine.BookSource;
import org.prorata.explain.Json;
import org.prorata.store.Activation;
import org.prorata.store.Activations;
import org.prorata.store.BookStore;
import org.prorata.store.Database;
import org.prorata.store.Proposal;
import org.prorata.store.Proposals;
import org.prorata.store.Right;
import org.prorata.tables.TablesDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata tables show}: everything that is kept with a proposal. */
@Command(name = "show", description = "A proposal: who, why, what differs cell by cell, checks, tests, impact, approval and activations.",
        mixinStandardHelpOptions = true)
final class TablesShow extends DatabaseCommand {

    @Parameters(paramLabel = "PROPOSAL", description = "The number of the proposal.")
    private long number;

    @Option(names = "--json", description = "As one JSON object, with every test.")
    private boolean json;

    @Override
    Right right() {
        return Right.READ;
    }

    @Override
    int run(Database database) {
        Proposals proposals = new Proposals(database);
        Proposal proposal = proposals.find(number);
        BookStore books = new BookStore(database);
        BookSource base = books.load(proposal.base());
        BookSource book = books.load(proposal.book());
        Map<Proposals.Finding, Object> findings = new LinkedHashMap<>();
        proposals.findings(number).forEach((kind, summary) -> findings.put(kind, summary.startsWith("{") ? Json.read(summary) : summary));
        List<Activation> activations = new Activations(database).of(number);
        if (json) {
            out().println(Json.text(fields(proposal, base, book, findings, activations)));
        } else {
            show(proposal, base, book, findings, activations);
        }
        return Status.DONE;
    }

    private void show(Proposal proposal, BookSource base, BookSource book, Map<Proposals.Finding, Object> findings, List<Activation> activations) {
        out().println("Proposal " + proposal.id() + ", " + proposal.state() + ", rule book " + proposal.book() + ", on " + proposal.base() + ":");
        out().println("  proposed by " + said(proposal.author(), proposal.at(), proposal.reason()));
        if (proposal.answer() != null) {
            out().println("  " + proposal.state() + " by " + said(proposal.answer().by(), proposal.answer().at(), proposal.answer().reason()));
        }
        activations.forEach(each -> out().println("  " + (each.backTo() == null ? "activation " : "back by activation ") + each.id() + ", " + each.since()
                + ", by " + said(each.by(), each.at(), each.reason())));
        ProposalText text = new ProposalText(out());
        text.changes(base, book);
        findings.forEach((kind, finding) -> {
            switch (kind) {
                case CHECKS -> {
                    text.open(finding);
                    text.accepted(finding);
                }
                case TESTS -> text.tests(finding);
                case IMPACT -> text.impact(finding);
            }
        });
        if (!findings.containsKey(Proposals.Finding.IMPACT)) {
            out().println("  impact: not looked at yet; prorata tables impact --proposal " + proposal.id() + " --from DATE --to DATE");
        }
    }

    private static String said(String by, OffsetDateTime at, String reason) {
        return by + ", " + at.truncatedTo(ChronoUnit.SECONDS) + ": " + reason;
    }

    private static Map<String, Object> fields(Proposal proposal, BookSource base, BookSource book, Map<Proposals.Finding, Object> findings,
                                              List<Activation> activations) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("proposal", proposal.id());
        fields.put("state", proposal.state());
        fields.putAll(said("author", proposal.author(), proposal.at(), proposal.reason()));
        fields.put("book", proposal.book());
        fields.put("base", proposal.base());
        fields.put("answer", proposal.answer() == null ? null
                : said("by", proposal.answer().by(), proposal.answer().at(), proposal.answer().reason()));
        fields.put("activations", activations.stream().map(each -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("activation", each.id());
            one.put("from", each.from() == null ? null : each.from().toString());
            one.put("back_to", each.backTo());
            one.putAll(said("by", each.by(), each.at(), each.reason()));
            return one;
        }).toList());
        fields.put("rules", ProposalText.rules(base, book));
        fields.put("differences", TablesDiff.between(base.tables(), book.tables()).stream().map(DifferenceFields::of).toList());
        for (Proposals.Finding kind : Proposals.Finding.values()) {
            fields.put(kind.name().toLowerCase(Locale.ROOT), findings.get(kind));
        }
        return fields;
    }

    private static Map<String, Object> said(String who, String by, OffsetDateTime at, String reason) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(who, by);
        fields.put("at", at.toString());
        fields.put("reason", reason);
        return fields;
    }
}
