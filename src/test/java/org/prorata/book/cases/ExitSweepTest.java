package org.prorata.book.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.prorata.app.exits.Costs;
import org.prorata.app.exits.Exits;
import org.prorata.app.exits.Scenario;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.Cause;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Party;
import org.prorata.decision.Decision;

/** Exits of random contracts of which more or less is billed than is due: fees left and credits are what the bill then makes. */
class ExitSweepTest {

    private static final String SEED = "20261130";
    private static final Evaluator EVALUATOR = RuleBook.shipped().evaluator();
    private static int sums;

    /** A contract with what is billed of it, and the exit that is asked about. */
    record Leaving(Dossier dossier, LocalDate notice, LocalDate wanted, Cause cause) {}

    @Provide
    Arbitrary<Leaving> leavings() {
        return Arbitraries.randomValue(chance -> leaving(new RandomContracts(chance.nextLong()).next(), chance));
    }

    private static Leaving leaving(Dossier dossier, Random chance) {
        LocalDate start = dossier.contract().start();
        LocalDate notice = start.plusDays(1 + chance.nextInt(600));
        List<Event> events = new ArrayList<>(dossier.events());
        events.removeIf(event ->
                event instanceof Event.TerminationNotice one && !one.counts().isBefore(notice));
        Dossier told = dossier.withEvents(events);
        // billed to a day before or after the notice; now and then a row is missing or has another amount
        LocalDate last = notice.plusDays(chance.nextInt(260) - 60);
        BookAnswer bill = last.isBefore(start)
                ? null
                : EVALUATOR
                        .decideAll(List.of(new Request(told, new Ask.Bill(start, last))))
                        .get(0);
        List<Billed> rows = new ArrayList<>(bill == null ? List.of() : BillPropertiesTest.billed(bill.decisions()));
        rows.removeIf(row -> chance.nextInt(20) == 0);
        rows.replaceAll(row -> chance.nextInt(20) > 0
                ? row
                : new Billed(
                        row.item(),
                        row.from(),
                        row.to(),
                        row.amount().add(BigDecimal.valueOf(chance.nextInt(2000), 2)),
                        row.reason(),
                        row.on()));
        return new Leaving(
                told.withBilled(rows),
                notice,
                notice.plusDays(chance.nextInt(400)),
                Cause.values()[chance.nextInt(Cause.values().length)]);
    }

    @Property(seed = SEED, tries = 300)
    void fees_left_and_credits_are_what_the_bill_then_makes(@ForAll("leavings") Leaving leaving) {
        Scenario scenario = Exits.of(EVALUATOR, leaving.dossier(), leaving.notice())
                .compare(List.of(leaving.wanted()), List.of(leaving.cause()))
                .get(0);
        List<Event> events = new ArrayList<>(leaving.dossier().events());
        events.add(new Event.TerminationNotice(
                leaving.notice(),
                null,
                Event.Channel.REGISTERED_LETTER,
                leaving.cause() == Cause.CLIENT_BREACH ? Party.PROVIDER : Party.CLIENT,
                leaving.cause(),
                leaving.wanted()));
        BookAnswer bill = EVALUATOR
                .decideAll(List.of(new Request(
                        leaving.dossier().withEvents(events),
                        new Ask.Bill(leaving.notice(), leaving.notice().plusYears(8)))))
                .get(0);
        if (scenario.error() != null || bill.error() != null) {
            assertThat(scenario.error())
                    .as("bill: %s", bill.error())
                    .isNotNull()
                    .isEqualTo(bill.error().getMessage());
            return;
        }
        assertThat(exit(scenario.costs()))
                .as("ends %s", scenario.end())
                .isEqualTo(bill(bill.decisions(), scenario, leaving.notice()));
        sums += scenario.costs().total().signum() == 0 ? 0 : 1;
    }

    private static String exit(Costs costs) {
        return costs.remainingFees() + " and " + costs.runOnFees() + ", in all "
                + costs.remainingFees()
                        .add(costs.runOnFees())
                        .subtract(costs.refund())
                        .add(costs.untilEnd());
    }

    private static String bill(List<Decision> decisions, Scenario scenario, LocalDate notice) {
        boolean undated = scenario.decisions().stream()
                .anyMatch(one -> one instanceof Decision.RunOn phase && phase.until() == null);
        BigDecimal left = new BigDecimal("0.00");
        BigDecimal runOn = left;
        BigDecimal net = left;
        for (Billed line : BillPropertiesTest.billed(decisions)) {
            if (!undated || line.reason() != ChargeReason.RUN_ON || !line.from().isAfter(notice)) {
                net = line.reason().credit() ? net.subtract(line.amount()) : net.add(line.amount());
                left = line.reason() == ChargeReason.REMAINING ? left.add(line.amount()) : left;
                runOn = line.reason() == ChargeReason.RUN_ON ? runOn.add(line.amount()) : runOn;
            }
        }
        return left + " and " + runOn + ", in all " + net;
    }

    @net.jqwik.api.lifecycle.AfterContainer
    static void somethingWasDue() {
        assertThat(sums).as("exits that cost or give back something").isGreaterThan(20);
    }
}
