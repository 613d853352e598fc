package org.prorata.book.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Contract;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.contract.Item;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.CanonicalJson;
import org.prorata.values.Anchors;

/** Every profile over the calendar of 2015 to 2035: no amounts, only that each question has exactly one answer. */
class CalendarSweepTest {

    private static final String SEED = "20150101";

    /** Half-years of which all series have their rates. */
    private static final LocalDate FIRST_RATE = LocalDate.of(2012, 1, 1);

    private static final LocalDate LAST_RATE = LocalDate.of(2026, 12, 31);

    private static final Evaluator EVALUATOR = RuleBook.shipped().evaluator();

    @Provide
    Arbitrary<Dossier> histories() {
        return RandomContracts.histories();
    }

    @Provide
    Arbitrary<List<Dossier>> portfolios() {
        return RandomContracts.histories().list().ofSize(Evaluator.BATCH);
    }

    @Property(seed = SEED)
    void every_month_has_exactly_one_answer_to_every_question_and_no_amount_is_negative(
            @ForAll("histories") Dossier dossier) {
        for (Evaluator.Request request : everyMonth(dossier)) {
            BookAnswer answer = EVALUATOR.decideAll(List.of(request)).get(0);
            if (request.ask() instanceof Ask.Late late && needsMissingRate(dossier, late.on())) {
                assertThat(answer.error()).as(late.toString()).isNotNull();
                assertThat(answer.error().code()).as(late.toString()).isEqualTo("missing-rate");
            } else {
                assertThat(answer.error()).as(request.ask().toString()).isNull();
                // rights and days are named only where the terms or an event concern one
                assertThat(answer.decisions().isEmpty()
                                && !(request.ask() instanceof Ask.Rights)
                                && !(request.ask() instanceof Ask.Dates))
                        .as(request.ask().toString())
                        .isFalse();
                oneAnswerPerSlot(answer.decisions());
                answer.decisions()
                        .forEach(decision ->
                                neverNegative(decision, dossier.customer().publicBuyer()));
            }
        }
    }

    @Property(seed = SEED, tries = 10)
    void a_batch_decides_like_single_dossiers_and_to_the_same_bytes_again(
            @ForAll("portfolios") List<Dossier> dossiers) {
        List<Evaluator.Request> requests = dossiers.stream()
                .flatMap(dossier -> {
                    List<Evaluator.Request> all = everyMonth(dossier);
                    return all.subList(all.size() / 2, all.size() / 2 + 4).stream();
                })
                .toList();
        List<String> together = EVALUATOR.decideAll(requests).stream()
                .map(CalendarSweepTest::shown)
                .toList();
        assertThat(requests.stream()
                        .map(one -> shown(EVALUATOR.decideAll(List.of(one)).get(0))))
                .isEqualTo(together);
        assertThat(EVALUATOR.decideAll(requests).stream().map(CalendarSweepTest::shown))
                .isEqualTo(together);
    }

    @Property(seed = SEED)
    void the_order_of_facts_does_not_matter(@ForAll("histories") Dossier dossier, @ForAll Random chance) {
        Dossier shuffled = shuffled(dossier, chance);
        List<Evaluator.Request> all = everyMonth(dossier);
        for (Evaluator.Request one : all.subList(all.size() - 8, all.size())) {
            assertThat(set(shuffled, one.ask())).as(one.ask().toString()).isEqualTo(set(dossier, one.ask()));
        }
    }

