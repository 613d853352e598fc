package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What documents of a contract come to before tax, and what of them credit notes have taken off. In an invoice credits are set off
 * against what it charges; only a note lowers invoices. What it charges itself is set off first against what it gives back of none of
 * them, then of the latest.
 */
final class Owing {

    private final Map<String, OpenDocument> documents = new LinkedHashMap<>();

    private static final class OpenDocument {
        private final List<String> corrects = new ArrayList<>(0);
        private final List<Sum> credits = new ArrayList<>(0);
        private BigDecimal net = BigDecimal.ZERO;
        private BigDecimal charges = BigDecimal.ZERO;
        private BigDecimal lowered = BigDecimal.ZERO;
    }

    private record Sum(String corrects, BigDecimal amount) {}

    /** A line of a document, negative for a credit. */
    void line(String document, BigDecimal signed, String corrects) {
        OpenDocument one = documents.computeIfAbsent(document, name -> new OpenDocument());
        one.net = one.net.add(signed);
        if (signed.signum() >= 0) {
            one.charges = one.charges.add(signed);
        } else {
            one.credits.add(new Sum(corrects, signed.negate()));
            if (corrects != null && !one.corrects.contains(corrects)) {
                one.corrects.add(corrects);
            }
        }
    }

    /** Takes off what the credit notes among the documents so far give back. */
    void lower() {
        List.copyOf(documents.values()).stream()
                .filter(one -> one.net.signum() < 0)
                .forEach(one -> setOff(one.charges, one.credits).forEach(this::lower));
    }

    private void lower(String document, BigDecimal amount) {
        if (documents.containsKey(document)) {
            documents.get(document).lowered = documents.get(document).lowered.add(amount);
        }
    }

    private Map<String, BigDecimal> setOff(BigDecimal charges, List<Sum> credits) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        credits.forEach(credit ->
                sums.merge(credit.corrects() == null ? "" : credit.corrects(), credit.amount(), BigDecimal::add));
        List<String> order = new ArrayList<>(sums.keySet());
        List<String> known = List.copyOf(documents.keySet());
        // no document first, then the latest
        order.sort(
                (one, other) -> one.isEmpty() ? -1 : other.isEmpty() ? 1 : known.indexOf(other) - known.indexOf(one));
        BigDecimal left = charges;
        for (String name : order) {
            BigDecimal part = left.min(sums.get(name));
            sums.merge(name, part.negate(), BigDecimal::add);
            left = left.subtract(part);
        }
        sums.remove("");
        return sums;
    }

    private BigDecimal open(String document) {
        OpenDocument one = documents.get(document);
        return one == null ? null : one.net.subtract(one.lowered).max(BigDecimal.ZERO);
    }

    /**
     * Lets a note of this bill take off what it gives back. What a document does not owe, as credits were set off in it, is taken off
     * those invoices that these credits give back.
     *
     * @param pieces the credits of the note
     */
    void note(String name, List<Piece> pieces) {
        OpenDocument note = documents.get(name);
        List<Sum> credits = pieces.stream()
                .map(piece -> new Sum(piece.corrects(), piece.amount()))
                .toList();
        Map<String, BigDecimal> lowering = new LinkedHashMap<>(setOff(note.charges, credits));
        List<String> turn = new ArrayList<>(lowering.keySet());
        for (int i = 0; i < turn.size(); i++) {
            String document = turn.get(i);
            BigDecimal open = open(document);
            BigDecimal wanted = lowering.get(document);
            if (open == null || wanted.compareTo(open) <= 0) {
                continue;
            }
            BigDecimal excess = wanted.subtract(open);
            lowering.put(document, open);
            for (String next : behind(document)) {
                BigDecimal room = open(next);
                BigDecimal part = room == null
                        ? BigDecimal.ZERO
                        : room.subtract(lowering.getOrDefault(next, BigDecimal.ZERO))
                                .min(excess);
                if (part.signum() > 0) {
                    rename(pieces, document, next, part);
                    lowering.merge(next, part, BigDecimal::add);
                    excess = excess.subtract(part);
                }
            }
            rename(pieces, document, null, excess);
        }
        lowering.forEach(this::lower);
    }

    /** The invoices that the credits of a document give back, and those behind them, the latest first. */
    private List<String> behind(String document) {
        List<String> found = new ArrayList<>(List.of(document));
        for (int i = 0; i < found.size(); i++) {
            OpenDocument one = documents.get(found.get(i));
            for (int j = one == null ? -1 : one.corrects.size() - 1; j >= 0; j--) {
                String next = one.corrects.get(j);
                if (!found.contains(next)) {
                    found.add(next);
                }
            }
        }
        return found.subList(1, found.size());
    }

    private static void rename(List<Piece> pieces, String from, String to, BigDecimal amount) {
        BigDecimal left = amount;
        for (int i = pieces.size() - 1; i >= 0 && left.signum() > 0; i--) {
            Piece piece = pieces.get(i);
            if (from.equals(piece.corrects())) {
                BigDecimal part = piece.amount().min(left);
                left = left.subtract(part);
                if (part.compareTo(piece.amount()) == 0) {
                    piece.name(to);
                } else {
                    Piece own = piece.without(part);
                    own.name(to);
                    pieces.add(i + 1, own);
                }
            }
        }
    }
}
