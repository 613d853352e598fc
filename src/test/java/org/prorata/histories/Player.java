package org.prorata.histories;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.prorata.cli.Commands;
import org.prorata.cli.Commands.Said;

/** Plays the steps of a history, command by command, and looks after each whether all still holds. */
final class Player {

    private static final boolean ISSUES_ON =
            Commands.run(null, null, List.of("issue", "--help")).out().contains("--on");

    private final World world;
    private final Facts facts;
    private final Bills bills;
    private final Money money;
    private final Lates lates;
    private final Books books;
    private final Exits exits;
    private final Looks looks;
    private int begun;

    Player(World world) {
        this.world = world;
        this.facts = new Facts(world);
        Checks checks = new Checks(world);
        this.lates = new Lates(world);
        this.bills = new Bills(world, checks);
        this.money = new Money(world, checks, lates);
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
            case BILL -> bills.bill(random, random.nextInt(5) == 0);
            case PREVIEW -> bills.preview(random);
            case ISSUE -> issue(random);
            case LATE -> late(random);
            case PAY -> money.pay(random);
            case WITHDRAW_PAYMENT -> money.withdraw(random);
            case CREDIT -> money.credit(random);
            case RETRY -> bills.retry();
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

    private void issue(Random random) {
        List<String> runs = world.client().sql("""
                select distinct r.id from run r where not preview and state = 'done' and (exists (select from invoice i where i.run = r.id
                and not exists (select from issued s where s.invoice = i.id)) or exists (select from debit_note n where n.run = r.id
                and not exists (select from issued s where s.debit_note = n.id))) order by r.id""").query(Long.class).list().stream()
                .map(String::valueOf)
                .toList();
        if (runs.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("issue"));
        if (issuesOn()) {
            arguments.addAll(List.of("--on", world.now.toString()));
        }
        arguments.addAll(random.nextInt(3) == 0 ? runs.subList(0, 1 + random.nextInt(runs.size())) : runs);
        LocalDate last = world.client()
                .sql("select max(on_day) from issued")
                .query(LocalDate.class)
                .optional()
                .orElse(null);
        if (last != null
                && last.getDayOfYear() > 1
                && last.getYear() == world.now.getYear()
                && random.nextInt(6) == 0) {
            List<String> back = new ArrayList<>(arguments);
            back.set(2, last.minusDays(1).toString());
            String before = Ledger.fingerprint(world);
            Said refused = world.run(back);
            // another series than that of the last number may still stand before that day
            Checks.expect(
                    "issue-back",
                    refused.status() == 0 || before.equals(Ledger.fingerprint(world)),
                    "what is refused changed something");
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
        bills.sound();
        bills.mustNotPark("late");
        world.lateOn = world.lateOn == null || on.isAfter(world.lateOn) ? on : world.lateOn;
        // an earlier day is refused once more was claimed, and else claims what was owed by then
        lates.claimed(on, interest, fees);
    }

    private void abandon(Random random) {
        List<Long> claims = world.client().sql("""
                select r.id from run r where not preview and kind = 'late' and state = 'done' and exists (select from debit_note n where n.run = r.id)
                and not exists (select from debit_note n join issued s on s.debit_note = n.id where n.run = r.id) order by r.id""").query(Long.class).list();
        if (!claims.isEmpty() && random.nextBoolean()) {
            if (world.run(
                                    "run",
                                    "abandon",
                                    claims.get(random.nextInt(claims.size())).toString())
                            .status()
                    == 0) {
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
        LocalDate from = world.client()
                .sql("select from_day from run where id = ?")
                .param(runs.get(0))
                .query(LocalDate.class)
                .single();
        LocalDate again = world.billedTo.minusDays(random.nextInt(10));
        Said said = world.run("run", "abandon", runs.get(0).toString());
        if (said.status() == 0) {
            // what it billed is due again; of a contract that it met first, what falls due before counts as invoiced,
            // which is said
            bills.billed(
                    world.run(
                            "bill",
                            "--from",
                            (from.isBefore(again) ? from : again).toString(),
                            "--to",
                            world.billedTo.toString()),
                    world.billedTo);
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
        ledger.docs.values().stream()
                .filter(doc -> doc.number() != null)
                .skip(ledger.docs.size() / 3)
                .limit(2)
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
        bills.billed(
                world.run(
                        "bill",
                        "--from",
                        from.toString(),
                        "--to",
                        from.plusDays(62).toString()),
                from.plusDays(62));
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
        Said again = world.run(
                "bill", "--from", from.toString(), "--to", from.plusDays(62).toString());
        Checks.expect("again", again.status() < 2 && again.out().contains("Nothing more"), again.toString());
    }
}
