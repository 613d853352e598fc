package org.prorata.app.exits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.BookDecider;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;

@DisplayName("Exits side by side")
class ExitsTest {

    private static final RuleBook BOOK = RuleBook.shipped();
    private static final LocalDate NOTICE = LocalDate.of(2026, 11, 20);

    private static Exits exits(String yaml) {
        Dossier dossier = new DossierReader(new BookDecider(RuleBooks.of(BOOK)).terms())
                .read("exit.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .dossier();
        return Exits.of(BOOK.evaluator(), dossier, NOTICE);
    }

    private static final String SESAME = """
            terms: sesame
            contract:
              id: K-3
              start: 2026-01-01
              plan: yearly
              billing: {every: month, timing: advance}
              items:
                - {id: time, kind: subscription, quantity: 30, price: 36.00, per: year, from: 2026-01-01}
            invoices:
              - {id: F-1, issued: 2026-08-01, due: 2026-08-31, amount: 108.90}
            """;

    @Test
    @DisplayName("the rest of a year paid by the month is owed after an early end, not after a notice against renewal")
    void restOfYear() {
        List<Scenario> scenarios = exits(SESAME)
                .compare(List.of(LocalDate.of(2026, 11, 30)), List.of(Cause.CONVENIENCE, Cause.NON_RENEWAL));
        // 1,080.00 a year: one month of twelve is left after 30 November
        assertThat(scenarios.get(0).end()).isEqualTo("2026-11-30");
        assertThat(scenarios.get(0).costs().remainingFees()).isEqualByComparingTo("90.00");
        assertThat(scenarios.get(1).end()).isEqualTo("2026-12-31");
        assertThat(scenarios.get(1).costs().remainingFees()).isEqualByComparingTo("0");
        assertThat(scenarios.get(0).costs().total()).isEqualByComparingTo("90.00");
        assertThat(scenarios.get(1).costs().total()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("what is owed for open invoices stands beside the totals, which leaving alone changes")
    void dueAnyway() {
        DueAnyway due = exits(SESAME).dueAnyway();
        // 108.90 × 10.40 % × 81 ÷ 365 = 2.513: from 1 September to the day of the notice; and the fixed fee
        assertThat(due.lateInterest()).isEqualByComparingTo("2.51");
        assertThat(due.recoveryFees()).isEqualByComparingTo("40.00");
        assertThat(due.openInvoices()).isEqualByComparingTo("108.90");
        assertThat(due.unknown()).isEmpty();
    }

    @Test
    @DisplayName("interest that cannot be told is named by its invoice, that on the others is told")
    void interestUnknown() {
        DueAnyway due = exits(SESAME.replace(
                        "invoices:\n",
                        "invoices:\n  - {id: F-0, issued: 2005-08-01, due: 2005-08-31, amount: 50.00}\n"))
                .dueAnyway();
        assertThat(due.unknown()).containsOnlyKeys("F-0");
        assertThat(due.lateInterest()).isEqualByComparingTo("2.51");
        assertThat(due.openInvoices()).isEqualByComparingTo("158.90");
    }

    @Test
    @DisplayName("an exit is free when nothing is owed and nothing was paid for days after it")
    void free() {
        Best best = exits(SESAME).best();
        assertThat(best.earliestFree().scenario().end()).isEqualTo("2026-12-31");
        assertThat(best.cheapest().cost()).isEqualByComparingTo("0");
        assertThat(best.cheapest().scenario().end()).isEqualTo("2026-12-31");
    }

    @Test
    @DisplayName("without a free exit the cheapest one is named with what it costs")
    void cheapest() {
        Best best = exits("""
                terms: connelink-2022-01
                contract:
                  id: K-2
                  start: 2026-03-01
                  items:
                    - {id: mail, kind: subscription, quantity: 40, price: 240.00, per: year, from: 2026-03-01}
                events:
                  - {event: reversibility_request, on: 2026-11-20, channel: registered_letter, services: [{id: training, cost: 900.00, beyond_switching: true}]}
                """).best();
        assertThat(best.earliestFree()).isNull();
        assertThat(best.cheapest().scenario().end()).isEqualTo("2027-02-28");
        assertThat(best.cheapest().cost()).isEqualByComparingTo("900.00");
    }

    private static final String RUN_ON = """
            terms: connelink-2022-01
            contract:
              id: K-2
              start: 2026-03-01
              items:
                - {id: mail, kind: subscription, quantity: 1, price: 12000.00, per: year, from: 2026-03-01}
            events:
              - {event: reversibility_request, on: 2026-11-01, channel: registered_letter, services: [{id: collaboration, cost: 4000.00}]}
              - {event: reversibility_accepted, on: 2027-08-31}
            """;

    @Test
    @DisplayName(
            "months that run on until the exit services are accepted are part of the total, and no exit with them is free")
    void runOn() {
        Exits exits = exits(RUN_ON);
        Scenario scenario = exits.compare(List.of(LocalDate.of(2027, 2, 28)), List.of(Cause.NON_RENEWAL))
                .get(0);
        // 1 March to 31 August 2027: six months of 12,000.00 ÷ 12
        assertThat(scenario.costs().runOnFees()).isEqualByComparingTo("6000.00");
        assertThat(scenario.costs().total()).isEqualByComparingTo("6000.00");
        assertThat(exits.best().earliestFree()).isNull();
        assertThat(exits.best().cheapest().cost()).isEqualByComparingTo("6000.00");
    }

    @Test
    @DisplayName("an exit whose run-on nobody can date yet is not called free")
    void openRunOn() {
        assertThat(exits(RUN_ON.replaceFirst("(?m)^.*reversibility_accepted.*$", ""))
                        .best()
                        .earliestFree())
                .isNull();
    }

    @Test
    @DisplayName("of two causes that lead to one day the one that the terms grant is named")
    void granted() {
        assertThat(exits(ENDING.replaceFirst("(?s)events:.*", ""))
                        .best()
                        .cheapest()
                        .scenario()
                        .cause())
                .isEqualTo(Cause.NON_RENEWAL);
    }

    @Test
    @DisplayName("switching is looked at too: where days paid run on anyway its end, being earlier, is the cheapest")
    void switching() {
        Exits exits = exits(RUN_ON);
        Scenario scenario = exits.best().cheapest().scenario();
        // free to leave from 20 January on; months of the run-on that begin on the 1st cost six from March on, days
        // paid are not charged again
        assertThat(scenario.cause()).isEqualTo(Cause.SWITCHING);
        assertThat(scenario.end()).isEqualTo("2027-01-31");
        assertThat(scenario.costs().runOnFees()).isEqualByComparingTo("6000.00");
        assertThat(scenario.costs().paidNotUsed()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName(
            "who switches out of a year paid by the month owes none of the rest, so that this is the earliest free exit")
    void switchingFree() {
        // two months after the notice of 20 November; a notice against renewal leads to 30 June
        Exits exits = exits(SESAME.replace("start: 2026-01-01", "start: 2026-07-01")
                .replace("from: 2026-01-01", "from: 2026-07-01"));
        assertThat(exits.best().earliestFree().scenario().cause()).isEqualTo(Cause.SWITCHING);
        assertThat(exits.best().earliestFree().scenario().end()).isEqualTo("2027-01-20");
    }

    /** The end for convenience of a contract of which a month after the notice is billed already: what is left, and what the bill makes. */
    private static Costs billed(String row) {
        String yaml = SESAME.replace("invoices:", "billed:\n" + row + "invoices:");
        return exits(yaml)
                .compare(List.of(LocalDate.of(2026, 10, 31)), List.of(Cause.CONVENIENCE))
                .get(0)
                .costs();
    }

    @Test
    @DisplayName(
            "invoices dated after the notice count as billed: what they charged for the time after the end is not left to pay")
    void billedAfterNotice() {
        StringBuilder year = new StringBuilder();
        for (int month = 1; month <= 11; month++) {
            LocalDate first = LocalDate.of(2026, month, 1);
            year.append("  - {item: time, from: %s, to: %s, amount: 90.00, reason: recurring, on: %s}\n"
                    .formatted(first, first.plusMonths(1).minusDays(1), first));
        }
        String december =
                "  - {item: time, from: 2026-12-01, to: 2026-12-31, amount: 90.00, reason: recurring, on: 2026-12-01}\n";
        Costs without = billed(year.toString());
        Costs with = billed(year + december);
        assertThat(without.remainingFees().subtract(without.refund()).add(without.untilEnd()))
                .isEqualByComparingTo("90.00");
        assertThat(with.remainingFees().subtract(with.refund()).add(with.untilEnd()))
                .isEqualByComparingTo("0.00");
    }

    @Test
    @DisplayName("what was paid for days after the end and goes back costs nothing, and never less")
    void refunded() {
        Best best = exits("""
                terms: standard
                contract:
                  id: K-6
                  start: 2026-01-15
                  term_months: 12
                  billing: {every: month, timing: advance}
                  items:
                    - {id: app, kind: subscription, quantity: 1, price: 100.00, per: month, from: 2026-01-15}
                """).best();
        assertThat(best.cheapest().scenario().end()).isEqualTo(NOTICE);
        assertThat(best.cheapest().cost()).isEqualByComparingTo("0");
        assertThat(best.earliestFree().scenario().end()).isEqualTo(NOTICE);
    }

    @Test
    @DisplayName("a contract that was over before the notice has no exits left")
    void over() {
        Best best = exits(RUN_ON.replace("2026-03-01", "2025-03-01")
                        .replaceFirst("(?m)^.*reversibility_accepted.*$", "")
                        .replace("2026-11-01", "2025-11-01"))
                .best();
        assertThat(best.over()).isEqualTo("2026-02-28");
        assertThat(best.cheapest()).isNull();
    }

    private static final String ENDING = """
            terms: teachup-2022-05
            contract:
              id: K-1
              start: 2024-11-02
              items:
                - {id: platform, kind: subscription, quantity: 1, price: 12345.00, per: year, from: 2024-11-02}
            events:
              - {event: termination_notice, on: 2026-09-24, by: client, cause: non_renewal, end: END}
            """;

    @Test
    @DisplayName("of a contract that an earlier notice has ended nothing is due or goes back, and no verdict is given")
    void endedBefore() {
        Exits exits = exits(ENDING.replace("END", "2026-11-01"));
        Scenario scenario = exits.compare(List.of(LocalDate.of(2026, 11, 1)), List.of(Cause.NON_RENEWAL))
                .get(0);
        assertThat(scenario.costs().total()).isEqualByComparingTo("0");
        assertThat(scenario.costs().refund()).isEqualByComparingTo("0");
        assertThat(scenario.endsAnyway()).isTrue();
        assertThat(scenario.notice()).isNull();
        assertThat(exits.best().over()).isEqualTo("2026-11-01");
        assertThat(exits.best().anyway()).isEqualTo("2026-11-01");
    }

    @Test
    @DisplayName("of a contract that an earlier notice will end it is said when, and only an earlier end is an exit")
    void endsAnyway() {
        Best best = exits(ENDING.replace("2024-11-02", "2025-01-15").replace("END", "2027-01-14"))
                .best();
        assertThat(best.over()).isNull();
        assertThat(best.anyway()).isEqualTo("2027-01-14");
        assertThat(best.earliestFree().scenario().end()).isEqualTo("2027-01-14");
        assertThat(best.earliestFree().scenario().endsAnyway()).isTrue();
    }

    @Test
    @DisplayName("what was paid for days after an early end and does not go back stands beside the total")
    void paidNotUsed() {
        Scenario scenario = exits(ENDING.replaceFirst("(?s)events:.*", ""))
                .compare(List.of(LocalDate.of(2026, 12, 31)), List.of(Cause.PROVIDER_BREACH))
                .get(0);
        assertThat(scenario.end()).isEqualTo("2026-12-31");
        assertThat(scenario.costs().total()).isEqualByComparingTo("0");
        // 12,345.00 paid to 1 November 2027, 305 of its 365 days after the end
        assertThat(scenario.costs().paidNotUsed()).isEqualByComparingTo("10315.68");
    }

    @Test
    @DisplayName("a run-on that nobody can date is named with its price by month and is no part of the total")
    void runOnByMonth() {
        Exits exits = exits(RUN_ON.replaceFirst("(?m)^.*reversibility_accepted.*$", ""));
        Costs costs = exits.compare(List.of(LocalDate.of(2027, 2, 28)), List.of(Cause.NON_RENEWAL))
                .get(0)
                .costs();
        assertThat(costs.known()).isFalse();
        assertThat(costs.runOnByMonth()).isEqualByComparingTo("1000.00");
        assertThat(costs.runOnNext()).isEqualTo("2027-03-01");
        assertThat(costs.runOnFees()).isEqualByComparingTo("0");
        // no exit is free, and the cheapest one says that it costs on
        assertThat(exits.best().earliestFree()).isNull();
        assertThat(exits.best().cheapest().scenario().costs().known()).isFalse();
    }

    @Test
    @DisplayName("the search looks 36 months ahead and tells of an end beyond them")
    void beyond() {
        String yaml = """
                terms: teachup-2022-05
                contract:
                  id: K-1
                  start: 2025-06-01
                  items:
                    - {id: platform, kind: subscription, quantity: 1, price: 12345.00, per: year, from: 2025-06-01}
                events:
                  - {event: plan_change, on: 2026-06-01, item: platform, price: 15000.00, term_months: MONTHS}
                """;
        // 20 November 2026 and 36 months: to 20 November 2029
        Best within = exits(yaml.replace("MONTHS", "41")).best();
        assertThat(within.earliestFree().scenario().end()).isEqualTo("2029-10-31");
        assertThat(within.beyond()).isNull();
        Best best = exits(yaml.replace("MONTHS", "42")).best();
        assertThat(best.earliestFree()).isNull();
        assertThat(best.beyond()).isEqualTo("2029-11-30");
    }

    @Test
    @DisplayName("an exit that cannot be decided says why and spoils no other")
    void undecided() {
        List<Scenario> scenarios = exits(SESAME)
                .compare(List.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)), List.of(Cause.CONVENIENCE));
        assertThat(scenarios.get(0).error()).contains("before the contract's start");
        assertThat(scenarios.get(1).error()).isNull();
    }
}