    @Example
    void where_a_rate_is_not_published_no_interest_is_a_number() {
        for (String terms : RandomContracts.TERMS) {
            Stream.iterate(YearMonth.of(2009, 1), month -> month.plusMonths(1))
                    .limit(27 * 12)
                    .forEach(month -> {
                        LocalDate due = month.atEndOfMonth();
                        Invoice invoice = new Invoice(
                                "F", month.atDay(1), due, new BigDecimal("1000.00"), null, List.of(), List.of());
                        Dossier dossier = RandomContracts.calm(terms, LocalDate.of(2009, 1, 1))
                                .withInvoices(List.of(invoice));
                        LocalDate on = due.plusMonths(1);
                        BookAnswer answer = EVALUATOR
                                .decideAll(List.of(new Evaluator.Request(dossier, new Ask.Late(on))))
                                .get(0);
                        boolean known = !due.plusDays(1).isBefore(FIRST_RATE) && !on.isAfter(LAST_RATE);
                        assertThat(answer.error() == null)
                                .as(terms + " " + month)
                                .isEqualTo(known);
                        if (!known) {
                            assertThat(answer.error().code()).isEqualTo("missing-rate");
                            assertThat(answer.error()).hasMessageContaining("no row of interest-rates!");
                        }
                    });
        }
    }

    private static void neverNegative(Decision decision, boolean rateOfTheFirstDay) {
        if (decision instanceof Decision.LateInterest late) {
            assertThat(late.amount().signum()).isNotNegative();
            assertThat(late.toClaim()).isBetween(BigDecimal.ZERO, late.amount());
            assertThat(late.segments())
                    .allMatch(part -> !part.from().isBefore(FIRST_RATE)
                            && (rateOfTheFirstDay || !part.to().isAfter(LAST_RATE)));
        } else if (decision instanceof Decision.Charge charge) {
            assertThat(charge.amount().signum()).isNotNegative();
        } else if (decision instanceof Decision.Credit credit) {
            assertThat(credit.amount().signum()).isNotNegative();
        }
    }

    /** Every supported question in every month that the dossier is about. */
    private static List<Evaluator.Request> everyMonth(Dossier dossier) {
        List<Evaluator.Request> all = new ArrayList<>();
        LocalDate start = dossier.contract().start();
        for (int i = 0; i < RandomContracts.MONTHS; i++) {
            YearMonth month = YearMonth.from(start).plusMonths(i);
            all.add(new Evaluator.Request(dossier, new Ask.Bill(month.atDay(1), month.atEndOfMonth())));
            all.add(new Evaluator.Request(dossier, new Ask.Late(month.atEndOfMonth())));
            all.add(new Evaluator.Request(dossier, new Ask.Rights(month.atDay(1 + i))));
            all.add(new Evaluator.Request(dossier, level(dossier, month)));
            all.add(new Evaluator.Request(dossier, new Ask.Revise(month.atEndOfMonth())));
            all.add(new Evaluator.Request(dossier, new Ask.TermsInForce(month.atDay(1))));
            all.add(new Evaluator.Request(dossier, new Ask.Dates()));
            for (Cause cause : Cause.values()) {
                all.add(new Evaluator.Request(dossier, new Ask.Terminate(month.atEndOfMonth(), cause, month.atDay(1))));
            }
        }
        return all;
    }

    private static Ask.ServiceLevel level(Dossier dossier, YearMonth month) {
        LocalDate year = Anchors.from(dossier.contract().start(), 12)
                .around(month.atEndOfMonth())
                .from();
        return RandomContracts.BY_YEAR.contains(dossier.terms())
                ? new Ask.ServiceLevel(null, year)
                : new Ask.ServiceLevel(month, null);
    }

    /** Whether some invoice bears interest on a day of which no rate is published. */
    private static boolean needsMissingRate(Dossier dossier, LocalDate on) {
        // a public buyer owes the rate of the first day throughout
        return dossier.customer().professional()
                && dossier.invoices().stream()
                        .anyMatch(invoice -> (dossier.customer().publicBuyer()
                                        ? bearing(invoice, on).limit(1)
                                        : bearing(invoice, on))
                                .anyMatch(day -> day.isAfter(LAST_RATE)));
    }

