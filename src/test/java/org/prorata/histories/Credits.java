package org.prorata.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.prorata.histories.Ledger.Doc;
import org.prorata.histories.Ledger.Line;

/** Which invoices issued credit notes lower, from which day, by how much. */
final class Credits {

    private static final Map<World, Boolean> LOWERING = new WeakHashMap<>();

    private final World world;
    private final Ledger ledger;

    Credits(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    /** What a credit note takes off an invoice. */
    record Credit(long invoice, LocalDate on, BigDecimal amount) {}

    /** By what the documents name, which must be what their lines give back where only one invoice can be meant. */
    List<Credit> all() {
        List<Credit> credits = new ArrayList<>();
        for (Doc doc : ledger.docs.values()) {
            if (doc.issued() == null) {
                continue;
            }
            Map<Long, BigDecimal> named = named(doc);
            Long only = doc.cancels() != null ? doc.cancels() : meant(doc);
            if (doc.credit() && only != null) {
                Checks.expect(
                        "corrects",
                        named.size() == 1
                                && named.containsKey(only)
                                && named.get(only).add(doc.gross()).signum() == 0,
                        doc.contract() + " " + doc.number() + " gives back what invoice " + only
                                + " charged and lowers " + named + ": " + doc);
            }
            BigDecimal sum = named.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal most = doc.gross().negate().max(BigDecimal.ZERO);
            // what a document takes off others it does not also keep for itself
            Checks.expect(
                    "lowering",
                    sum.compareTo(most) <= 0,
                    doc.contract() + " " + doc.number() + " lowers " + named + ", more than it is over: " + doc);
            named.forEach((invoice, amount) -> credits.add(new Credit(invoice, doc.issued(), amount)));
        }
        return credits;
    }

    /** What a document takes off which invoices, tax included. */
    private Map<Long, BigDecimal> named(Doc doc) {
        if (!LOWERING.computeIfAbsent(
                world,
                key -> world.client()
                        .sql("select to_regclass('lowering') is not null")
                        .query(Boolean.class)
                        .single())) {
            return doc.corrects() == null
                    ? Map.of()
                    : Map.of(doc.corrects(), doc.gross().negate());
        }
        Map<Long, BigDecimal> named = new TreeMap<>();
        world.client()
                .sql("select invoice, amount from lowering where document = ?")
                .param(doc.id())
                .query(row -> {
                    named.merge(row.getLong("invoice"), row.getBigDecimal("amount"), BigDecimal::add);
                });
        return named;
    }

    /** The one invoice that charged all that a note gives back, or null where several or none could be meant. */
    private Long meant(Doc note) {
        Long only = null;
        for (Line line : note.lines()) {
            if (line.amount().signum() > 0) {
                return null;
            }
            List<Long> charged = ledger.of(note.contract()).stream()
                    .filter(doc -> !doc.cancelled() && doc.id() != note.id() && doc.cancels() == null)
                    .filter(doc -> doc.lines().stream()
                            .anyMatch(one -> one.item().equals(line.item())
                                    && one.amount().signum() > 0
                                    && one.overlaps(line)))
                    .map(Doc::id)
                    .toList();
            if (charged.size() != 1
                    || only != null && !only.equals(charged.get(0))
                    || ledger.docs.get(charged.get(0)).issued() == null
                    || ledger.docs.get(charged.get(0)).credit()
                    // what it asks for may be less than it charged, and then what it gives back is lowered
                    || ledger.docs.get(charged.get(0)).lines().stream()
                            .anyMatch(one -> one.amount().signum() < 0)) {
                return null;
            }
            only = charged.get(0);
        }
        return only;
    }
}
