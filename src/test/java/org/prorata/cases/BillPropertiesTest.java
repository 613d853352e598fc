package org.prorata.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.Billing;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.engine.Answer;
import org.prorata.engine.Evaluator;
import org.prorata.engine.RuleBook;

class BillPropertiesTest {

    private static final int CONTRACTS = Integer.getInteger("prorata.properties", 200);
    private static final int MONTHS = 26;

    private static final Evaluator EVALUATOR = RuleBook.shipped().evaluator();

    private final List<Dossier> dossiers = dossiers(Long.getLong("prorata.seed", 20260301));

    private static List<Dossier> dossiers(long seed) {
        RandomContracts contracts = new RandomContracts(seed);
        return IntStream.range(0, CONTRACTS).mapToObj(i -> contracts.next()).toList();
    }

    /** A line as an invoice has it; a credit is negative. */
    record Line(String item, LocalDate from, LocalDate to, BigDecimal signed, LocalDate on, ChargeReason reason) {
    }

    @Test
    void the_parts_of_a_year_add_up_to_the_yearly_price() {
        for (Dossier dossier : dossiers) {
            Contract contract = dossier.contract();
            Billing.Every every = contract.billing() == null ? null : contract.billing().every();
            Item item = contract.items().get(0);
            if (every == null || item.per() != Item.Per.YEAR || item.to() != null || !dossier.terms().equals("standard")
                    || contract.term().kind() != org.prorata.contract.Term.Kind.OPEN_ENDED) {
                continue;
            }
            Dossier calm = with(dossier, List.of(item), List.of());
            List<Line> lines = lines(decide(calm, whole(dossier)));
            int partial = lines.get(0).from().equals(contract.start()) && contract.billing().anchorDay() != null
                    && lines.get(0).from().getDayOfMonth() != Math.min(contract.billing().anchorDay(),
                    lines.get(0).from().lengthOfMonth()) ? 1 : 0;
            int parts = 12 / every.months();
            if (lines.size() >= partial + parts) {
                assertThat(lines.subList(partial, partial + parts).stream().map(Line::signed).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as(contract.toString()).isEqualByComparingTo(item.price().multiply(item.quantity()));
            }
        }
    }

    @Test
    void consecutive_windows_bill_what_one_big_window_bills() {
        each(dossiers, (dossier, big) -> {
            List<Line> small = new ArrayList<>();
            for (Ask.Bill month : months(dossier)) {
                small.addAll(lines(decide(dossier, month)));
            }
            assertThat(small).as(dossier.toString()).containsExactlyInAnyOrderElementsOf(lines(big));
        });
    }

    @Test
    void runs_that_know_what_was_billed_bill_what_one_big_window_bills() {
        each(dossiers, (dossier, big) -> {
            List<Billed> billed = new ArrayList<>();
            List<Line> small = new ArrayList<>();
            for (Ask.Bill month : months(dossier)) {
                List<Decision> decisions = decide(dossier.withBilled(billed), month);
                assertThat(decisions).as(dossier.toString()).noneMatch(d -> d instanceof Decision.Charge charge && charge.catchUp());
                small.addAll(lines(decisions));
                billed.addAll(billed(decisions));
            }
            assertThat(small).as(dossier.toString()).containsExactlyInAnyOrderElementsOf(lines(big));
        });
    }

    @Test
    void a_second_run_over_unchanged_facts_bills_nothing() {
        each(dossiers, (dossier, big) -> {
            for (Ask.Bill window : Stream.concat(Stream.of(whole(dossier)),
                    months(dossier).subList(MONTHS - 2, MONTHS).stream()).toList()) {
                assertThat(lines(decide(dossier.withBilled(billed(big)), window))).as(dossier + " " + window).isEmpty();
            }
        });
    }

    @Test
    void however_late_facts_are_entered_what_is_billed_in_the_end_is_what_is_due() {
        each(dossiers, (dossier, big) -> {
            RandomContracts late = new RandomContracts(dossier.hashCode());
            Map<Event, LocalDate> entered = new java.util.IdentityHashMap<>();
            dossier.events().forEach(event -> entered.put(event, event.on().plusDays(late.random().nextInt(120))));
            List<Billed> billed = new ArrayList<>();
            List<Ask.Bill> months = months(dossier);
            for (Ask.Bill month : months) {
                Dossier known = with(dossier, dossier.contract().items(), dossier.events().stream()
                        .filter(event -> !entered.get(event).isAfter(month.to())).toList());
                billed.addAll(billed(decide(known.withBilled(billed), month)));
            }
            Ask.Bill last = months.get(MONTHS - 1);
            billed.addAll(billed(decide(dossier.withBilled(billed), last)));
            assertThat(nets(billed)).as(dossier.toString()).isEqualTo(nets(billed(big)));
            assertThat(lines(decide(dossier.withBilled(billed), last))).as(dossier.toString()).isEmpty();
        });
    }

    @Test
    void the_order_of_items_and_events_does_not_matter() {
        each(dossiers, (dossier, big) -> {
            RandomContracts shuffle = new RandomContracts(7);
            List<Item> items = new ArrayList<>(dossier.contract().items());
            List<Event> events = new ArrayList<>(dossier.events());
            Collections.shuffle(items, shuffle.random());
            Collections.shuffle(events, shuffle.random());
            assertThat(lines(decide(with(dossier, items, events), whole(dossier)))).as(dossier.toString())
                    .containsExactlyInAnyOrderElementsOf(lines(big));
        });
    }

    @Test
    void no_line_lies_outside_the_days_of_its_item() {
        each(dossiers, (dossier, big) -> {
            Map<String, Item> items = new TreeMap<>();
            dossier.contract().items().forEach(item -> items.put(item.id(), item));
            for (Line line : lines(big)) {
                Item item = items.get(line.item());
                assertThat(line.from()).as(line + " " + dossier).isAfterOrEqualTo(item.from());
                if (item.to() != null && line.reason() != ChargeReason.OVERSTAY && line.reason() != ChargeReason.RUN_ON) {
                    assertThat(line.to()).as(line + " " + dossier).isBeforeOrEqualTo(item.to());
                }
            }
        });
    }

    @Test
    void no_day_of_a_subscription_is_paid_twice_and_credits_never_exceed_charges() {
        each(dossiers, (dossier, big) -> {
            Map<String, Map<LocalDate, Integer>> days = new TreeMap<>();
            for (Line line : lines(big)) {
                if (timed(line.reason())) {
                    for (LocalDate day = line.from(); !day.isAfter(line.to()); day = day.plusDays(1)) {
                        days.computeIfAbsent(line.item(), i -> new TreeMap<>()).merge(day, line.signed().signum(), Integer::sum);
                    }
                }
            }
            boolean kept = big.stream().anyMatch(d -> d instanceof Decision.NothingDue none && none.about().equals("credit"));
            days.forEach((item, counts) -> counts.forEach((day, count) ->
                    assertThat(count).as(item + " on " + day + " " + dossier).isBetween(0, kept ? 2 : 1)));
            nets(billed(big)).forEach((item, net) -> assertThat(net.signum()).as(item + " " + dossier).isNotNegative());
        });
    }

    @Test
    void a_client_for_whom_no_rate_of_tax_is_known_is_an_error_that_names_the_row() {
        Dossier dossier = dossiers.stream().filter(d -> d.terms().equals("standard")
                && !lines(decide(d, whole(d))).isEmpty()).findFirst().orElseThrow();
        Dossier abroad = new Dossier(dossier.terms(), "en", dossier.currency(), true,
                new Customer("C", "ES", false, null, false, null), dossier.contract(), List.of(), Optional.empty(), List.of(),
                dossier.events());
        assertThatThrownBy(() -> decide(abroad, whole(dossier))).isInstanceOf(CannotDecide.class)
                .hasMessageContaining("vat").hasMessageContaining("rates").hasMessageContaining("FR").hasMessageContaining("eu");
    }

    @Test
    void a_batch_decides_like_single_dossiers_and_the_same_when_repeated() {
        List<Evaluator.Request> requests = dossiers.stream().map(d -> new Evaluator.Request(d, whole(d))).toList();
        List<List<Decision>> together = EVALUATOR.decideAll(requests).stream().map(Answer::orThrow).toList();
        List<List<Decision>> apart = requests.stream().map(r -> EVALUATOR.decide(r.dossier(), r.ask())).toList();
        assertThat(together).isEqualTo(apart);
        assertThat(EVALUATOR.decideAll(requests).stream().map(Answer::orThrow).toList()).isEqualTo(together);
    }

    private static boolean timed(ChargeReason reason) {
        return reason != ChargeReason.USAGE && reason != ChargeReason.SERVICE;
    }

    private static void each(List<Dossier> dossiers, java.util.function.BiConsumer<Dossier, List<Decision>> check) {
        List<Answer> answers = EVALUATOR.decideAll(dossiers.stream().map(d -> new Evaluator.Request(d, whole(d))).toList());
        for (int i = 0; i < dossiers.size(); i++) {
            check.accept(dossiers.get(i), answers.get(i).orThrow());
        }
    }

    private static List<Decision> decide(Dossier dossier, Ask ask) {
        return EVALUATOR.decide(dossier, ask);
    }

    private static LocalDate first(Dossier dossier) {
        return dossier.contract().start().withDayOfMonth(1);
    }

    private static Ask.Bill whole(Dossier dossier) {
        return new Ask.Bill(first(dossier), first(dossier).plusMonths(MONTHS).minusDays(1));
    }

    private static List<Ask.Bill> months(Dossier dossier) {
        return IntStream.range(0, MONTHS).mapToObj(i -> new Ask.Bill(first(dossier).plusMonths(i),
                first(dossier).plusMonths(i + 1).minusDays(1))).toList();
    }

    private static List<Line> lines(List<Decision> decisions) {
        List<Line> lines = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Charge c) {
                lines.add(new Line(c.item(), c.from(), c.to(), c.amount(), c.on(), c.reason()));
            } else if (decision instanceof Decision.Credit c) {
                lines.add(new Line(c.item(), c.from(), c.to(), c.amount().negate(), c.on(), c.reason()));
            }
        }
        return lines;
    }

    private static List<Billed> billed(List<Decision> decisions) {
        return lines(decisions).stream().map(line -> new Billed(line.item(), line.from(), line.to(), line.signed().abs(),
                line.reason(), line.on())).toList();
    }

    private static Map<String, BigDecimal> nets(List<Billed> billed) {
        Map<String, BigDecimal> nets = new TreeMap<>();
        billed.forEach(row -> nets.merge(row.item(), row.reason().credit() ? row.amount().negate() : row.amount(), BigDecimal::add));
        nets.values().removeIf(net -> net.signum() == 0);
        return nets;
    }

    private static Dossier with(Dossier dossier, List<Item> items, List<Event> events) {
        Contract c = dossier.contract();
        Contract contract = new Contract(c.id(), c.start(), c.term(), c.paymentDays(), c.paymentRule(), c.plan(), c.billing(),
                c.proration(), c.revision(), c.exportModules(), items);
        return new Dossier(dossier.terms(), dossier.language(), dossier.currency(), dossier.statutes(), dossier.customer(),
                contract, dossier.otherContracts(), Optional.empty(), dossier.invoices(), events);
    }
}
