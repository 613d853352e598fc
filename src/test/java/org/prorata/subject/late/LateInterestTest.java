package org.prorata.subject.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.prorata.subject.late.LateFixture.all;
import static org.prorata.subject.late.LateFixture.day;
import static org.prorata.subject.late.LateFixture.invoice;
import static org.prorata.subject.late.LateFixture.one;
import static org.prorata.subject.late.LateFixture.under;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.contract.Invoice.Claimed.Kind;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.LateInterest;
import org.prorata.decision.Decision.NothingDue;
import org.prorata.decision.Decision.RecoveryFee;
import org.prorata.decision.Decision.Warning;
import org.prorata.decision.Displaced;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;

class LateInterestTest {

    private static final String TEACHUP = "teachup-2022-05";
    private static final String SCALINGO = "scalingo-2022-09";

    private static BigDecimal eur(String text) {
        return new BigDecimal(text);
    }

    private static LateFixture.InvoiceText teachupInvoice() {
        return invoice("F-1", "2025-03-01", "14400.00")
                .paid("2025-05-15", "10000.00")
                .paid("2025-08-20", "4400.00");
    }

    private static List<String> keys(Decision decision) {
        return decision.because().reasons().stream().map(Reason::key).toList();
    }

    @Test
    @DisplayName("three times the legal rate is cut at the payment and at the half-year")
    void teachup() {
        List<Decision> decisions = under(TEACHUP).with(teachupInvoice()).on("2025-12-31");
        LateInterest interest = one(decisions, LateInterest.class);
        assertThat(interest.amount()).isEqualTo(eur("441.95"));
        assertThat(interest.toClaim()).isEqualTo(eur("441.95"));
        assertThat(interest.days()).isEqualTo(172);
        assertThat(interest.segments())
                .extracting(
                        Decision.Segment::from,
                        Decision.Segment::to,
                        Decision.Segment::days,
                        Decision.Segment::ratePct,
                        Decision.Segment::base)
                .containsExactly(
                        tuple(day("2025-03-02"), day("2025-05-15"), 75, eur("11.13"), eur("14400.00")),
                        tuple(day("2025-05-16"), day("2025-06-30"), 46, eur("11.13"), eur("4400.00")),
                        tuple(day("2025-07-01"), day("2025-08-20"), 51, eur("8.28"), eur("4400.00")));
        assertThat(interest.because().clauses())
                .startsWith("C-INTEREST", "C-LEGAL")
                .contains("TU-LATE", "TU-DUE");
        assertThat(interest.because().reading()).isEqualTo(Reading.CONTRACT);
        assertThat(interest.because().rows())
                .extracting(r -> r.citation())
                .containsExactly(
                        "late-payment!interest!8",
                        "interest-rates!legal-fr!31",
                        "interest-rates!legal-fr!32",
                        "contract-terms!payment!6");
        assertThat(keys(interest))
                .containsExactly(
                        "late.interest.multiple", "late.due.net", "late.segment", "late.segment", "late.segment");
        assertThat(one(decisions, RecoveryFee.class).toClaim()).isEqualTo(eur("40.00"));
        assertThat(decisions).hasSize(2);
    }

    @Test
    @DisplayName(
            "a later debit note claims what is not claimed yet, the fee never twice, and claims still to come count for nothing")
    void alreadyClaimed() {
        LateFixture fixture = under(TEACHUP)
                .with(teachupInvoice()
                        .claimed(Kind.INTEREST, "2025-05-31", "329.33")
                        .claimed(Kind.FEE, "2025-05-31", "40.00")
                        .claimed(Kind.INTEREST, "2026-01-01", "1.00"));
        LateInterest interest = one(fixture.on("2025-12-31"), LateInterest.class);
        assertThat(interest.amount()).isEqualTo(eur("441.95"));
        assertThat(interest.toClaim()).isEqualTo(eur("112.62"));
        assertThat(keys(interest)).endsWith("late.claimed");
        assertThat(one(fixture.on("2025-12-31"), RecoveryFee.class).amount()).isEqualTo(eur("40.00"));
        assertThat(one(fixture.on("2025-12-31"), RecoveryFee.class).toClaim()).isEqualTo(eur("0.00"));
        assertThat(one(fixture.on("2025-05-20"), RecoveryFee.class).toClaim()).isEqualTo(eur("40.00"));
        assertThat(one(
                                under(TEACHUP)
                                        .with(teachupInvoice().claimed(Kind.INTEREST, "2025-05-31", "500.00"))
                                        .on("2025-12-31"),
                                LateInterest.class)
                        .toClaim())
                .isEqualTo(eur("0.00"));
    }

