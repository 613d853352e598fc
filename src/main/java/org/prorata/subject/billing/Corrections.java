package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prorata.contract.Billed;
import org.prorata.contract.Item;
import org.prorata.values.Period;

/** What the lines of a bill give back or make up for, and so how they are taxed: as the lines that they correct were. */
final class Corrections {

    private final List<Item> all;
    private final Map<String, Item> items = new HashMap<>();
    private final Taxes taxes;
    private final Map<Billed, DueAgainstBilled> accounts = new IdentityHashMap<>();
    private final List<Billed> told;
    private final List<DueAgainstBilled> known;
    private List<Billed> billed;
    private final Charged charged = new Charged();
    private final Owing owing = new Owing();

    /**
     * @param billed   what was billed, where it is known
     * @param accounts the accounts to which it is laid
     */
    Corrections(List<Item> items, List<Billed> billed, List<DueAgainstBilled> accounts, Taxes taxes) {
        this.all = items;
        this.told = billed;
        this.known = accounts;
        this.taxes = taxes;
    }

    /** The pieces of lines of which some correct something, each line's in their order and together what it comes to. */
    List<Piece> of(List<BillLine> lines) {
        before();
        lines.stream().filter(line -> !line.credit()).forEach(charged::own);
        List<Piece> pieces = new ArrayList<>();
        for (BillLine line : lines) {
            if (line.credit()) {
                charged.take(
                        new Charged.Credit(
                                line.of(),
                                line.itemId(),
                                line.period(),
                                null,
                                line.reason().family().apart()),
                        line.amount(),
                        (of, amount) -> pieces.add(credit(line, of, amount)));
            } else {
                pieces.addAll(charge(line));
            }
        }
        return joined(lines, notes(pieces));
    }

    /** Most bills correct nothing: what was billed is then not looked through. */
    static boolean needed(List<BillLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            BillLine line = lines.get(i);
            if (line.credit()
                    || line.account() != null && !line.account().billed.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void before() {
        all.forEach(item -> items.put(item.id(), item));
        known.forEach(account -> account.billed.forEach(row -> accounts.put(row, account)));
        billed = told.stream()
                .filter(row -> !row.nowhere() && row.withdrawn() == null)
                .sorted(Comparator.comparing(Billed::on))
                .toList();
        for (Billed row : billed) {
            if (!row.reason().credit() && accounts.containsKey(row)) {
                charged.billed(accounts.get(row), row);
            }
        }
        for (Billed row : billed) {
            String document = row.invoice();
            if (document != null) {
                owing.line(
                        document,
                        row.reason().credit() ? row.amount().negate() : row.amount(),
                        row.booking().corrects());
            }
            if (row.reason().credit() && accounts.containsKey(row)) {
                charged.take(
                        new Charged.Credit(
                                accounts.get(row),
                                row.item(),
                                new Period(row.from(), row.to()),
                                row.booking() == null ? null : row.booking().corrects(),
                                row.reason().family().apart()),
                        row.amount(),
                        (of, amount) -> {});
            }
        }
        owing.lower();
    }

    /** The tax of a line that corrects nothing known. */
    private TaxRule rule(BillLine line) {
        return line.own() != null ? line.own() : taxes.rule(line.item(), line.taxDay());
    }

    private Piece credit(BillLine line, Charged.Line of, BigDecimal amount) {
        if (of == null) {
            return new Piece(line, amount, null, beyondCharges(line));
        }
        String document = line.on().toString().equals(of.document()) && of.own() != null ? null : of.document();
        return new Piece(line, amount, document, line.own() != null ? line.own() : taxOf(line, of));
    }

    /** The tax of what is given back beyond the charges for its days, as a cent of rounding may be: that of the item's last charge. */
    private TaxRule beyondCharges(BillLine line) {
        if (line.own() == null) {
            for (int i = billed.size() - 1; i >= 0; i--) {
                Billed row = billed.get(i);
                if (row.item().equals(line.itemId()) && !row.reason().credit()) {
                    return taxOf(line, row);
                }
            }
        }
        return rule(line);
    }

    private TaxRule taxOf(BillLine line, Charged.Line of) {
        return of.own() != null ? rule(of.own()) : taxOf(line, of.billed());
    }

    /** As it was invoiced; where that is not known, by the table of its day. */
    private TaxRule taxOf(BillLine line, Billed row) {
        if (row.booking() == null || row.booking().ratePct() == null) {
            return taxes.rule(items.getOrDefault(row.item(), line.item()), row.on());
        }
        return taxes.invoiced(
                items.getOrDefault(row.item(), line.item()),
                line.on(),
                row.booking().category(),
                row.booking().ratePct());
    }

    /**
     * What makes up for days that were billed is taxed as these were: first what was given back of them, the latest first. What is charged
     * for further days of a period corrects nothing.
     */
    private List<Piece> charge(BillLine line) {
        List<Piece> pieces = new ArrayList<>(1);
        List<Billed> rows = line.account() == null || line.own() != null
                ? List.of()
                : billed.stream()
                        .filter(row -> accounts.get(row) == line.account()
                                && line.period().overlaps(new Period(row.from(), row.to())))
                        .toList();
        BigDecimal left = line.amount();
        for (int i = rows.size() - 1; i >= 0 && left.signum() > 0; i--) {
            if (rows.get(i).reason().credit()) {
                BigDecimal part = rows.get(i).amount().min(left);
                left = left.subtract(part);
                pieces.add(new Piece(line, part, null, taxOf(line, rows.get(i))));
            }
        }
        for (int i = rows.size() - 1; i >= 0 && left.signum() > 0; i--) {
            if (!rows.get(i).reason().credit()) {
                pieces.add(new Piece(line, left, null, taxOf(line, rows.get(i))));
                left = BigDecimal.ZERO;
            }
        }
        if (left.signum() > 0) {
            pieces.add(new Piece(line, left, null, rule(line)));
        }
        return pieces;
    }

    /** Lets the notes among the documents of this bill, in the order of their days, take off what they give back. */
    private List<Piece> notes(List<Piece> pieces) {
        Map<LocalDate, List<Piece>> days = new TreeMap<>();
        pieces.forEach(piece -> days.computeIfAbsent(piece.line().on(), day -> new ArrayList<>())
                .add(piece));
        days.forEach((day, all) -> all.forEach(piece -> owing.line(
                day.toString(), piece.line().credit() ? piece.amount().negate() : piece.amount(), piece.corrects())));
        List<Piece> named = new ArrayList<>();
        days.forEach((day, all) -> {
            List<Piece> credits = new ArrayList<>(
                    all.stream().filter(piece -> piece.line().credit()).toList());
            if (sum(all).signum() < 0) {
                owing.note(day.toString(), credits);
            }
            named.addAll(credits);
            all.stream().filter(piece -> !piece.line().credit()).forEach(named::add);
        });
        return named;
    }

    private static BigDecimal sum(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.line().credit() ? piece.amount().negate() : piece.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Piece> joined(List<BillLine> lines, List<Piece> pieces) {
        Map<BillLine, List<Piece>> byLine = new IdentityHashMap<>();
        pieces.forEach(piece ->
                byLine.computeIfAbsent(piece.line(), line -> new ArrayList<>()).add(piece));
        List<Piece> joined = new ArrayList<>();
        for (BillLine line : lines) {
            List<Piece> own = new ArrayList<>();
            for (Piece piece : byLine.getOrDefault(line, List.of())) {
                own.stream()
                        .filter(piece::joins)
                        .findFirst()
                        .ifPresentOrElse(same -> same.join(piece), () -> own.add(piece));
            }
            joined.addAll(own);
        }
        return joined;
    }
}