    /** The days on which something is owed and not disputed. */
    private static Stream<LocalDate> bearing(Invoice invoice, LocalDate on) {
        return invoice.due().isBefore(on)
                ? invoice.due()
                        .plusDays(1)
                        .datesUntil(on.plusDays(1))
                        .filter(day -> (invoice.disputed() == null
                                        || !invoice.disputed().covers(day))
                                && invoice.payments().stream()
                                                .filter(payment -> payment.on().isBefore(day))
                                                .map(Invoice.Payment::amount)
                                                .reduce(invoice.amount(), BigDecimal::subtract)
                                                .signum()
                                        > 0)
                : Stream.of();
    }

    /** No charge of one item for the same reason and days, and no interest or fee of one invoice, is decided twice. */
    private static void oneAnswerPerSlot(List<Decision> decisions) {
        Set<List<Object>> slots = new HashSet<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Charge charge && timed(charge)) {
                assertThat(slots.add(List.of("charge", charge.item(), charge.from(), charge.reason())))
                        .as(charge.toString())
                        .isTrue();
            } else if (decision instanceof Decision.LateInterest late) {
                assertThat(slots.add(List.of("interest", late.invoice())))
                        .as(late.toString())
                        .isTrue();
            } else if (decision instanceof Decision.RecoveryFee fee) {
                assertThat(slots.add(List.of("fee", fee.invoice())))
                        .as(fee.toString())
                        .isTrue();
            } else if (decision instanceof Decision.InvoiceTotal total) {
                assertThat(slots.add(List.of("total", total.on())))
                        .as(total.toString())
                        .isTrue();
            } else if (decision instanceof Decision.Availability) {
                assertThat(slots.add(List.of("availability"))).isTrue();
            }
        }
    }

    private static boolean timed(Decision.Charge charge) {
        return switch (charge.reason()) {
            case RECURRING, ADDED, OVERSTAY, RUN_ON -> true;
            default -> false;
        };
    }

    private static Dossier shuffled(Dossier dossier, Random chance) {
        Contract c = dossier.contract();
        List<Item> items = shuffled(c.items(), chance);
        List<Event> events = shuffled(dossier.events(), chance);
        List<Invoice> invoices = shuffled(
                dossier.invoices().stream()
                        .map(one -> new Invoice(
                                one.id(),
                                one.issued(),
                                one.due(),
                                one.amount(),
                                one.disputed(),
                                shuffled(one.payments(), chance),
                                one.claimed()))
                        .toList(),
                chance);
        Contract contract = new Contract(
                c.id(),
                c.start(),
                c.term(),
                c.paymentDays(),
                c.paymentRule(),
                c.plan(),
                c.billing(),
                c.proration(),
                c.revision(),
                c.exportModules(),
                items);
        return new Dossier(
                dossier.terms(),
                dossier.language(),
                dossier.currency(),
                dossier.statutes(),
                dossier.customer(),
                contract,
                dossier.otherContracts(),
                dossier.billed(),
                invoices,
                events);
    }

    private static <E> List<E> shuffled(List<E> all, Random chance) {
        List<E> turned = new ArrayList<>(all);
        Collections.shuffle(turned, chance);
        return turned;
    }

    /** What is decided, each decision as often as it is; the reasons in their order, the decisions in none. */
    private static Map<String, Integer> set(Dossier dossier, Ask ask) {
        Map<String, Integer> set = new HashMap<>();
        BookAnswer answer = EVALUATOR
                .decideAll(List.of(new Evaluator.Request(dossier, ask)))
                .get(0);
        if (answer.error() != null) {
            set.put(answer.error().code(), 1);
        } else {
            answer.decisions().forEach(decision -> set.merge(CanonicalJson.of(decision), 1, Integer::sum));
        }
        return set;
    }

    private static String shown(BookAnswer answer) {
        return answer.error() == null
                ? answer.decisions().stream().map(CanonicalJson::of).toList().toString()
                : answer.error().code() + " " + answer.error().getMessage();
    }
}
