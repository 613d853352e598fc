package org.prorata.subject.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prorata.subject.late.LateFixture.BOOK;
import static org.prorata.subject.late.LateFixture.all;
import static org.prorata.subject.late.LateFixture.under;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.contract.Ask;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.LateInterest;
import org.prorata.decision.Decision.RecoveryFee;
import org.prorata.decision.Decision.SuspensionRight;
import org.prorata.decision.Decision.TerminationRight;

/** Disputes beside formal notices, and judgments beside half-years, over random dossiers. */
class LateSweepTest {

    private static final LocalDate FIRST = LocalDate.of(2013, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 28);
    private static final int DELAY = 60;

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt((int) (LAST.toEpochDay() - FIRST.toEpochDay()) - 900));
    }

    private static Invoice invoice(Random random, String id, LocalDate from) {
        LocalDate issued = from.plusDays(random.nextInt(120));
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(500_000), 2);
        List<Invoice.Payment> payments = random.nextInt(3) > 0
                ? List.of()
                : List.of(new Invoice.Payment(
                        issued.plusDays(random.nextInt(300)), random.nextBoolean() ? amount : BigDecimal.ONE));
        LocalDate disputed = issued.plusDays(random.nextInt(200));
        Invoice.Dispute dispute = random.nextInt(3) == 0
                ? null
                : new Invoice.Dispute(disputed, random.nextInt(4) == 0 ? null : disputed.plusDays(random.nextInt(120)));
        LocalDate performed = random.nextBoolean() ? null : issued.minusDays(random.nextInt(40) - 10L);
        return new Invoice(
                id,
                issued,
                issued.plusDays(random.nextInt(45)),
                amount,
                dispute,
                payments,
                List.of(),
                new Invoice.Supply(performed, performed, false, List.of()));
    }

    private static List<Invoice> invoices(Random random, LocalDate from) {
        List<Invoice> all = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            all.add(invoice(random, "F-" + i, from));
        }
        return all;
    }

    private static Dossier dossier(String terms, List<Invoice> invoices, List<Event> events, LocalDate insolvent) {
        Dossier bare = under(terms).dossier();
        return new Dossier(
                terms,
                "en",
                bare.currency(),
                true,
                new Customer("C", null, true, null, false, insolvent),
                bare.contract(),
                List.of(),
                bare.billed(),
                invoices,
                events);
    }

    private static List<Decision> late(Dossier dossier, LocalDate on) {
        return BOOK.evaluator().decide(dossier, new Ask.Late(on));
    }

    private static BigDecimal balance(Invoice invoice, LocalDate on) {
        return invoice.payments().stream()
                .filter(payment -> !payment.on().isAfter(on))
                .map(Invoice.Payment::amount)
                .reduce(invoice.amount(), BigDecimal::subtract);
    }

    /** The first day of the right, worked out anew: the earliest day over all notices and what they concern. */
    private static LocalDate opens(List<Invoice> invoices, List<Event> notices, LocalDate insolvent, LocalDate on) {
        LocalDate first = null;
        for (Event event : notices) {
            LocalDate counts = ((Event.FormalNotice) event).counts();
            for (Invoice invoice : invoices) {
                boolean before = insolvent != null
                        && !insolvent.isAfter(on)
                        && invoice.performed().isBefore(insolvent);
                boolean late = invoice.due().isBefore(on)
                        && balance(invoice, invoice.due()).signum() > 0;
                if (counts.isAfter(on)
                        || before
                        || !late
                        || balance(invoice, on).signum() <= 0
                        || !invoice.due().isBefore(counts)
                        || invoice.disputed() != null && invoice.disputed().covers(on)) {
                    continue;
                }
                LocalDate day = counts.plusDays(DELAY + 1L);
                while (invoice.disputed() != null
                        && !invoice.disputed().from().isAfter(on)
                        && invoice.disputed().covers(day)) {
                    day = day.plusDays(1);
                }
                first = first == null || day.isBefore(first) ? day : first;
            }
        }
        return first;
    }

    private static List<Event> notices(Random random, LocalDate from) {
        List<Event> all = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            LocalDate sent = from.plusDays(random.nextInt(200));
            all.add(new Event.FormalNotice(
                    sent,
                    random.nextBoolean() ? null : sent.plusDays(random.nextInt(9)),
                    Event.Channel.REGISTERED_LETTER,
                    Event.Matter.PAYMENT));
        }
        return all;
    }

    @Test
    @DisplayName(
            "a right opens on the first day on which something unpaid is neither disputed nor from before a judgment, in whatever order the facts are told")
    void disputesAndNotices() {
        Random random = new Random(12_3);
        int open = 0;
        for (int i = 0; i < 400; i++) {
            LocalDate from = day(random);
            List<Invoice> invoices = invoices(random, from);
            List<Event> notices = notices(random, from);
            LocalDate insolvent = random.nextInt(3) > 0 ? null : from.plusDays(random.nextInt(300));
            LocalDate on = from.plusDays(random.nextInt(420));
            Dossier dossier = dossier("connelink-2022-01", invoices, notices, insolvent);
            List<Decision> decided = late(dossier, on);
            List<SuspensionRight> rights = all(decided, SuspensionRight.class);
            LocalDate expected = opens(invoices, notices, insolvent, on);
            assertThat(rights.stream().map(SuspensionRight::from).toList())
                    .as("%s on %s", dossier, on)
                    .isEqualTo(expected == null ? List.of() : List.of(expected));
            assertThat(all(decided, TerminationRight.class)).isEmpty();
            open += rights.size();
            List<Invoice> turned = new ArrayList<>(invoices);
            Collections.reverse(turned);
            List<Event> shuffled = new ArrayList<>(notices);
            Collections.reverse(shuffled);
            assertThat(late(dossier("connelink-2022-01", turned, shuffled, insolvent), on).stream()
                            .map(LateSweepTest::bare)
                            .sorted())
                    .as("%s on %s", dossier, on)
                    .isEqualTo(
                            decided.stream().map(LateSweepTest::bare).sorted().toList());
        }
        assertThat(open).isGreaterThan(40);
    }

    private static String bare(Decision decision) {
        return decision instanceof LateInterest late
                ? late.invoice() + late.amount() + late.segments()
                : decision instanceof RecoveryFee fee
                        ? fee.invoice() + fee.amount()
                        : decision instanceof SuspensionRight right
                                ? "right " + right.from()
                                : decision.getClass().getSimpleName();
    }

    @Test
    @DisplayName("earlier invoices bear nothing from the judgment on, later ones all; what is claimed in parts adds up")
    void judgmentsAndHalfYears() {
        Random random = new Random(622_28);
        int stopped = 0;
        for (String terms : List.of("teachup-2022-05", "connelink-2022-01", "standard", "scalingo-2022-09", "sesame")) {
            for (int i = 0; i < 60; i++) {
                LocalDate from = day(random);
                List<Invoice> invoices = invoices(random, from);
                LocalDate judgment = from.plusDays(random.nextInt(500));
                LocalDate on = judgment.plusDays(random.nextInt(400));
                List<Decision> now = late(dossier(terms, invoices, List.of(), judgment), on);
                List<Decision> without = late(dossier(terms, invoices, List.of(), null), on);
                List<Decision> dayBefore = late(dossier(terms, invoices, List.of(), null), judgment.minusDays(1));
                for (Invoice invoice : invoices) {
                    boolean earlier = invoice.performed().isBefore(judgment) && !terms.equals("sesame");
                    assertThat(interest(now, invoice))
                            .as("%s %s, judgment of %s, on %s", terms, invoice, judgment, on)
                            .isEqualTo(interest(earlier ? dayBefore : without, invoice));
                    stopped += interest(now, invoice).equals(interest(without, invoice)) ? 0 : 1;
                }
                assertThat(all(now, RecoveryFee.class)).hasSize((int) invoices.stream()
                        .filter(invoice -> feeDue(invoice, terms.equals("sesame") ? null : judgment, on))
                        .count());
                claimedInParts(random, terms, invoices.get(0), judgment, on);
            }
        }
        assertThat(stopped).isGreaterThan(60);
    }

    private static boolean feeDue(Invoice invoice, LocalDate judgment, LocalDate on) {
        for (LocalDate day = invoice.due().plusDays(1); !day.isAfter(on); day = day.plusDays(1)) {
            if (invoice.disputed() != null && invoice.disputed().covers(day)) {
                continue;
            }
            return balance(invoice, day.minusDays(1)).signum() > 0
                    && balance(invoice, invoice.due()).signum() > 0
                    && (judgment == null
                            || day.isBefore(judgment)
                            || !invoice.performed().isBefore(judgment));
        }
        return false;
    }

    private static BigDecimal interest(List<Decision> decisions, Invoice invoice) {
        return all(decisions, LateInterest.class).stream()
                .filter(late -> late.invoice().equals(invoice.id()))
                .map(LateInterest::amount)
                .findFirst()
                .orElse(new BigDecimal("0.00"));
    }

    private static void claimedInParts(Random random, String terms, Invoice invoice, LocalDate judgment, LocalDate on) {
        LocalDate first = judgment.minusDays(random.nextInt(60));
        List<Invoice.Claimed> claimed = new ArrayList<>();
        BigDecimal sum = new BigDecimal("0.00");
        BigDecimal last = sum;
        for (LocalDate day : List.of(first.isAfter(on) ? on : first, on)) {
            if (day.isBefore(invoice.issued())) {
                continue;
            }
            for (LateInterest late : all(
                    late(dossier(terms, List.of(invoice.with(invoice.payments(), claimed)), List.of(), judgment), day),
                    LateInterest.class)) {
                claimed.add(new Invoice.Claimed(Invoice.Claimed.Kind.INTEREST, late.toClaim(), day));
                sum = sum.add(late.toClaim());
                last = late.amount();
            }
        }
        assertThat(sum).as("%s %s, judgment of %s", terms, invoice, judgment).isEqualTo(last);
    }
}
