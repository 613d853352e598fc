package org.prorata.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.prorata.histories.Ledger.Doc;
import org.prorata.histories.Ledger.Line;

/** Which invoices issued credit notes lower, from which day, by how much. */
final class Credits {

    private final World world;
    private final Ledger ledger;

    Credits(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    /** What a credit note takes off an invoice. */
    record Credit(long invoice, LocalDate on, BigDecimal amount) {
    }

    /** By what the documents name, which must be what their lines give back where only one invoice can be meant. */
    List<Credit> all() {
        List<Credit> credits = new ArrayList<>();
        for (Doc doc : ledger.docs.values()) {
            if (!doc.credit() || doc.issued() == null) {
                continue;
            }
            Long only = doc.cancels() != null ? doc.cancels() : meant(doc);
            if (only != null) {
                Checks.expect("corrects", Objects.equals(only, doc.corrects()), doc.contract() + " " + doc.number() + " gives back what invoice " + only
                        + " charged and names " + doc.corrects() + ": " + doc);
            }
            if (doc.corrects() != null) {
                credits.add(new Credit(doc.corrects(), doc.issued(), doc.gross().negate()));
            }
        }
        return credits;
    }

    /** The one invoice that charged all that a note gives back, or null where several or none could be meant. */
    private Long meant(Doc note) {
        Long only = null;
        for (Line line : note.lines()) {
            if (line.amount().signum() > 0) {
                return null;
            }
            List<Long> charged = ledger.of(note.contract()).stream().filter(doc -> !doc.cancelled() && doc.id() != note.id() && doc.cancels() == null)
                    .filter(doc -> doc.lines().stream().anyMatch(one -> one.item().equals(line.item()) && one.amount().signum() > 0 && one.overlaps(line)))
                    .map(Doc::id).toList();
            if (charged.size() != 1 || only != null && !only.equals(charged.get(0)) || ledger.docs.get(charged.get(0)).issued() == null
                    || ledger.docs.get(charged.get(0)).credit()) {
                return null;
            }
            only = charged.get(0);
        }
        return only;
    }
}
