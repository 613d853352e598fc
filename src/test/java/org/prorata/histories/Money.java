package org.prorata.histories;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.prorata.cli.Commands.Said;

/** What clients pay, what of it bounces, and invoices that are cancelled. */
final class Money {

    private final World world;
    private final Checks checks;
    private final Lates lates;

    Money(World world, Checks checks, Lates lates) {
        this.world = world;
        this.checks = checks;
        this.lates = lates;
    }

    void pay(Random random) {
        List<Map.Entry<String, Lates.Debt>> open = new ArrayList<>(lates.debts().entrySet());
        open.removeIf(debt -> debt.getValue().debts().open().signum() <= 0);
        if (open.isEmpty()) {
            return;
        }
        Map.Entry<String, Lates.Debt> debt = open.get(random.nextInt(open.size()));
        BigDecimal most = debt.getValue().debts().open();
        BigDecimal amount = random.nextBoolean() ? most : most.multiply(BigDecimal.valueOf(1 + random.nextInt(99), 2)).setScale(2, java.math.RoundingMode.UP);
        LocalDate on = world.now.minusDays(random.nextInt(30));
        String id = world.id("p");
        String contract = debt.getValue().contract();
        Path file = world.file("payments.csv", "id,contract,invoice,on,amount\n" + id + "," + contract + "," + debt.getValue().name() + "," + on + "," + amount + "\n");
        world.done("payment", "payments", "import", file.toString());
        if (random.nextInt(4) == 0) {
            String before = Ledger.fingerprint(world);
            world.done("payment", "payments", "import", file.toString());
            Checks.expect("payment", before.equals(Ledger.fingerprint(world)), "a file of payments counts twice");
        }
        world.payments.put(id, new World.Paid(contract, debt.getValue().name(), debt.getKey().contains("/") ? null : Long.valueOf(debt.getKey()), on, amount));
        if (random.nextInt(3) == 0) {
            lates.open();
        }
    }

    void withdraw(Random random) {
        List<String> ids = new ArrayList<>(world.payments.keySet());
        if (!ids.isEmpty()) {
            String id = ids.get(random.nextInt(ids.size()));
            world.done("payment", "payments", "withdraw", id, "--reason", "bounced");
            world.payments.remove(id);
            lates.open();
        }
    }

    void credit(Random random) {
        List<Ledger.Doc> invoices = new Ledger(world).docs.values().stream().filter(doc -> doc.issued() != null && !doc.credit() && !doc.cancelled()).toList();
        if (invoices.isEmpty()) {
            return;
        }
        Ledger.Doc doc = invoices.get(random.nextInt(invoices.size()));
        boolean rebill = random.nextInt(3) > 0;
        List<String> arguments = new ArrayList<>(List.of("credit", doc.number(), "--reason", "wrong", "--on", world.now.toString()));
        if (rebill) {
            arguments.add("--rebill");
        }
        String before = Ledger.fingerprint(world);
        Said said = world.run(arguments);
        if (said.status() != 0) {
            Checks.expect("refused-credit", before.equals(Ledger.fingerprint(world)), "a refused credit changed something");
            return;
        }
        if (!rebill) {
            world.orders.get(doc.contract()).beyondYardstick = "credited without --rebill: what was billed is given back and not billed again";
        }
        checks.documents();
        if (rebill) {
            checks.yardstick(List.of(world.orders.get(doc.contract())), world.billedTo);
        }
        new Numbers(world).check(null);
        lates.open();
    }
}
