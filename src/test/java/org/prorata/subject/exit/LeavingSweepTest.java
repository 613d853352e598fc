package org.prorata.subject.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.BookDecider;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.Decision;

/** Random contracts that are left, held against a model of their own; -Dprorata.leaving=N takes N of each. */
@DisplayName("Random contracts that are left")
class LeavingSweepTest {

    private static final BookDecider BOOK = new BookDecider(RuleBooks.of(RuleBook.shipped()));
    private static final int MANY = Integer.getInteger("prorata.leaving", 25);
    private static final long SEED = Long.getLong("prorata.seed", 20261130L);

    /** Terms with what a dossier of theirs must say, and the notice that a switching client has to give there. */
    private record Profile(String terms, String more, int ownNoticeDays) {

        Profile(String terms, String more) {
            this(terms, more, 0);
        }

        LocalDate earliest(LocalDate notice) {
            return ownNoticeDays == 0 ? notice.plusMonths(2) : notice.plusDays(ownNoticeDays);
        }
    }

    private static final List<Profile> PROFILES = List.of(
            new Profile("teachup-2022-05", ""),
            new Profile("connelink-2022-01", ""),
            new Profile("sesame", "plan: yearly, "),
            new Profile("sesame", "plan: yearly, billing: {every: month, timing: advance}, "),
            new Profile("sesame", "plan: monthly, ", 30),
            new Profile("scalingo-2022-09", ""),
            new Profile("standard", "term_months: 12, billing: {every: quarter, timing: advance}, "),
            new Profile(
                    "standard",
                    "term_months: 24, proration: remaining_months, billing: {every: year, timing: advance}, "),
            new Profile("standard", "term_months: 12, billing: {every: month, timing: arrears}, "));

