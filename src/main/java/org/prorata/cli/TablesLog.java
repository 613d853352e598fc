package org.prorata.cli;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.prorata.engine.RuleBooks;
import org.prorata.explain.Json;
import org.prorata.explain.Sentences;
import org.prorata.store.Activation;
import org.prorata.store.Activations;
import org.prorata.store.AuditEntry;
import org.prorata.store.Database;
import org.prorata.store.Proposal;
import org.prorata.store.Proposals;
import org.prorata.store.Right;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prorata tables log}: who proposed, approved and put in force what, and what was refused. */
@Command(name = "log", description = "Proposals, approvals, activations and what was refused, in order, with names and reasons.",
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

    /** One step. */
    private record Step(OffsetDateTime at, String by, String what, String subject, String book, String from, LocalDate since, String reason) {

        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("at", at.toString());
            fields.put("by", by);
            fields.put("step", what);
            fields.put("subject", subject);
            fields.put("book", book);
            fields.put("from", from);
            fields.put("reason", reason);
            return fields;
        }

        String line(Sentences sentences) {
            List<String> parts = new ArrayList<>(List.of(sentences.text("tables.log." + what.replace(' ', '_'), by, subject(sentences))));
            if (book != null) {
                parts.add(sentences.text("tables.log.book", book));
            }
            if (from != null) {
                parts.add(since == null ? sentences.text("tables.log.beginning") : sentences.text("tables.log.from", since.toString()));
            }
            return sentences.text("tables.log", at.truncatedTo(ChronoUnit.SECONDS).toString(), String.join(", ", parts), reason);
        }

        /** {@code proposal 1}, {@code activation 1} or {@code rule book 5ac0…91}. */
        private String subject(Sentences sentences) {
            int end = subject.lastIndexOf(' ');
            return sentences.text("tables.log.subject." + subject.substring(0, end).replace(' ', '_'), subject.substring(end + 1));
        }
    }

    @Override
    Right right() {
        return Right.READ;
    }

    @Override
    int run(Database database) {
        List<Step> steps = new ArrayList<>();
        for (Activation each : new Activations(database).begun(books.get().newest().source())) {
            steps.add(new Step(each.at(), each.by(), each.backTo() == null ? "activated" : "rolled back to",
                    each.proposal() != null ? "proposal " + each.proposal() : "activation " + (each.backTo() == null ? each.id() : each.backTo()),
                    each.book(), each.since(), each.from(), each.reason()));
        }
        for (Proposal each : new Proposals(database).all()) {
            steps.add(new Step(each.at(), each.author(), "proposed", "proposal " + each.id(), each.book(), null, null, each.reason()));
            if (each.answer() != null) {
                steps.add(new Step(each.answer().at(), each.answer().by(), each.state(), "proposal " + each.id(), each.book(), null, null,
                        each.answer().reason()));
            }
        }
        database.audit().read(1, entry -> refused(entry, steps));
        steps.sort(Comparator.comparing((Step step) -> step.at().toInstant()));
        steps.forEach(step -> out().println(json ? Json.text(step.fields()) : step.line(language.sentences())));
        return Status.DONE;
    }

    private static void refused(AuditEntry entry, List<Step> steps) {
        if (entry.action().equals("tables.refused")) {
            Map<?, ?> detail = (Map<?, ?>) Json.read(entry.detail());
            steps.add(new Step(entry.at().atOffset(java.time.ZoneOffset.UTC), entry.actor(), "was refused to " + detail.get("step"), entry.subject(),
                    null, null, null, String.valueOf(detail.get("why"))));
        }
    }
}
