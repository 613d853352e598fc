package org.prorata.cli;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.Activation;
import org.prorata.ledger.BookProposal;

/** One step towards another rule book in force, or one that was refused. */
record TablesStep(
        OffsetDateTime at,
        String by,
        String what,
        String subject,
        String book,
        String from,
        LocalDate since,
        String reason) {

    static TablesStep of(Activation activation) {
        boolean back = activation.backTo() != null;
        return new TablesStep(
                activation.at(),
                activation.by(),
                back ? "rolled back to" : "activated",
                activation.proposal() != null
                        ? "proposal " + activation.proposal()
                        : "activation " + (back ? activation.backTo() : activation.id()),
                activation.book(),
                activation.since(),
                activation.from(),
                activation.reason());
    }

    /** That it was proposed, and what a second person said. */
    static List<TablesStep> of(BookProposal proposal) {
        List<TablesStep> steps = new ArrayList<>();
        String subject = "proposal " + proposal.id();
        steps.add(new TablesStep(
                proposal.at(), proposal.author(), "proposed", subject, proposal.book(), null, null, proposal.reason()));
        if (proposal.answer() != null) {
            steps.add(new TablesStep(
                    proposal.answer().at(),
                    proposal.answer().by(),
                    proposal.state(),
                    subject,
                    proposal.book(),
                    null,
                    null,
                    proposal.answer().reason()));
        }
        return steps;
    }

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
        List<String> parts = new ArrayList<>(
                List.of(sentences.text("tables.log." + what.replace(' ', '_'), by, subject(sentences))));
        if (book != null) {
            parts.add(sentences.text("tables.log.book", book));
        }
        if (from != null) {
            parts.add(
                    since == null
                            ? sentences.text("tables.log.beginning")
                            : sentences.text("tables.log.from", since.toString()));
        }
        return sentences.text(
                "tables.log", at.truncatedTo(ChronoUnit.SECONDS).toString(), String.join(", ", parts), reason);
    }

    /** {@code proposal 1}, {@code activation 1} or {@code rule book 5ac0…91}. */
    private String subject(Sentences sentences) {
        int end = subject.lastIndexOf(' ');
        return sentences.text(
                "tables.log.subject." + subject.substring(0, end).replace(' ', '_'), subject.substring(end + 1));
    }
}
