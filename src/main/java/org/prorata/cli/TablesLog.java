package org.prorata.cli;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.prorata.access.AccessRight;
import org.prorata.book.engine.RuleBooks;
import org.prorata.decision.explain.Json;
import org.prorata.ledger.AuditEntry;
import org.prorata.store.base.Session;
import org.prorata.store.books.Activations;
import org.prorata.store.books.ProposedBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prorata tables log}: who proposed, approved and put in force what, and what was refused. */
@Command(
        name = "log",
        description = "Proposals, approvals, activations and what was refused, in order, with names and reasons.",
        mixinStandardHelpOptions = true)
final class TablesLog extends DatabaseCommand {

    private final Supplier<RuleBooks> books;

    @Option(names = "--json", description = "One JSON object per step and line.")
    private boolean json;

    @Mixin
    private LanguageOption language;

    TablesLog(Supplier<RuleBooks> books) {
        this.books = books;
    }

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Session session) {
        List<TablesStep> steps = new ArrayList<>();
        new Activations(session).begun(books.get().newest().source()).forEach(each -> steps.add(TablesStep.of(each)));
        new ProposedBooks(session).all().forEach(each -> steps.addAll(TablesStep.of(each)));
        session.audit().read(1, entry -> refused(entry, steps));
        steps.sort(Comparator.comparing((TablesStep step) -> step.at().toInstant()));
        steps.forEach(step -> out().println(json ? Json.text(step.fields()) : step.line(language.sentences())));
        return Status.DONE;
    }

    private static void refused(AuditEntry entry, List<TablesStep> steps) {
        if (entry.action().equals("tables.refused")) {
            Map<?, ?> detail = (Map<?, ?>) Json.read(entry.detail());
            steps.add(new TablesStep(
                    entry.at().atOffset(ZoneOffset.UTC),
                    entry.actor(),
                    "was refused to " + detail.get("step"),
                    entry.subject(),
                    null,
                    null,
                    null,
                    String.valueOf(detail.get("why"))));
        }
    }
}
