package org.prorata.histories;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.prorata.cli.Commands;
import org.prorata.cli.Commands.Said;

/** Plays the steps of a history, command by command, and looks after each whether all still holds. */
final class Player {

    private static final boolean ISSUES_ON = Commands.run(null, null, List.of("issue", "--help")).out().contains("--on");

    private final World world;
    private final Facts facts;
    private final Checks checks;
    private final Lates lates;
    private final Books books;
    private final Exits exits;
    private final Looks looks;
    private int begun;

    Player(World world) {
        this.world = world;
        this.facts = new Facts(world);
        this.checks = new Checks(world);
        this.lates = new Lates(world);
        this.books = new Books(world);
        this.exits = new Exits(world, facts);
        this.looks = new Looks(world);
    }

    /** How many steps were begun. */
    int begun() {
        return begun;
    }

    void play(List<Step> steps) {
        for (Step step : steps) {
            begun++;
            if (!world.over()) {
                one(step);
            }
        }
        end();
    }

    private void one(Step step) {
        Random random = new Random(step.chance());
        if (facts.tell(step)) {
            return;
        }
        switch (step.kind()) {
            case BILL -> bill(random, random.nextInt(5) == 0);
            case PREVIEW -> preview(random);
            case ISSUE -> issue(random);
            case LATE -> late(random);
            case PAY -> pay(random);
            case WITHDRAW_PAYMENT -> withdraw(random);
            case CREDIT -> credit(random);
            case RETRY -> retry();
            case ABANDON -> abandon(random);
            case REPLAY -> world.done("replay", "replay", "--all");
            case NUMBERS -> world.done("numbers", "numbers", "check");
            case AUDIT -> world.done("audit", "audit", "check");
            case RESTORE -> books.restore();
            case ACTIVATE -> books.activate(random);
            case LEAVE -> exits.leave(random);
            case LOOK -> looks.look(random);
            default -> throw new IllegalStateException(step.toString());
        }
    }

    private Window window(Random random) {
        LocalDate from = world.billedTo == null ? world.first : world.billedTo.plusDays(1);
        if (world.billedTo != null && random.nextInt(6) == 0) {
            return new Window(world.billedTo.minusDays(random.nextInt(20)), world.billedTo);
        }
        LocalDate to = random.nextInt(3) > 0 ? from.plusMonths(1 + (random.nextInt(4) == 0 ? 2 : 0)).minusDays(1) : from.plusDays(random.nextInt(50));
        return new Window(from, to);
    }

    private record Window(LocalDate from, LocalDate to) {
    }

    private void bill(Random random, boolean previewed) {
        Window window = window(random);
        List<String> shown = List.of();
        if (previewed) {
            shown = preview(window);
        }
        long last = lastRun();
        billed(world.run("bill", "--from", window.from().toString(), "--to", window.to().toString()), window.to());
        if (previewed) {
            List<String> real = heads("invoice", last);
            Checks.expect("preview", real.equals(shown), "the preview showed " + shown + "\nbilled are " + real);
        }
        if (window.to().isAfter(world.now)) {
            world.pass((int) (window.to().toEpochDay() - world.now.toEpochDay()));
        }
    }

    private void billed(Said said, LocalDate to) {
        Checks.expect("bill", said.status() < 2, said.toString());
        world.billedTo = world.billedTo == null || to.isAfter(world.billedTo) ? to : world.billedTo;
        sound();
        world.parked.clear();
        world.parked.addAll(world.client().sql("""
                select p.contract_id from parked p where p.run = (select max(run.id) from run where not preview and kind = 'bill')""").query(String.class).list());
        mustNotPark("bill");
        checks.documents();
        checks.yardstick(world.all(), world.billedTo);
        checks.days();
    }

    /** One contract's trouble is its own, and there is none without a reason that the history made. */
    private void mustNotPark(String kind) {
        world.client().sql("select contract_id, code, message from parked where run = (select max(id) from run where not preview and kind = ?)").param(kind)
                .query(row -> {
                    Order order = world.orders.get(row.getString("contract_id"));
                    Checks.expect("parked", order.items.stream().anyMatch(item -> order.rate(item) == null), kind + " parks " + order.id + " (" + order.terms + ") as "
                            + row.getString("code") + ": " + row.getString("message"));
                });
    }

