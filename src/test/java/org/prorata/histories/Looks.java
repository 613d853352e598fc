package org.prorata.histories;

import java.util.List;
import java.util.Random;
import org.prorata.cli.Commands.Said;

/** Commands that only look: they end well and change nothing, whatever was done before. */
final class Looks {

    private final World world;

    Looks(World world) {
        this.world = world;
    }

    void look(Random random) {
        String before = Ledger.fingerprint(world);
        world.done("look", "runs");
        List<Long> runs = world.client().sql("select id from run where not preview and state = 'done' order by id").query(Long.class).list();
        if (!runs.isEmpty()) {
            String run = runs.get(random.nextInt(runs.size())).toString();
            // 1: something was parked
            looked("run", "show", run);
            looked("parked", run);
            looked("run", "export", run, "--csv", world.folder.resolve(world.id("rows-")).toString());
            List<Long> alike = world.client().sql("select id from run where not preview and state = 'done' and kind = (select kind from run where id = ?) order by id")
                    .param(Long.valueOf(run)).query(Long.class).list();
            looked("runs", "diff", alike.get(random.nextInt(alike.size())).toString(), run);
        }
        List<Order> orders = world.all();
        if (!orders.isEmpty()) {
            Order order = orders.get(random.nextInt(orders.size()));
            world.done("look", "dates", order.id);
            world.done("look", "export", order.id);
        }
        List<String> names = world.client().sql("select name from invoice order by id").query(String.class).list();
        if (!names.isEmpty()) {
            world.done("look", "explain", names.get(random.nextInt(names.size())), "--language", random.nextBoolean() ? "fr" : "en");
        }
        Checks.expect("look", before.equals(Ledger.fingerprint(world)), "a command that looks changed something:\n" + before + "\n" + Ledger.fingerprint(world));
    }

    private void looked(String... arguments) {
        Said said = world.run(arguments);
        Checks.expect("look", said.status() < 2, said.toString());
    }
}
