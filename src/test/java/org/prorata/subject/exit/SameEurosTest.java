package org.prorata.subject.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.BookDecider;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Party;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.Decision;

class SameEurosTest {

    private static final BookDecider BOOK = new BookDecider(RuleBooks.of(RuleBook.shipped()));

    /** Contracts of every profile, billed by the month, the quarter and the year, in advance and in arrears. */
    private static final List<String> CONTRACTS = List.of(
            contract("teachup-2022-05", "2025-03-01", "", "12345.67", "year"),
            contract("connelink-2022-01", "2025-03-01", "", "240.01", "year"),
            contract(
                    "sesame",
                    "2025-01-31",
                    "plan: yearly, billing: {every: month, timing: advance},",
                    "100.00",
                    "year"),
            contract(
                    "sesame",
                    "2025-01-31",
                    "plan: yearly, billing: {every: quarter, timing: arrears},",
                    "99.99",
                    "year"),
            contract(
                    "sesame", "2025-01-01", "plan: yearly, billing: {every: month, timing: advance},", "3.33", "month"),
            contract("sesame", "2025-01-15", "plan: monthly,", "3.50", "month"),
            contract("scalingo-2022-09", "2025-01-10", "term_months: null,", "100.00", "month"),
            contract(
                    "standard",
                    "2025-01-01",
                    "term_months: 12, billing: {every: year, timing: advance},",
                    "3650.00",
                    "year"),
            contract(
                    "standard",
                    "2025-01-01",
                    "term_months: 12, billing: {every: month, timing: advance, anchor_day: 15},",
                    "111.11",
                    "month"),
            contract(
                    "standard",
                    "2025-01-01",
                    "term_months: 24, billing: {every: quarter, timing: arrears},",
                    "77.77",
                    "month"));

    private static String contract(String terms, String start, String more, String price, String per) {
        return "terms: " + terms + "\ncontract: {id: K-1, start: " + start + ", " + more
                + " items: [{id: one, quantity: 3, price: "
                + price + ", per: " + per + ", from: " + start + "}, {id: two, kind: option, price: 12.34, per: " + per
                + ", from: " + LocalDate.parse(start).plusDays(40) + "}]}\n";
    }

    private static final String EXIT = """
              - {event: reversibility_request, on: 2025-09-01, channel: registered_letter, services: [{id: collaboration, cost: 10.00}]}
              - {event: reversibility_accepted, on: 2026-05-20}
            """;

    @ParameterizedTest
    @EnumSource(Cause.class)
    @DisplayName("fees left, refund and run-on are the same euros in a bill and in the simulation of leaving")
    void sameEuros(Cause cause) {
        List<String> differences = new ArrayList<>();
        for (String contract : CONTRACTS) {
            for (LocalDate notice = LocalDate.of(2025, 4, 3); notice.getYear() == 2025; notice = notice.plusDays(37)) {
                for (int ahead = 0; ahead <= 90; ahead += 45) {
                    compare(contract, cause, notice, notice.plusDays(ahead), differences);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    @DisplayName("among the ends compared there are fees left, refunds and run-ons")
    void somethingIsCompared() {
        assertThat(sums(CONTRACTS.get(2), Cause.CONVENIENCE, LocalDate.of(2025, 5, 10), LocalDate.of(2025, 5, 31))
                        .left())
                .isPositive();
        assertThat(sums(CONTRACTS.get(7), Cause.CONVENIENCE, LocalDate.of(2025, 5, 10), LocalDate.of(2025, 5, 31))
                        .back())
                .isPositive();
        assertThat(sums(CONTRACTS.get(1), Cause.NON_RENEWAL, LocalDate.of(2025, 5, 10), LocalDate.of(2026, 2, 28))
                        .runOn())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROVIDER_BREACH", "CONVENIENCE", "NON_RENEWAL"})
    @DisplayName("the shares of an exit service add up to its total on every day of performance")
    void sharesAddUp(Cause cause) {
        for (LocalDate day = LocalDate.of(2026, 11, 1); day.isBefore(LocalDate.of(2027, 3, 1)); day = day.plusDays(7)) {
            Dossier dossier =
                    read(CONTRACTS.get(1) + "events:\n  - {event: reversibility_request, on: 2025-09-01, channel: "
                            + "registered_letter, services: [{id: help, cost: 33.33, direct_cost: 7.77, performed: "
                            + day + "}]}\n");
            Decision.ReversibilityCost cost = BOOK
                    .decide(dossier, new Ask.Terminate(LocalDate.of(2026, 2, 28), cause, LocalDate.of(2025, 9, 1)))
                    .stream()
                    .filter(Decision.ReversibilityCost.class::isInstance)
                    .map(Decision.ReversibilityCost.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(cost.clientAmount().add(cost.providerAmount())).isEqualByComparingTo(cost.total());
        }
    }

    private record Sums(BigDecimal left, BigDecimal back, BigDecimal runOn) {}

    private static void compare(
            String contract, Cause cause, LocalDate notice, LocalDate end, List<String> differences) {
        Party by = cause == Cause.CLIENT_BREACH ? Party.PROVIDER : Party.CLIENT;
        Dossier recorded = read(contract + "events:\n  - {event: termination_notice, on: " + notice
                + ", channel: registered_letter, by: " + by.name().toLowerCase() + ", cause: "
                + cause.name().toLowerCase()
                + ", end: " + end + "}\n" + EXIT);
        List<Decision> billed =
                BOOK.decide(recorded, new Ask.Bill(LocalDate.of(2024, 1, 1), LocalDate.of(2028, 12, 31)));
        Sums bill = new Sums(
                charges(billed, ChargeReason.REMAINING), credits(billed), charges(billed, ChargeReason.RUN_ON));
        Sums simulated = sums(contract, cause, notice, end);
        if (!bill.equals(simulated)) {
            differences.add(
                    contract + cause + " told " + notice + " for " + end + ": " + bill + " against " + simulated);
        }
    }

    private static Sums sums(String contract, Cause cause, LocalDate notice, LocalDate end) {
        BigDecimal left = zero();
        BigDecimal back = zero();
        BigDecimal runOn = zero();
        for (Decision decision :
                BOOK.decide(read(contract + "events:\n" + EXIT), new Ask.Terminate(end, cause, notice))) {
            if (decision instanceof Decision.RemainingFees fees) {
                left = left.add(fees.amount());
            } else if (decision instanceof Decision.Refund refund) {
                back = back.add(refund.amount());
            } else if (decision instanceof Decision.RunOn run) {
                runOn = runOn.add(run.amount());
            }
        }
        return new Sums(left, back, runOn);
    }

    private static BigDecimal zero() {
        return new BigDecimal("0.00");
    }

    private static BigDecimal charges(List<Decision> decisions, ChargeReason reason) {
        return decisions.stream()
                .filter(Decision.Charge.class::isInstance)
                .map(Decision.Charge.class::cast)
                .filter(charge -> charge.reason() == reason)
                .map(Decision.Charge::amount)
                .reduce(zero(), BigDecimal::add);
    }

    private static BigDecimal credits(List<Decision> decisions) {
        return decisions.stream()
                .filter(Decision.Credit.class::isInstance)
                .map(Decision.Credit.class::cast)
                .map(Decision.Credit::amount)
                .reduce(zero(), BigDecimal::add);
    }

    private static Dossier read(String text) {
        return new DossierReader(BOOK.terms())
                .read("dossier.yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .dossier();
    }
}
