package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.app.ContractStanding;
import org.prorata.app.exits.Costs;
import org.prorata.app.exits.DueAnyway;
import org.prorata.app.exits.Exits;
import org.prorata.app.exits.Scenario;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Party;
import org.prorata.decision.Decision;
import org.prorata.ledger.Progress;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Issuing;
import org.prorata.store.invoices.Lines;

/**
 * What {@code exit} says of the demo's contracts is what the bills of a recorded notice come to: the first and last day of each month
 * for 24 months, every cause. A seeded sample of {@code -Dprorata.exit.rounds} exits of each contract; {@code -Dprorata.exit.all=true}
 * compares them all.
 */
class ExitAgainstBillTest {

    @RegisterExtension
    static final TestDatabase BILLED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase AHEAD = new TestDatabase();

    @RegisterExtension
    static final TestDatabase CLAIMED = new TestDatabase();

    private static final LocalDate NOTICE = LocalDate.of(2026, 11, 30);
    private static final LocalDate LAST = LocalDate.of(2031, 12, 31);
    private static final boolean ALL = Boolean.getBoolean("prorata.exit.all");
    private static final int SAMPLE = Integer.getInteger("prorata.exit.rounds", 2);
    private static final long SEED = Long.getLong("prorata.exit.seed", 20261130);