    @Test
    @DisplayName(
            "who switches ends between notice and transition, and a bill has the euros of the simulation, with options and upgrades")
    void switching() {
        Random random = new Random(SEED);
        List<String> differences = new ArrayList<>();
        for (Profile profile : PROFILES) {
            for (int i = 0; i < MANY; i++) {
                LocalDate start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
                LocalDate notice = LocalDate.of(2025, 9, 12).plusDays(random.nextInt(300));
                LocalDate asked = notice.plusDays(random.nextInt(140));
                String dossier = contract(profile, start, random) + events(start, notice, random);
                if (notice.isAfter(start)) {
                    check(profile, dossier, start, notice, asked, differences);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String contract(Profile profile, LocalDate start, Random random) {
        String per = profile.more().contains("monthly") ? "month" : "year";
        return "terms: " + profile.terms() + "\ncontract: {id: K-1, start: " + start + ", " + profile.more()
                + "items: [{id: one, quantity: " + (1 + random.nextInt(4)) + ", price: " + cents(random, 500_000)
                + ", per: " + per
                + ", from: " + start + "}, {id: two, kind: option, price: " + cents(random, 20_000) + ", per: " + per
                + ", from: "
                + start.plusDays(random.nextInt(200)) + "}]}\n";
    }

    private static String events(LocalDate start, LocalDate notice, Random random) {
        LocalDate change = start.plusDays(1 + random.nextInt(150));
        return "events:\n"
                + (random.nextBoolean() && change.isBefore(notice)
                        ? "  - {event: plan_change, on: " + change + ", item: one, price: " + cents(random, 900_000)
                                + "}\n"
                        : "")
                + "  - {event: reversibility_request, on: " + notice
                + ", channel: registered_letter, services: [{id: collaboration, cost: 10.00}]}\n"
                + "  - {event: reversibility_accepted, on: " + notice.plusDays(random.nextInt(300)) + "}\n";
    }

    private static BigDecimal cents(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2);
    }

    private static void check(
            Profile profile,
            String dossier,
            LocalDate start,
            LocalDate notice,
            LocalDate asked,
            List<String> differences) {
        List<Decision> left = BOOK.decide(read(dossier), new Ask.Terminate(asked, Cause.SWITCHING, notice));
        LocalDate end = of(left, Decision.ContractEnd.class).get(0).on();
        LocalDate earliest = profile.earliest(notice);
        LocalDate latest = earliest.plusDays(30);
        LocalDate expected = asked.isBefore(earliest) ? earliest : asked.isAfter(latest) ? latest : asked;
        if (profile.terms().startsWith("connelink")
                && expected.isAfter(start.plusYears(1).minusDays(1))) {
            expected = start.plusYears(1).minusDays(1);
        }
        if (!end.equals(expected)) {
            differences.add(dossier + "told " + notice + " for " + asked + " ends on " + end + ", not on " + expected);
        }
        Dossier recorded = read(dossier + "  - {event: termination_notice, on: " + notice
                + ", channel: registered_letter, by: client, " + "cause: switching, end: " + asked + "}\n");
        List<Decision> billed =
                BOOK.decide(recorded, new Ask.Bill(LocalDate.of(2024, 1, 1), LocalDate.of(2029, 12, 31)));
        BigDecimal back = sum(of(billed, Decision.Credit.class).stream()
                .filter(credit -> credit.from().isAfter(end))
                .map(Decision.Credit::amount)
                .toList());
        String bill = charged(billed, ChargeReason.REMAINING) + " " + back + " " + charged(billed, ChargeReason.RUN_ON);
        String simulated =
                sum(of(left, Decision.RemainingFees.class).stream()
                                .map(Decision.RemainingFees::amount)
                                .toList()) + " "
                        + sum(of(left, Decision.Refund.class).stream()
                                .map(Decision.Refund::amount)
                                .toList()) + " "
                        + sum(of(left, Decision.RunOn.class).stream()
                                .map(Decision.RunOn::amount)
                                .toList());
        if (!bill.equals(simulated)) {
            differences.add(dossier + "told " + notice + " for " + asked + ": " + bill + " billed, " + simulated
                    + " simulated");
        }
        for (Decision.Charge charge : of(billed, Decision.Charge.class)) {
            if (charge.from().isAfter(end) && charge.reason() != ChargeReason.RUN_ON) {
                differences.add(
                        dossier + "told " + notice + " for " + asked + " ends on " + end + ", and yet " + charge);
            }
        }
    }

    @Test
    @DisplayName("a run-on charges the months begun of which days are not paid, and no paid day again")
    void runOn() {
        Random random = new Random(SEED + 1);
        List<String> differences = new ArrayList<>();
        BigDecimal all = BigDecimal.ZERO;
        for (int i = 0; i < 8 * MANY; i++) {
            LocalDate start =
                    LocalDate.of(2025, 1, 1).plusMonths(random.nextInt(8)).plusDays(random.nextInt(27));
            int every = List.of(1, 3, 6, 12).get(random.nextInt(4));
            LocalDate notice = start.plusDays(40 + random.nextInt(250));
            LocalDate end = notice.plusDays(random.nextInt(40));
            LocalDate accepted = end.plusDays(random.nextInt(300));
            BigDecimal price = cents(random, 900_000);
            String dossier = "terms: connelink-2022-01\ncontract: {id: K-1, start: " + start + ", billing: {every: "
                    + List.of("month", "quarter", "half_year", "year")
                            .get(List.of(1, 3, 6, 12).indexOf(every)) + ", timing: advance}, items: [{id: one, price: "
                    + price + ", per: year, from: " + start + "}]}\nevents:\n  - {event: formal_notice, on: " + start
                    + ", channel: registered_letter, about: breach}\n  - {event: reversibility_request, on: " + notice
                    + ", channel: registered_letter, services: [{id: collaboration, cost: 10.00}]}\n  - {event: reversibility_accepted, on: "
                    + accepted + "}\n";
            if (!end.isBefore(start.plusYears(1).minusDays(1))) {
                continue;
            }
            BigDecimal expected = model(start, every, notice, end, accepted, price);
            all = all.add(expected);
            List<Decision> left = BOOK.decide(read(dossier), new Ask.Terminate(end, Cause.PROVIDER_BREACH, notice));
            BigDecimal simulated = sum(of(left, Decision.RunOn.class).stream()
                    .map(Decision.RunOn::amount)
                    .toList());
            List<Decision> billed = BOOK.decide(
                    read(dossier + "  - {event: termination_notice, on: " + notice
                            + ", channel: registered_letter, by: client, cause: provider_breach, end: " + end + "}\n"),
                    new Ask.Bill(end.plusDays(1), LocalDate.of(2029, 12, 31)));
            if (simulated.compareTo(expected) != 0
                    || charged(billed, ChargeReason.RUN_ON).compareTo(expected) != 0) {
                differences.add(dossier + "told " + notice + " for " + end + ": " + expected + " expected, " + simulated
                        + " simulated, " + charged(billed, ChargeReason.RUN_ON) + " billed");
            }
        }
        assertThat(differences).isEmpty();
        assertThat(all).isPositive();
    }

    private static BigDecimal model(
            LocalDate start, int every, LocalDate notice, LocalDate end, LocalDate accepted, BigDecimal price) {
        // the period that the end lies in is paid to its last day if it was invoiced before the notice
        int k = 0;
        while (!start.plusMonths((long) (k + 1) * every).isAfter(end)) {
            k++;
        }
        LocalDate from = start.plusMonths((long) k * every);
        LocalDate paidTo =
                from.isBefore(notice) ? start.plusMonths((long) (k + 1) * every).minusDays(1) : end;
        BigDecimal sum = new BigDecimal("0.00");
        LocalDate first = end.plusDays(1);
        for (int m = 0; !first.plusMonths(m).isAfter(accepted); m++) {
            LocalDate begin = first.plusMonths(m);
            LocalDate last = first.plusMonths(m + 1L).minusDays(1);
            LocalDate owed = begin.isAfter(paidTo) ? begin : paidTo.plusDays(1);
            if (!owed.isAfter(last) && !owed.isAfter(accepted)) {
                long days = ChronoUnit.DAYS.between(owed, last) + 1;
                long month = ChronoUnit.DAYS.between(begin, last) + 1;
                sum = sum.add(price.multiply(BigDecimal.valueOf(days))
                        .divide(BigDecimal.valueOf(12 * month), 2, RoundingMode.HALF_UP));
            }
        }
        return sum;
    }

    private static BigDecimal charged(List<Decision> decisions, ChargeReason reason) {
        return sum(of(decisions, Decision.Charge.class).stream()
                .filter(charge -> charge.reason() == reason)
                .map(Decision.Charge::amount)
                .toList());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private static <D extends Decision> List<D> of(List<Decision> decisions, Class<D> kind) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Dossier read(String text) {
        return new DossierReader(BOOK.terms())
                .read("dossier.yaml", text.getBytes(StandardCharsets.UTF_8))
                .dossier();
    }
}
