package org.prorata.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.prorata.cli.Commands.Said;

/** Bills, their previews and their second attempts, and what has to hold after each. */
final class Bills {

    private final World world;
    private final Checks checks;

    Bills(World world, Checks checks) {
        this.world = world;
        this.checks = checks;
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

    void bill(Random random, boolean previewed) {
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

    void billed(Said said, LocalDate to) {
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
    void mustNotPark(String kind) {
        world.client().sql("select contract_id, code, message from parked where run = (select max(id) from run where not preview and kind = ?)").param(kind)
                .query(row -> {
                    Order order = world.orders.get(row.getString("contract_id"));
                    Checks.expect("parked", order.items.stream().anyMatch(item -> order.rate(item) == null), kind + " parks " + order.id + " (" + order.terms + ") as "
                            + row.getString("code") + ": " + row.getString("message"));
                });
    }

    void sound() {
        List<String> unsound = world.client().sql("select id || ' ' || state || ' ' || coalesce(message, '') from run where state not in ('done', 'abandoned')")
                .query(String.class).list();
        Checks.expect("unreconciled", unsound.isEmpty(), unsound.toString());
    }

    private long lastRun() {
        return world.client().sql("select coalesce(max(id), 0) from run").query(Long.class).single();
    }

    void preview(Random random) {
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

    void retry() {
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
}