    @Test
    @DisplayName("thirty days to pay, then 365 days to the year in a leap year too")
    void connelink() {
        LateInterest interest = one(
                under("connelink-2022-01")
                        .with(invoice("F-2", "2024-04-30", "11520.00"))
                        .on("2024-09-30"),
                LateInterest.class);
        assertThat(interest.days()).isEqualTo(123);
        assertThat(interest.amount()).isEqualTo(eur("577.40"));
        assertThat(interest.because().clauses()).contains("CL-LATE", "CL-DUE");
    }

    @Test
    @DisplayName("the refinancing rate of 1 January and 1 July plus ten points gives 413.75; the weak rate is named")
    void scalingo() {
        LateFixture fixture = under(SCALINGO)
                .with(invoice("F-4", "2026-04-01", "10000.00").due("2026-05-01").paid("2026-09-01", "10000.00"));
        LateInterest interest = one(fixture.on("2026-09-30"), LateInterest.class);
        assertThat(interest.amount()).isEqualTo(eur("413.75"));
        assertThat(interest.days()).isEqualTo(123);
        assertThat(interest.segments())
                .extracting(Decision.Segment::ratePct)
                .containsExactly(eur("12.15"), eur("12.40"));
        assertThat(interest.because().reading()).isEqualTo(Reading.STATUTE);
        assertThat(interest.because().clauses()).contains("SC-LATE", "L-FR-LATE");
        assertThat(keys(interest)).endsWith("late.weak_rate.secondary");
        assertThat(interest.because().rows())
                .filteredOn(row -> "secondary".equals(row.status()))
                .hasSize(1);
    }

    @Test
    @DisplayName("Spanish law: 30 days at 11.15, 46 at 10.15")
    void sesame() {
        List<Decision> decisions = under("sesame")
                .with(invoice("F-3", "2025-05-01", "1306.80").due("2025-05-31"))
                .on("2025-08-15");
        LateInterest interest = one(decisions, LateInterest.class);
        assertThat(interest.days()).isEqualTo(76);
        assertThat(interest.amount()).isEqualTo(eur("28.69"));
        assertThat(one(decisions, RecoveryFee.class).because().clauses())
                .contains("L-ES-LATE")
                .doesNotContain("L-FR-40");
    }

    @Test
    @DisplayName("the Spanish rate changed on 24 February 2013, inside its half-year")
    void spain2013() {
        LateInterest interest = one(
                under("sesame")
                        .with(invoice("F-3", "2012-12-01", "10000.00").due("2012-12-31"))
                        .on("2013-07-10"),
                LateInterest.class);
        assertThat(interest.segments())
                .extracting(Decision.Segment::from, Decision.Segment::to, Decision.Segment::ratePct)
                .containsExactly(
                        tuple(day("2013-01-01"), day("2013-02-23"), eur("7.75")),
                        tuple(day("2013-02-24"), day("2013-06-30"), eur("8.75")),
                        tuple(day("2013-07-01"), day("2013-07-10"), eur("8.50")));
        // 10,000 × (54 × 7.75 + 127 × 8.75 + 10 × 8.50) ÷ 36,500
        assertThat(interest.amount()).isEqualTo(eur("442.40"));
        assertThat(keys(interest)).contains("late.weak_rate.derived");
    }

