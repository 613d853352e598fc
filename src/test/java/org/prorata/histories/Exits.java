package org.prorata.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.prorata.cli.Commands.Said;
import org.prorata.explain.Json;

/** What {@code exit} says of leaving, against what the bills of the same notice come to. */
final class Exits {

    private static final List<String> CAUSES = List.of("convenience", "non_renewal", "switching", "force_majeure", "provider_breach", "client_breach");
    private static final int YEARS = 6;

    private final World world;
    private final Facts facts;

    Exits(World world, Facts facts) {
        this.world = world;
        this.facts = facts;
    }

    /** Compares exits of a contract, then somebody gives the notice. */
    void leave(Random random) {
        // a book that changes between the notice and the end is another question
        List<Order> all = world.all().stream().filter(order -> !order.start.isAfter(world.now) && !order.ends() && order.beyondYardstick == null
                && order.items.stream().allMatch(item -> order.rate(item) != null)).toList();
        if (all.isEmpty() || world.billedTo == null || world.books.size() > 1) {
            return;
        }
        Order order = all.get(random.nextInt(all.size()));
        String cause = CAUSES.get(random.nextInt(CAUSES.size()));
        LocalDate day = world.now.plusDays(1 + random.nextInt(400));
        Map<?, ?> scenario = scenario(order, cause, day);
        facts.notice(order, world.now, cause, day);
        if (scenario == null) {
            return;
        }
        long last = world.client().sql("select max(id) from run").query(Long.class).single();
        Said said = world.run("bill", "--from", world.billedTo.plusDays(1).toString(), "--to", world.now.plusYears(YEARS).toString(), "--preview");
        Checks.expect("exit-preview", said.status() < 2, said.toString());
        // the model has no run-on whose end nobody knows
        boolean dated = scenario.get("run_on_next") == null && ((List<?>) scenario.get("unknown_in_total")).isEmpty();
        if (dated) {
            world.exits++;
            BigDecimal billed = world.client().sql("""
                    select coalesce(sum(i.net), 0) from preview_invoice i where i.run > ? and i.contract_id = ?""").param(last).param(order.id)
                    .query(BigDecimal.class).single();
            BigDecimal says = amount(scenario, "remaining_fees").add(amount(scenario, "run_on_fees")).subtract(amount(scenario, "refund"))
                    .add(amount(scenario, "fees_until_end"));
            Checks.expect("exit", billed.compareTo(says) == 0, order.id + " (" + order.terms + ") leaves on " + day + " by " + cause + ": exit says " + says
                    + ", the bills of that notice come to " + billed + "; " + figures(scenario));
        }
    }

    private Map<?, ?> scenario(Order order, String cause, LocalDate day) {
        String before = Ledger.fingerprint(world);
        Said said = world.run("exit", order.id, "--notice", world.now.toString(), "--dates", day.toString(), "--causes", cause, "--json");
        Checks.expect("exit", said.status() < 2, said.toString());
        Checks.expect("exit", before.equals(Ledger.fingerprint(world)), "a comparison of exits changed something");
        Map<?, ?> scenario = (Map<?, ?>) ((List<?>) ((Map<?, ?>) Json.read(said.out())).get("scenarios")).get(0);
        Checks.expect("exit", (said.status() == 0) == (scenario.get("error") == null), said.toString());
        return scenario.get("total") == null ? null : scenario;
    }

    private static String figures(Map<?, ?> scenario) {
        StringBuilder text = new StringBuilder();
        scenario.forEach((key, value) -> text.append(key.equals("decisions") ? "" : key + " " + value + ", "));
        return text.toString();
    }

    private static BigDecimal amount(Map<?, ?> scenario, String field) {
        return new BigDecimal(scenario.get(field).toString());
    }
}