    private void sound() {
        List<String> unsound = world.client().sql("select id || ' ' || state || ' ' || coalesce(message, '') from run where state not in ('done', 'abandoned')")
                .query(String.class).list();
        Checks.expect("unreconciled", unsound.isEmpty(), unsound.toString());
    }

    private long lastRun() {
        return world.client().sql("select coalesce(max(id), 0) from run").query(Long.class).single();
    }

    private void preview(Random random) {
        preview(window(random));
    }

    private List<String> preview(Window window) {
        String before = Ledger.fingerprint(world);
        long last = lastRun();
        Said said = world.run("bill", "--from", window.from().toString(), "--to", window.to().toString(), "--preview");
        Checks.expect("preview", said.status() < 2, said.toString());
        Checks.expect("preview", before.equals(Ledger.fingerprint(world)), "a preview changed something:\n" + before + "\n" + Ledger.fingerprint(world));
        return heads("preview_invoice", last);
    }

    private List<String> heads(String table, long after) {
        return world.client().sql("select contract_id || ' ' || on_day || ' ' || net || ' ' || tax || ' ' || gross from " + table
                + " where run > ? order by 1").param(after).query(String.class).list();
    }

    private void issue(Random random) {
        List<String> runs = world.client().sql("""
                select distinct r.id from run r where not preview and state = 'done' and (exists (select from invoice i where i.run = r.id
                and not exists (select from issued s where s.invoice = i.id)) or exists (select from debit_note n where n.run = r.id
                and not exists (select from issued s where s.debit_note = n.id))) order by r.id""").query(Long.class).list().stream().map(String::valueOf).toList();
        if (runs.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("issue"));
        if (issuesOn()) {
            arguments.addAll(List.of("--on", world.now.toString()));
        }
        arguments.addAll(random.nextInt(3) == 0 ? runs.subList(0, 1 + random.nextInt(runs.size())) : runs);
        LocalDate last = world.client().sql("select max(on_day) from issued").query(LocalDate.class).optional().orElse(null);
        if (last != null && last.getDayOfYear() > 1 && last.getYear() == world.now.getYear() && random.nextInt(6) == 0) {
            List<String> back = new ArrayList<>(arguments);
            back.set(2, last.minusDays(1).toString());
            String before = Ledger.fingerprint(world);
            Said refused = world.run(back);
            // another series than that of the last number may still stand before that day
            Checks.expect("issue-back", refused.status() == 0 || before.equals(Ledger.fingerprint(world)), "what is refused changed something");
            new Numbers(world).check(null);
            if (refused.status() == 0) {
                return;
            }
        }
        Said said = world.run(arguments);
        Checks.expect("issue", said.status() == 0, said.toString());
        new Numbers(world).check(issuesOn() ? world.now : null);
        lates.open();
        world.pass(random.nextInt(4));
    }

    private boolean issuesOn() {
        return ISSUES_ON;
    }

    private void late(Random random) {
        boolean back = world.lateOn != null && random.nextInt(8) == 0;
        LocalDate on = back ? world.lateOn.minusDays(1 + random.nextInt(20)) : world.now.plusDays(random.nextInt(20));
        if (!back && world.lateOn != null && on.isBefore(world.lateOn)) {
            on = world.lateOn;
        }
        Map<String, BigDecimal> interest = new Ledger(world).claimed("interest");
        Map<String, BigDecimal> fees = new Ledger(world).claimed("fee");
        if (random.nextInt(4) == 0) {
            String before = Ledger.fingerprint(world);
            world.run("late", "--on", on.toString(), "--preview");
            Checks.expect("preview", before.equals(Ledger.fingerprint(world)), "a preview of claims changed something");
        }
        Said said = world.run("late", "--on", on.toString());
        if (said.status() == 2 && back) {
            return;
        }
        Checks.expect("late", said.status() < 2, said.toString());
        sound();
        mustNotPark("late");
        world.lateOn = world.lateOn == null || on.isAfter(world.lateOn) ? on : world.lateOn;
        lates.claimed(back ? world.lateOn : on, interest, fees);
    }