    @Test
    @DisplayName("paid on the due day nothing is late; a day later one day bears interest")
    void dueDayBoundary() {
        LateFixture inTime =
                under(SCALINGO).with(invoice("F-1", "2025-03-01", "36500.00").paid("2025-03-31", "36500.00"));
        assertThat(inTime.on("2025-12-31")).singleElement().isInstanceOfSatisfying(NothingDue.class, nothing -> {
            assertThat(nothing.about()).isEqualTo("late_interest");
            assertThat(nothing.invoice()).isNull();
        });
        LateFixture dayLate =
                under(SCALINGO).with(invoice("F-1", "2025-03-01", "36500.00").paid("2025-04-01", "36500.00"));
        LateInterest interest = one(dayLate.on("2025-12-31"), LateInterest.class);
        assertThat(interest.days()).isEqualTo(1);
        assertThat(interest.amount()).isEqualTo(eur("13.15"));
        assertThat(all(dayLate.on("2025-12-31"), RecoveryFee.class)).hasSize(1);
        LateFixture unpaid = under(SCALINGO).with(invoice("F-1", "2025-03-01", "36500.00"));
        assertThat(one(unpaid.on("2025-03-31"), NothingDue.class).because().reasons())
                .containsExactly(Reason.of("late.not_late", day("2025-03-31")));
        assertThat(one(unpaid.on("2025-04-01"), LateInterest.class).days()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "payments and invoices after the day of the computation are not known yet, in whatever order they stand")
    void laterFactsUnknown() {
        LateFixture fixture = under(TEACHUP)
                .with(
                        invoice("F-1", "2025-03-01", "1000.00")
                                .paid("2025-06-20", "400.00")
                                .paid("2025-04-10", "600.00"),
                        invoice("F-2", "2025-06-02", "1000.00"));
        assertThat(one(fixture.on("2025-06-01"), LateInterest.class).segments())
                .extracting(Decision.Segment::to, Decision.Segment::base)
                .containsExactly(tuple(day("2025-04-10"), eur("1000.00")), tuple(day("2025-06-01"), eur("400.00")));
        assertThat(all(fixture.on("2025-06-03"), LateInterest.class))
                .extracting(LateInterest::invoice)
                .containsExactly("F-1", "F-2");
    }

    @Test
    @DisplayName("without invoices nothing is late")
    void noInvoices() {
        assertThat(under(TEACHUP).on("2025-06-01")).singleElement().isInstanceOf(NothingDue.class);
    }

    @Test
    @DisplayName("interest below half a cent is nothing due, and says how it came about")
    void belowCent() {
        List<Decision> decisions =
                under(TEACHUP).with(invoice("F-1", "2025-03-01", "10.00")).on("2025-03-02");
        NothingDue nothing = one(decisions, NothingDue.class);
        assertThat(nothing.invoice()).isEqualTo("F-1");
        assertThat(keys(nothing)).contains("late.segment");
        assertThat(all(decisions, RecoveryFee.class)).hasSize(1);
    }

    @Test
    @DisplayName("the half-year of S2 2024 follows the rate of 1 July, not those of September")
    void halfYearRate() {
        LateInterest interest = one(
                under(SCALINGO).with(invoice("F-1", "2024-05-01", "1000.00")).on("2025-01-02"), LateInterest.class);
        assertThat(interest.segments())
                .extracting(Decision.Segment::ratePct)
                .containsExactly(eur("14.50"), eur("14.25"), eur("13.15"));
    }

    @Test
    @DisplayName("a rate that nobody published yet is an error that names the missing row")
    void missingRate() {
        LateFixture fixture = under(TEACHUP).with(invoice("F-1", "2026-12-01", "1000.00"));
        assertThat(one(fixture.on("2026-12-31"), LateInterest.class).days()).isEqualTo(30);
        assertThatThrownBy(() -> fixture.on("2027-01-01"))
                .isInstanceOf(CannotDecide.class)
                .hasMessage(
                        "no row of interest-rates!legal-fr covers 2027-01-01, year 2027, half 1: the published value is missing and is never guessed");
        LateFixture paid =
                under(TEACHUP).with(invoice("F-1", "2026-12-01", "1000.00").paid("2026-12-31", "1000.00"));
        assertThat(one(paid.on("2027-06-30"), LateInterest.class).days()).isEqualTo(30);
    }

    @Test
    @DisplayName("an incomplete row of the table is an error that names the cell")
    void incompleteRow() {
        assertThatThrownBy(() -> under("x-no-points")
                        .with(invoice("F-1", "2025-03-01", "1000.00"))
                        .on("2025-06-01"))
                .isInstanceOf(CannotDecide.class)
                .hasMessageMatching("late-payment!interest!\\d+: the column points is empty, "
                        + "but the row's other columns need it \\(basis = fixed\\)");
    }

    @Test
    @DisplayName("disputed days bear no interest, and the days around them do")
    void disputedDays() {
        LateInterest interest = one(
                under(TEACHUP)
                        .with(invoice("F-1", "2025-03-01", "1000.00").disputed("2025-04-01", "2025-04-30"))
                        .on("2025-05-10"),
                LateInterest.class);
        assertThat(interest.segments())
                .extracting(Decision.Segment::from, Decision.Segment::to)
                .containsExactly(
                        tuple(day("2025-03-02"), day("2025-03-31")), tuple(day("2025-05-01"), day("2025-05-10")));
        assertThat(interest.days()).isEqualTo(40);
        assertThat(keys(interest)).contains("late.disputed");
    }

    @Test
    @DisplayName("an invoice disputed before it is late bears neither interest nor fee, until the dispute is over")
    void disputedFromTheStart() {
        LateFixture open =
                under(TEACHUP).with(invoice("F-1", "2025-03-01", "1000.00").disputed("2025-03-02", null));
        List<Decision> decisions = open.on("2025-06-30");
        assertThat(all(decisions, NothingDue.class))
                .extracting(
                        NothingDue::about, NothingDue::invoice, d -> d.because().reading())
                .containsExactly(
                        tuple("late_interest", "F-1", Reading.INTERPRETATION),
                        tuple("recovery_fee", "F-1", Reading.INTERPRETATION));
        assertThat(decisions).hasSize(2);
        LateFixture closed =
                under(TEACHUP).with(invoice("F-1", "2025-03-01", "1000.00").disputed("2025-03-02", "2025-04-30"));
        assertThat(all(closed.on("2025-04-30"), RecoveryFee.class)).isEmpty();
        assertThat(one(closed.on("2025-05-01"), RecoveryFee.class)
                        .because()
                        .reasons()
                        .get(0))
                .isEqualTo(Reason.of("late.fee", "F-1", eur("40.00"), day("2025-05-01")));
        LateFixture dayLater =
                under(TEACHUP).with(invoice("F-1", "2025-03-01", "1000.00").disputed("2025-03-03", null));
        assertThat(one(dayLater.on("2025-06-30"), LateInterest.class).days()).isEqualTo(1);
        assertThat(all(dayLater.on("2025-06-30"), RecoveryFee.class)).hasSize(1);
    }

    @Test
    @DisplayName("an invoice paid during its dispute bears nothing when the dispute is over")
    void paidWhileDisputed() {
        List<Decision> decisions = under(TEACHUP)
                .with(invoice("F-1", "2025-03-01", "1000.00")
                        .disputed("2025-03-01", "2025-04-30")
                        .paid("2025-04-30", "1000.00"))
                .on("2025-06-30");
        assertThat(decisions).hasSize(2).allMatch(NothingDue.class::isInstance);
    }

    @Test
    @DisplayName("a year of 366 days divides the days of a leap year only")
    void actualYear() {
        LateFixture fixture = under("x-actual").with(invoice("F-1", "2023-12-01", "100000.00"));
        LateInterest interest = one(fixture.on("2024-01-31"), LateInterest.class);
        // 100,000 × (30 × 12.66 ÷ 36,500 + 31 × 15.21 ÷ 36,600)
        assertThat(interest.amount()).isEqualTo(eur("2328.83"));
        assertThat(interest.because().reasons())
                .filteredOn(r -> r.key().equals("late.segment"))
                .extracting(r -> r.figures().get(5))
                .containsExactly(365, 366);
        assertThat(one(
                                under(TEACHUP)
                                        .with(invoice("F-1", "2023-12-01", "100000.00"))
                                        .on("2024-01-31"),
                                LateInterest.class)
                        .amount())
                .isEqualTo(eur("2332.36"));
    }

    @Test
    @DisplayName("interest first: a payment pays the interest run up to its day before the invoice itself")
    void interestFirst() {
        LateInterest interest = one(
                under("x-interest-first")
                        .with(invoice("F-1", "2025-03-01", "14400.00").paid("2025-05-15", "10000.00"))
                        .on("2025-06-30"),
                LateInterest.class);
        // 14,400 × 75 × 11.13 ÷ 36,500 = 329.33; 10,000 − 329.33 goes to the invoice
        assertThat(interest.segments())
                .extracting(Decision.Segment::base)
                .containsExactly(eur("14400.00"), eur("4729.33"));
        assertThat(interest.amount()).isEqualTo(eur("395.66"));
        assertThat(interest.because().reasons()).contains(Reason.of("late.interest_first", eur("329.33")));
        LateInterest small = one(
                under("x-interest-first")
                        .with(invoice("F-1", "2025-03-01", "14400.00").paid("2025-05-15", "100.00"))
                        .on("2025-06-30"),
                LateInterest.class);
        assertThat(small.segments())
                .extracting(Decision.Segment::base)
                .containsExactly(eur("14400.00"), eur("14400.00"));
    }

    @Test
    @DisplayName("a payment up to the due day has no interest to pay first")
    void interestFirstBeforeDue() {
        LateInterest interest = one(
                under("x-interest-first")
                        .with(invoice("F-1", "2025-03-01", "1000.00").paid("2025-03-01", "400.00"))
                        .on("2025-03-31"),
                LateInterest.class);
        assertThat(interest.segments()).extracting(Decision.Segment::base).containsExactly(eur("600.00"));
    }

    @Test
    @DisplayName(
            "a fixed five per cent is lifted to three times the legal rate of each half-year; the contract's amount stands beside it")
    void floor() {
        LateFixture fixture = under("x-fixed").with(invoice("F-1", "2025-06-01", "36500.00"));
        LateInterest interest = one(fixture.on("2025-07-31"), LateInterest.class);
        assertThat(interest.segments())
                .extracting(Decision.Segment::ratePct)
                .containsExactly(eur("11.13"), eur("8.28"));
        assertThat(interest.amount()).isEqualTo(eur("579.45"));
        assertThat(interest.because().reading()).isEqualTo(Reading.STATUTE);
        assertThat(interest.because().clauses()).startsWith("L-FR-LATE");
        Displaced agreed = interest.because().displaced().get(0);
        assertThat(agreed.fields()).containsEntry("rate_pct", eur("5.00")).containsEntry("amount", eur("300.00"));
        assertThat(agreed.reading()).isEqualTo(Reading.CONTRACT);
        LateInterest alone = one(fixture.contractAlone().on("2025-07-31"), LateInterest.class);
        assertThat(alone.amount()).isEqualTo(eur("300.00"));
        assertThat(alone.because().displaced()).isEmpty();
    }

    @Test
    @DisplayName("a fixed rate above the floor stands: three times 0.84 is less than five")
    void floorDoesNotBind() {
        LateInterest interest = one(
                under("x-fixed").with(invoice("F-1", "2020-07-01", "36500.00")).on("2020-07-31"), LateInterest.class);
        assertThat(interest.segments()).extracting(Decision.Segment::ratePct).containsExactly(eur("5.00"));
        assertThat(interest.because().displaced()).isEmpty();
        assertThat(interest.because().reading()).isEqualTo(Reading.CONTRACT);
    }

    @Test
    @DisplayName("a held multiple falls below the floor when the legal rate rises")
    void heldBelowFloor() {
        LateInterest interest = one(
                under("x-held").with(invoice("F-1", "2022-12-30", "1000.00")).on("2023-07-02"), LateInterest.class);
        assertThat(interest.segments())
                .extracting(Decision.Segment::ratePct)
                .containsExactly(eur("2.31"), eur("6.18"), eur("12.66"));
        assertThat(interest.because().displaced().get(0).fields()).containsEntry("rate_pct", eur("2.31"));
    }

    @Test
    @DisplayName(
            "a public buyer owes the refinancing rate plus eight points, that of the half-year in which interest starts")
    void publicBuyer() {
        LateInterest interest = one(
                under("connelink-2022-01")
                        .client(true, true, null)
                        .with(invoice("F-1", "2025-05-01", "10000.00"))
                        .on("2025-08-31"),
                LateInterest.class);
        assertThat(interest.segments())
                .extracting(Decision.Segment::from, Decision.Segment::ratePct)
                .containsExactly(tuple(day("2025-06-01"), eur("11.15")), tuple(day("2025-07-01"), eur("11.15")));
        assertThat(interest.amount()).isEqualTo(eur("281.04"));
        assertThat(keys(interest)).startsWith("late.interest.held");
        LateInterest second = one(
                under("connelink-2022-01")
                        .client(true, true, null)
                        .with(invoice("F-1", "2025-05-31", "10000.00"))
                        .on("2025-08-31"),
                LateInterest.class);
        assertThat(second.segments()).extracting(Decision.Segment::ratePct).containsExactly(eur("10.15"));
    }

    @Test
    @DisplayName("a published rate that is held is that of the first day")
    void publishedHeld() {
        LateInterest interest = one(
                under("x-published-held")
                        .contractAlone()
                        .with(invoice("F-1", "2013-02-22", "1000.00"))
                        .on("2013-07-31"),
                LateInterest.class);
        assertThat(interest.segments()).extracting(Decision.Segment::ratePct).containsOnly(eur("7.75"));
    }

    @Test
    @DisplayName(
            "an insolvent client owes no fee that arises on the first day of proceedings, and one that arose the day before")
    void insolvency() {
        List<Decision> after = under(TEACHUP)
                .client(true, false, day("2025-03-02"))
                .with(invoice("F-1", "2025-03-01", "1000.00"))
                .on("2025-06-01");
        assertThat(all(after, NothingDue.class))
                .extracting(NothingDue::about)
                .containsExactly("late_interest", "recovery_fee");
        assertThat(all(after, NothingDue.class).get(0).because().clauses()).contains("L-FR-INSOLVENT");
        NothingDue nothing = all(after, NothingDue.class).get(1);
        assertThat(nothing.because().clauses()).contains("L-FR-40");
        assertThat(nothing.because().reasons().get(0))
                .isEqualTo(Reason.of("late.fee_none.insolvent", "F-1", day("2025-03-02")));
        List<Decision> before = under(TEACHUP)
                .client(true, false, day("2025-03-03"))
                .with(invoice("F-1", "2025-03-01", "1000.00"))
                .on("2025-06-01");
        assertThat(one(before, RecoveryFee.class).amount()).isEqualTo(eur("40.00"));
    }

    @Test
    @DisplayName(
            "where the table says so, the days of a dispute that has ended bear interest after all, and the fee arises with them")
    void disputeResumes() {
        LateFixture over =
                under("x-resumes").with(invoice("F-1", "2025-03-01", "1000.00").disputed("2025-03-02", "2025-03-31"));
        LateFixture never = under("x-resumes").with(invoice("F-1", "2025-03-01", "1000.00"));
        assertThat(all(over.on("2025-03-31"), LateInterest.class)).isEmpty();
        assertThat(all(over.on("2025-03-31"), RecoveryFee.class)).isEmpty();
        assertThat(one(over.on("2025-04-01"), LateInterest.class).amount())
                .isEqualTo(one(never.on("2025-04-01"), LateInterest.class).amount());
        assertThat(one(over.on("2025-04-01"), LateInterest.class).days()).isEqualTo(31);
        assertThat(one(over.on("2025-04-01"), RecoveryFee.class).amount()).isEqualTo(eur("40.00"));
        assertThat(one(
                                under(TEACHUP)
                                        .with(invoice("F-1", "2025-03-01", "1000.00")
                                                .disputed("2025-03-02", "2025-03-31"))
                                        .on("2025-04-01"),
                                LateInterest.class)
                        .days())
                .isEqualTo(1);
        assertThat(all(
                        under("x-resumes")
                                .with(invoice("F-1", "2025-03-01", "1000.00").disputed("2025-03-02", null))
                                .on("2025-04-01"),
                        LateInterest.class))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "a consumer owes neither interest nor fee, and one warning says that the law after formal notice is outside the model")
    void consumer() {
        List<Decision> decisions = under("standard")
                .client(false, false, null)
                .with(
                        invoice("F-6", "2025-01-01", "100.00").due("2025-01-31"),
                        invoice("F-7", "2025-01-01", "100.00").due("2025-01-31"))
                .on("2025-03-01");
        assertThat(all(decisions, LateInterest.class)).isEmpty();
        assertThat(all(decisions, RecoveryFee.class)).isEmpty();
        assertThat(all(decisions, NothingDue.class))
                .extracting(NothingDue::about, NothingDue::invoice)
                .containsExactly(
                        tuple("late_interest", "F-6"),
                        tuple("recovery_fee", "F-6"),
                        tuple("late_interest", "F-7"),
                        tuple("recovery_fee", "F-7"));
        assertThat(one(decisions, Warning.class).code()).isEqualTo("consumer_late_interest_outside_model");
        assertThat(all(under("standard").client(false, false, null).on("2025-03-01"), Warning.class))
                .isEmpty();
    }

    @Test
    @DisplayName("a sum in euros is not put into another currency: a warning instead of a fee, and yen have no cents")
    void otherCurrency() {
        List<Decision> decisions = under(TEACHUP)
                .currency("JPY")
                .with(invoice("F-1", "2025-03-01", "1000000"))
                .on("2025-03-31");
        assertThat(one(decisions, LateInterest.class).amount()).isEqualTo(eur("9148"));
        assertThat(all(decisions, RecoveryFee.class)).isEmpty();
        assertThat(one(decisions, Warning.class).code()).isEqualTo("recovery_fee_in_euros");
    }

    @Test
    @DisplayName("an invoice over nothing, or a credit note, is never late")
    void noMoneyAsked() {
        assertThat(under(TEACHUP)
                        .with(invoice("F-1", "2025-03-01", "0.00"), invoice("F-2", "2025-03-01", "-50.00"))
                        .on("2025-06-01"))
                .singleElement()
                .isInstanceOf(NothingDue.class);
    }
}
