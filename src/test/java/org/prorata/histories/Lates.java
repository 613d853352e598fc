package org.prorata.histories;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prorata.histories.Ledger.Doc;

/** What late payers owe, against what was claimed, and what is open, against what the lists say. */
final class Lates {

    private static final BigDecimal FEE = BigDecimal.valueOf(40);
    private static final Pattern OPEN = Pattern.compile("at most ([0-9.]+) is allowed.*probe ([^,;]+)");

    private final World world;

    Lates(World world) {
        this.world = world;
    }

    /** One invoice with what happened to it. */
    record Debt(String contract, String name, Debts debts) {
    }

    /** By our id, or contract and id of an invoice from elsewhere. */
    Map<String, Debt> debts() {
        Ledger ledger = new Ledger(world);
        Map<String, Debt> debts = new LinkedHashMap<>();
        for (Doc doc : ledger.docs.values()) {
            if (doc.issued() != null && !doc.credit() && doc.gross().signum() > 0) {
                Order order = world.orders.get(doc.contract());
                debts.put(String.valueOf(doc.id()), new Debt(doc.contract(), doc.number(),
                        new Debts(order.terms, order.due(doc.issued()), doc.gross(), null, null, order.judgment(served(doc)))));
            }
        }
        for (Order order : world.all()) {
            if (order.elsewhere != null) {
                debts.put(order.id + "/" + order.elsewhere.id(), new Debt(order.id, order.elsewhere.id(), new Debts(order.terms, order.elsewhere.due(),
                        order.elsewhere.amount(), order.elsewhere.disputedFrom(), order.elsewhere.disputedTo(),
                        order.judgment(order.elsewhere.issued()))));
            }
        }
        new Credits(world, ledger).all().forEach(credit -> {
            if (debts.containsKey(String.valueOf(credit.invoice()))) {
                debts.get(String.valueOf(credit.invoice())).debts().credit(credit.on(), credit.amount());
            }
        });
        world.payments.values().forEach(paid -> {
            Debt debt = debts.get(paid.own() == null ? paid.contract() + "/" + paid.invoice() : String.valueOf(paid.own()));
            if (debt != null) {
                debt.debts().pay(paid.on(), paid.amount());
            }
        });
        return debts;
    }

    private static LocalDate served(Doc doc) {
        return doc.lines().stream().map(Ledger.Line::from).min(LocalDate::compareTo).orElse(doc.issued());
    }

    /** After a claim: by invoice all that was claimed is what one computation on that day comes to, or more was claimed before. */
    void claimed(LocalDate on, Map<String, BigDecimal> before, Map<String, BigDecimal> feesBefore) {
        Map<String, BigDecimal> interest = new Ledger(world).claimed("interest");
        Map<String, BigDecimal> fees = new Ledger(world).claimed("fee");
        debts().forEach((key, debt) -> {
            BigDecimal right = debt.debts().interest(on).max(before.getOrDefault(key, BigDecimal.ZERO));
            BigDecimal claimed = interest.getOrDefault(key, BigDecimal.ZERO);
            Checks.expect("interest", right.compareTo(claimed) == 0, debt.contract() + " " + debt.name() + " on " + on + ": " + claimed + " is claimed, "
                    + right + " is owed; before " + before.getOrDefault(key, BigDecimal.ZERO));
            BigDecimal fee = fees.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal owed = debt.debts().late(on) ? FEE : feesBefore.getOrDefault(key, BigDecimal.ZERO);
            Checks.expect("fee", owed.compareTo(fee) == 0, debt.contract() + " " + debt.name() + " on " + on + ": fees of " + fee + ", owed " + owed);
        });
    }

    /** The most that the payments of an invoice may still come to is what is issued less what is credited and paid. */
    void open() {
        Map<String, Debt> debts = debts();
        if (debts.isEmpty()) {
            return;
        }
        sums();
        StringBuilder rows = new StringBuilder("id,contract,invoice,on,amount\n");
        debts.forEach((key, debt) -> rows.append("probe ").append(key).append(',').append(debt.contract()).append(',').append(debt.name()).append(',')
                .append(world.now).append(",99999999.99\n"));
        Path file = world.folder.resolve("open.csv");
        Path rejects = world.folder.resolve("rejects.csv");
        World.write(file, rows.toString());
        world.quietly(List.of("payments", "import", "--check", file.toString(), "--rejects", rejects.toString()));
        Map<String, BigDecimal> said = new HashMap<>();
        for (String line : World.read(rejects)) {
            Matcher row = OPEN.matcher(line);
            if (row.find()) {
                said.put(row.group(2), new BigDecimal(row.group(1)));
            }
        }
        debts.forEach((key, debt) -> Checks.expect("open", said.containsKey(key) && said.get(key).compareTo(debt.debts().open()) == 0, debt.contract() + " "
                + debt.name() + ": open is " + debt.debts().open() + ", the guard of payments says " + said.get(key)));
    }

    /** What documents take off invoices is in all what they come to below nothing: nothing is taken off twice, nothing gets lost. */
    private void sums() {
        Ledger ledger = new Ledger(world);
        List<Credits.Credit> credits = new Credits(world, ledger).all();
        for (Order order : world.all()) {
            BigDecimal notes = ledger.of(order.id).stream().filter(doc -> doc.issued() != null).map(doc -> doc.gross().negate().max(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal taken = credits.stream().filter(credit -> ledger.docs.get(credit.invoice()).contract().equals(order.id)).map(Credits.Credit::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Checks.expect("lowered", notes.compareTo(taken) == 0, order.id + ": documents give back " + notes + ", invoices are lowered by " + taken);
        }
    }
}