    private static List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate first = NOTICE.plusDays(1); days.size() < 48; first = first.plusMonths(1)) {
            days.add(first);
            days.add(first.plusMonths(1).minusDays(1));
        }
        return days;
    }

    @Test
    @DisplayName("of contracts billed up to the notice")
    void billed() {
        compare(BILLED, LocalDate.of(2026, 10, 31));
    }

    @Test
    @DisplayName("of contracts billed beyond the notice")
    void ahead() {
        compare(AHEAD, LocalDate.of(2027, 2, 28));
    }

    @Test
    @DisplayName("what is due in any case is what the next claims come to, once and not again")
    void claimed() {
        Told.portfolio(CLAIMED.session());
        PortfolioRun runs = new PortfolioRun(CLAIMED.session());
        RunResult october = runs.run(
                new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)), TestBook.book(), Progress.NONE);
        new Issuing(CLAIMED.session()).run(october.run(), LocalDate.of(2026, 10, 31));
        Map<String, BigDecimal> due = due(CLAIMED);
        RunResult late = runs.run(new Ask.Late(NOTICE), TestBook.book(), Progress.NONE);
        Map<String, BigDecimal> claimed = new TreeMap<>();
        CLAIMED.client()
                .sql("select contract_id, amount from debit_note where run = ?")
                .param(late.run().id())
                .query(row -> {
                    claimed.put(row.getString(1), row.getBigDecimal(2));
                });
        assertThat(claimed).hasSizeGreaterThan(50);
        assertThat(due).isEqualTo(claimed);
        assertThat(due(CLAIMED)).as("claimed once").isEmpty();
    }

    private static Map<String, BigDecimal> due(TestDatabase database) {
        Dossiers facts = new Dossiers(database.session());
        Map<String, BigDecimal> due = new TreeMap<>();
        for (String contract : facts.contracts("", facts.watermark(), 1000)) {
            DueAnyway one = Exits.of(
                            TestBook.book().evaluator(),
                            ContractStanding.of(database.session(), contract, TestBook.book(), NOTICE)
                                    .dossier(),
                            NOTICE,
                            null)
                    .dueAnyway();
            BigDecimal sum = one.lateInterest().add(one.recoveryFees());
            if (sum.signum() != 0 && one.unknown().isEmpty()) {
                due.put(contract, sum);
            }
        }
        return due;
    }

    private record Asked(LocalDate day, Cause cause) {}

    private static void compare(TestDatabase database, LocalDate to) {
        Told.portfolio(database.session());
        PortfolioRun runs = new PortfolioRun(database.session());
        runs.run(new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)), TestBook.book(), Progress.NONE);
        if (to.isAfter(LocalDate.of(2026, 10, 31))) {
            runs.run(new Ask.Bill(LocalDate.of(2026, 11, 1), to), TestBook.book(), Progress.NONE);
        }
        Map<String, ContractStanding> standings = new LinkedHashMap<>();
        Dossiers facts = new Dossiers(database.session());
        Map<String, Dossier> told = new LinkedHashMap<>();
        for (String contract : facts.contracts("", facts.watermark(), 1000)) {
            ContractStanding standing = ContractStanding.of(database.session(), contract, TestBook.book(), NOTICE);
            if (standing.error() == null
                    && !standing.dossier().contract().start().isAfter(NOTICE)) {
                standings.put(contract, standing);
                told.put(contract, facts.read(contract, facts.watermark()).orElseThrow());
            }
        }
        assertThat(standings).hasSizeGreaterThan(150);
        List<String> differences = new ArrayList<>();
        for (Map<String, Asked> round : rounds(standings.keySet())) {
            round(database, runs, new Ask.Bill(to.plusDays(1), LAST), standings, told, round, differences);
        }
        if (to.isAfter(NOTICE)) {
            assertThat(standings.values().stream()
                            .filter(standing -> billedLaterCounts(standing.dossier()))
                            .count())
                    .as("contracts whose exit is another one because of invoices dated after the notice")
                    .isGreaterThan(20);
        }
        if (ALL) {
            standings.values().forEach(standing -> all(standing.dossier(), differences));
        }
        assertThat(differences).isEmpty();
    }

    /** Whether an exit at the end of the year would cost or give back something else if only what is dated up to the notice were billed. */
    private static boolean billedLaterCounts(Dossier dossier) {
        Dossier earlier = dossier.withBilled(dossier.billed().orElseThrow().stream()
                .filter(row -> !row.on().isAfter(NOTICE))
                .toList());
        return Stream.of(Cause.CONVENIENCE, Cause.SWITCHING).anyMatch(cause -> {
            Costs counted = costs(dossier, cause);
            return counted != null && !counted.equals(costs(earlier, cause));
        });
    }

    private static Costs costs(Dossier dossier, Cause cause) {
        return Exits.of(TestBook.book().evaluator(), dossier, NOTICE, null)
                .compare(List.of(LocalDate.of(2026, 12, 31)), List.of(cause))
                .get(0)
                .costs();
    }

    /** Every exit of a contract, without a run for each: the samples show that runs bill the same. */
    private static void all(Dossier dossier, List<String> differences) {
        List<Scenario> scenarios =
                Exits.of(TestBook.book().evaluator(), dossier, NOTICE, null).compare(days(), List.of(Cause.values()));
        List<BookAnswer> bills = TestBook.book()
                .evaluator()
                .decideAll(scenarios.stream()
                        .map(scenario -> new Request(
                                recorded(dossier, new Asked(scenario.wanted(), scenario.cause())),
                                new Ask.Bill(NOTICE, LAST)))
                        .toList());
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            String where = dossier.contract().id() + " " + scenario.wanted() + " " + scenario.cause();
            if (scenario.error() != null || bills.get(i).error() != null) {
                if (scenario.error() == null || bills.get(i).error() == null) {
                    differences.add(where + ": " + scenario.error() + ", bill "
                            + bills.get(i).error());
                }
                continue;
            }
            List<Line> lines = bills.get(i).decisions().stream()
                    .filter(Lines::is)
                    .map(Lines::billed)
                    .map(line -> new Line(line.item(), line.from(), line.to(), line.amount(), line.reason()))
                    .toList();
            if (!exit(scenario.costs()).equals(bill(lines, scenario))) {
                differences.add(where + " ends " + scenario.end() + ": exit " + exit(scenario.costs()) + ", bill "
                        + bill(lines, scenario));
            }
        }
    }

    private static Dossier recorded(Dossier dossier, Asked asked) {
        List<Event> events = new ArrayList<>(dossier.events());
        events.add(new Event.TerminationNotice(
                NOTICE,
                null,
                Event.Channel.REGISTERED_LETTER,
                asked.cause() == Cause.CLIENT_BREACH ? Party.PROVIDER : Party.CLIENT,
                asked.cause(),
                asked.day()));
        return dossier.withEvents(events);
    }

    /** One exit of each contract a round, so that a run over all contracts bills them at once. */
    private static List<Map<String, Asked>> rounds(Iterable<String> contracts) {
        List<Map<String, Asked>> rounds = new ArrayList<>();
        Random random = new Random(SEED);
        List<LocalDate> days = days();
        while (rounds.size() < SAMPLE) {
            Map<String, Asked> round = new LinkedHashMap<>();
            contracts.forEach(contract -> round.put(
                    contract,
                    new Asked(
                            days.get(random.nextInt(days.size())),
                            Cause.values()[random.nextInt(Cause.values().length)])));
            rounds.add(round);
        }
        return rounds;
    }

    private static void round(
            TestDatabase database,
            PortfolioRun runs,
            Ask.Bill window,
            Map<String, ContractStanding> standings,
            Map<String, Dossier> told,
            Map<String, Asked> round,
            List<String> differences) {
        List<Dossier> recorded = new ArrayList<>();
        round.forEach((contract, asked) -> recorded.add(recorded(told.get(contract), asked)));
        new Dossiers(database.session()).record(recorded, "notices");
        long run = runs.preview(window, TestBook.book(), Progress.NONE).run().id();
        Map<String, List<Line>> billed = lines(database, run);
        List<String> parked = database.client()
                .sql("select contract_id from parked where run = ?")
                .param(run)
                .query(String.class)
                .list();
        round.forEach((contract, asked) -> {
            Scenario scenario = Exits.of(
                            TestBook.book().evaluator(), standings.get(contract).dossier(), NOTICE, null)
                    .compare(List.of(asked.day()), List.of(asked.cause()))
                    .get(0);
            if (scenario.error() != null || parked.contains(contract)) {
                if (scenario.error() == null || !parked.contains(contract)) {
                    differences.add(
                            contract + " " + asked + ": " + scenario.error() + ", parked " + parked.contains(contract));
                }
                return;
            }
            String expected = bill(billed.getOrDefault(contract, List.of()), scenario);
            String said = exit(scenario.costs());
            if (!said.equals(expected)) {
                differences.add(
                        contract + " " + asked + " ends " + scenario.end() + ": exit " + said + ", bill " + expected);
            }
        });
    }

    private record Line(String item, LocalDate from, LocalDate to, BigDecimal amount, ChargeReason reason) {}

    private static Map<String, List<Line>> lines(TestDatabase database, long run) {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        database.client().sql("""
                select l.contract_id, l.item, l.first_day, l.last_day, l.amount, l.reason from preview_line l
                join preview_invoice i on i.id = l.invoice where i.run = ?""").param(run).query(row -> {
            lines.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                    .add(new Line(
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            row.getObject(4, LocalDate.class),
                            row.getBigDecimal(5),
                            ChargeReason.valueOf(row.getString(6).toUpperCase())));
        });
        return lines;
    }

    /** Fees left, run-on and credits of the bills, and the net sum of all of them; a month that begins later is not known to run on. */
    private static String bill(List<Line> lines, Scenario scenario) {
        boolean undated = scenario.decisions().stream()
                .anyMatch(decision -> decision instanceof Decision.RunOn phase && phase.until() == null);
        BigDecimal left = new BigDecimal("0.00");
        BigDecimal runOn = left;
        BigDecimal back = left;
        BigDecimal net = left;
        for (Line line : lines) {
            if (line.reason().ofServiceLevel()
                    || undated
                            && line.reason() == ChargeReason.RUN_ON
                            && line.from().isAfter(NOTICE)) {
                continue;
            }
            net = line.reason().credit() ? net.subtract(line.amount()) : net.add(line.amount());
            if (line.reason() == ChargeReason.REMAINING) {
                left = left.add(line.amount());
            } else if (line.reason() == ChargeReason.RUN_ON) {
                runOn = runOn.add(line.amount());
            } else if (line.reason().credit() && line.to().isAfter(scenario.end())) {
                back = back.add(line.amount());
            }
        }
        return left + " + " + runOn + " - " + back + ", in all " + net;
    }

    private static String exit(Costs costs) {
        return costs.remainingFees() + " + " + costs.runOnFees() + " - " + costs.refund() + ", in all "
                + costs.remainingFees()
                        .add(costs.runOnFees())
                        .subtract(costs.refund())
                        .add(costs.untilEnd());
    }
}
