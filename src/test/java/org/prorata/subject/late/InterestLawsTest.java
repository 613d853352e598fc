package org.prorata.subject.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prorata.subject.late.LateFixture.BOOK;
import static org.prorata.subject.late.LateFixture.all;
import static org.prorata.subject.late.LateFixture.under;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.LateInterest;
import org.prorata.decision.Decision.RecoveryFee;
import org.prorata.decision.policy.Series;

class InterestLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 28);

    private static Invoice invoice(Random random) {
        LocalDate issued = FIRST.plusDays(random.nextInt(5200));
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(5_000_000), 2);
        List<Invoice.Payment> payments = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            payments.add(new Invoice.Payment(
                    issued.plusDays(random.nextInt(700)), BigDecimal.valueOf(1 + random.nextInt(2_000_000), 2)));
        }
        LocalDate disputeFrom = issued.plusDays(random.nextInt(300));
        Invoice.Dispute dispute = random.nextInt(3) > 0
                ? null
                : new Invoice.Dispute(
                        disputeFrom, random.nextBoolean() ? null : disputeFrom.plusDays(random.nextInt(200)));
        return new Invoice("F-1", issued, issued.plusDays(random.nextInt(45)), amount, dispute, payments, List.of());
    }

    private static List<Decision> decide(String terms, Invoice invoice, LocalDate on) {
        Dossier dossier = under(terms).dossier().withInvoices(List.of(invoice));
        return BOOK.evaluator().decide(dossier, new Ask.Late(on));
    }

    private static BigDecimal interest(List<Decision> decisions) {
        return all(decisions, LateInterest.class).stream()
                .map(LateInterest::amount)
                .findFirst()
                .orElse(new BigDecimal("0.00"));
    }

    private static LocalDate upTo(Invoice invoice, Random random) {
        LocalDate on = invoice.issued().plusDays(random.nextInt(1000));
        return on.isAfter(LAST) ? LAST : on;
    }

    /** The rate of one day, worked out anew without the code under test. */
    private static BigDecimal rate(String terms, LocalDate day) {
        LocalDate half = LocalDate.of(day.getYear(), day.getMonthValue() < 7 ? 1 : 7, 1);
        Series legal = BOOK.policies().series("legal-fr");
        return switch (terms) {
            case "scalingo-2022-09" ->
                BOOK.policies().series("ecb").on(half).value().add(BigDecimal.TEN);
            case "sesame" -> BOOK.policies().series("es-late").on(day).value();
            case "x-fixed" ->
                legal.on(half).value().multiply(BigDecimal.valueOf(3)).max(BigDecimal.valueOf(5));
            default -> legal.on(half).value().multiply(BigDecimal.valueOf(3));
        };
    }

    private static BigDecimal dayByDay(String terms, Invoice invoice, LocalDate on) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day = invoice.due().plusDays(1); !day.isAfter(on); day = day.plusDays(1)) {
            BigDecimal unpaid = invoice.amount();
            for (Invoice.Payment payment : invoice.payments()) {
                unpaid = payment.on().isBefore(day) ? unpaid.subtract(payment.amount()) : unpaid;
            }
            if (unpaid.signum() > 0
                    && (invoice.disputed() == null || !invoice.disputed().covers(day))) {
                int year = terms.equals("x-actual") && day.isLeapYear() ? 36_600 : 36_500;
                sum = sum.add(
                        unpaid.multiply(rate(terms, day)).divide(BigDecimal.valueOf(year), MathContext.DECIMAL128));
            }
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    @Test
    @DisplayName("interest equals the sum day by day, whatever the payments, disputes and rates")
    void equalsDayByDay() {
        Random random = new Random(441_95);
        for (String terms : List.of("teachup-2022-05", "scalingo-2022-09", "sesame", "x-actual", "x-fixed")) {
            for (int i = 0; i < 120; i++) {
                Invoice invoice = invoice(random);
                LocalDate on = upTo(invoice, random);
                assertThat(interest(decide(terms, invoice, on)))
                        .as("%s %s on %s", terms, invoice, on)
                        .isEqualTo(dayByDay(terms, invoice, on));
            }
        }
    }

    @Test
    @DisplayName("the claims of successive days add up to the interest of the last one, and the fee is claimed once")
    void claimsAddUp() {
        Random random = new Random(329_33);
        for (String terms : List.of(
                "standard",
                "teachup-2022-05",
                "connelink-2022-01",
                "sesame",
                "scalingo-2022-09",
                "socialdirect-2024-10",
                "x-interest-first")) {
            for (int i = 0; i < 40; i++) {
                Invoice invoice = invoice(random);
                List<LocalDate> days = new ArrayList<>();
                for (int k = 0; k < 5; k++) {
                    days.add(upTo(invoice, random));
                }
                Collections.sort(days);
                List<Invoice.Claimed> claimed = new ArrayList<>();
                BigDecimal interest = new BigDecimal("0.00");
                BigDecimal fees = new BigDecimal("0.00");
                for (LocalDate day : days) {
                    Invoice now = new Invoice(
                            invoice.id(),
                            invoice.issued(),
                            invoice.due(),
                            invoice.amount(),
                            invoice.disputed(),
                            invoice.payments(),
                            claimed);
                    for (Decision decision : decide(terms, now, day)) {
                        if (decision instanceof LateInterest late) {
                            assertThat(late.toClaim().signum()).isNotNegative();
                            interest = interest.add(late.toClaim());
                            claimed.add(new Invoice.Claimed(Invoice.Claimed.Kind.INTEREST, late.toClaim(), day));
                        } else if (decision instanceof RecoveryFee fee) {
                            fees = fees.add(fee.toClaim());
                            claimed.add(new Invoice.Claimed(Invoice.Claimed.Kind.FEE, fee.toClaim(), day));
                        }
                    }
                }
                List<Decision> last = decide(terms, invoice, days.get(4));
                assertThat(interest).as("%s %s on %s", terms, invoice, days).isEqualTo(interest(last));
                assertThat(fees)
                        .isEqualTo(new BigDecimal(all(last, RecoveryFee.class).isEmpty() ? "0.00" : "40.00"));
            }
        }
    }

    @Test
    @DisplayName("segments follow each other without overlap, and their days are the days of the decision")
    void segmentsAreDisjoint() {
        Random random = new Random(413_75);
        for (int i = 0; i < 200; i++) {
            Invoice invoice = invoice(random);
            for (LateInterest late : all(decide("sesame", invoice, upTo(invoice, random)), LateInterest.class)) {
                int days = 0;
                LocalDate before = invoice.due();
                for (Decision.Segment segment : late.segments()) {
                    assertThat(segment.from()).isAfter(before);
                    days += segment.days();
                    before = segment.to();
                }
                assertThat(days).isEqualTo(late.days());
            }
        }
    }

    @Test
    @DisplayName("the order in which payments stand changes nothing")
    void orderOfPayments() {
        Random random = new Random(28_69);
        for (int i = 0; i < 60; i++) {
            Invoice invoice = invoice(random);
            List<Invoice.Payment> turned = new ArrayList<>(invoice.payments());
            Collections.reverse(turned);
            LocalDate on = upTo(invoice, random);
            assertThat(decide(
                            "teachup-2022-05",
                            new Invoice(
                                    invoice.id(),
                                    invoice.issued(),
                                    invoice.due(),
                                    invoice.amount(),
                                    invoice.disputed(),
                                    turned,
                                    List.of()),
                            on))
                    .isEqualTo(decide("teachup-2022-05", invoice, on));
        }
    }
}