    private void pay(Random random) {
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

    private void withdraw(Random random) {
        List<String> ids = new ArrayList<>(world.payments.keySet());
        if (!ids.isEmpty()) {
            String id = ids.get(random.nextInt(ids.size()));
            world.done("payment", "payments", "withdraw", id, "--reason", "bounced");
            world.payments.remove(id);
            lates.open();
        }
    }

    private void credit(Random random) {
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

    private void retry() {
        List<Long> runs = world.client().sql("select run from parked where run = (select max(id) from run where not preview and kind = 'bill') limit 1")
                .query(Long.class).list();
        if (runs.isEmpty()) {
            return;
        }
        Set<String> others = world.all().stream().map(order -> order.id).filter(id -> !world.parked.contains(id)).collect(Collectors.toSet());
        Map<String, Map<String, BigDecimal>> before = new TreeMap<>();
        Ledger ledger = new Ledger(world);
        others.forEach(id -> before.put(id, ledger.net(id)));
        Said said = world.run("retry", runs.get(0).toString());
        Checks.expect("retry", said.status() < 2, said.toString());
        Ledger after = new Ledger(world);
        others.forEach(id -> Checks.expect("retry", before.get(id).equals(after.net(id)), "a retry changed " + id));
        sound();
        mustNotPark("bill");
        Set<String> retried = Set.copyOf(world.parked);
        world.parked.clear();
        world.parked.addAll(world.client().sql("""
                select p.contract_id from parked p where p.run = (select max(run.id) from run where not preview and kind = 'bill')""").query(String.class).list());
        checks.documents();
        checks.yardstick(world.all().stream().filter(order -> retried.contains(order.id)).toList(), world.billedTo);
    }

    private void abandon(Random random) {
        List<Long> claims = world.client().sql("""
                select r.id from run r where not preview and kind = 'late' and state = 'done' and exists (select from debit_note n where n.run = r.id)
                and not exists (select from debit_note n join issued s on s.debit_note = n.id where n.run = r.id) order by r.id""").query(Long.class).list();
        if (!claims.isEmpty() && random.nextBoolean()) {
            if (world.run("run", "abandon", claims.get(random.nextInt(claims.size())).toString()).status() == 0) {
                // what it claimed is owed again
                late(random);
            }
            return;
        }
        List<Long> runs = world.client().sql("""
                select r.id from run r where r.id = (select max(id) from run where not preview and kind = 'bill' and state = 'done') and rebills is null
                and not exists (select from invoice i join issued s on s.invoice = i.id where i.run = r.id)""").query(Long.class).list();
        if (runs.isEmpty()) {
            return;
        }
        Said said = world.run("run", "abandon", runs.get(0).toString());
        if (said.status() == 0) {
            // what it billed is due again
            billed(world.run("bill", "--from", world.billedTo.minusDays(random.nextInt(10)).toString(), "--to", world.billedTo.toString()), world.billedTo);
        }
    }

    /** What is exported and taken in again changes nothing. */
    private void exported() {
        Path folder = world.folder.resolve("export");
        world.done("export", "export", "--to", folder.toString());
        Said said = world.done("export", "import", folder.toString());
        Checks.expect("export", said.out().contains("0 new, 0 changed"), said.toString());
    }

    private void explained(Ledger ledger) {
        ledger.docs.values().stream().filter(doc -> doc.number() != null).skip(ledger.docs.size() / 3).limit(2)
                .forEach(doc -> world.done("explain", "explain", doc.number()));
    }

    /** All is mended, billed, issued and claimed, and everything that can be checked is checked. */
    private void end() {
        for (Order order : world.all()) {
            if (order.country.equals("CH")) {
                facts.imported(Facts.mended(order));
            }
        }
        LocalDate from = world.billedTo == null ? world.first : world.billedTo.plusDays(1);
        billed(world.run("bill", "--from", from.toString(), "--to", from.plusDays(62).toString()), from.plusDays(62));
        Checks.expect("parked", world.parked.isEmpty(), "in the end " + world.parked);
        world.pass(10);
        issue(new Random(1));
        late(new Random(2));
        issue(new Random(1));
        world.done("replay", "replay", "--all");
        world.done("numbers", "numbers", "check");
        world.done("audit", "audit", "check");
        exported();
        explained(new Ledger(world));
        Said again = world.run("bill", "--from", from.toString(), "--to", from.plusDays(62).toString());
        Checks.expect("again", again.status() < 2 && again.out().contains("Nothing more"), again.toString());
    }
}
