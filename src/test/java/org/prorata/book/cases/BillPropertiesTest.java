package org.prorata.book.cases;

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
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.contract.Term;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;

class BillPropertiesTest {

    private static final int MONTHS = RandomContracts.MONTHS;
    private static final String SEED = "20260301";

    private static final Evaluator EVALUATOR = RuleBook.shipped().evaluator();

    @Provide
    Arbitrary<Dossier> contracts() {
        return RandomContracts.contracts();
    }

    @Provide
    Arbitrary<Dossier> yearlyPrices() {
        return RandomContracts.contracts()
                .filter(dossier -> dossier.terms().equals("standard")
                        && dossier.contract().term().kind() == Term.Kind.OPEN_ENDED
                        && dossier.contract().items().get(0).per() == Item.Per.YEAR
                        && dossier.contract().items().get(0).to() == null);
    }

    /** A line as an invoice has it; a credit is negative. */
    record Line(String item, LocalDate from, LocalDate to, BigDecimal signed, LocalDate on, ChargeReason reason) {}

    @Property(seed = SEED)
    void the_parts_of_a_year_add_up_to_the_yearly_price(@ForAll("yearlyPrices") Dossier dossier) {
        Contract contract = dossier.contract();
        Item item = contract.items().get(0);
        List<Line> lines = lines(decide(with(dossier, List.of(item), List.of()), whole(dossier)));
        int partial = lines.get(0).from().equals(contract.start())
                        && contract.billing().anchorDay() != null
                        && lines.get(0).from().getDayOfMonth()
                                != Math.min(
                                        contract.billing().anchorDay(),
                                        lines.get(0).from().lengthOfMonth())
                ? 1
                : 0;
        int parts = 12 / contract.billing().every().months();
        if (lines.size() >= partial + parts) {
            assertThat(lines.subList(partial, partial + parts).stream()
                            .map(Line::signed)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(item.price().multiply(item.quantity()));
        }
    }

    @Property(seed = SEED)
    void consecutive_windows_bill_what_one_big_window_bills(@ForAll("contracts") Dossier dossier) {
        List<Decision> big = decide(dossier, whole(dossier));
        List<Line> small = new ArrayList<>();
        for (Ask.Bill month : months(dossier)) {
            small.addAll(lines(decide(dossier, month)));
        }
        assertThat(small).containsExactlyInAnyOrderElementsOf(lines(big));
    }

    @Property(seed = SEED)
    void runs_that_know_what_was_billed_bill_what_one_big_window_bills(@ForAll("contracts") Dossier dossier) {
        List<Decision> big = decide(dossier, whole(dossier));
        List<Billed> billed = new ArrayList<>();
        List<Line> small = new ArrayList<>();
        for (Ask.Bill month : months(dossier)) {
            List<Decision> decisions = decide(dossier.withBilled(billed), month);
            assertThat(decisions).noneMatch(d -> d instanceof Decision.Charge charge && charge.catchUp());
            small.addAll(lines(decisions));
            billed.addAll(billed(decisions));
        }
        assertThat(small).containsExactlyInAnyOrderElementsOf(lines(big));
    }

    @Property(seed = SEED)
    void a_second_run_over_unchanged_facts_bills_nothing(@ForAll("contracts") Dossier dossier) {
        List<Decision> big = decide(dossier, whole(dossier));
        for (Ask.Bill window : Stream.concat(
                        Stream.of(whole(dossier)), months(dossier).subList(MONTHS - 2, MONTHS).stream())
                .toList()) {
            assertThat(lines(decide(dossier.withBilled(billed(big)), window))).isEmpty();
        }
    }

    @Property(seed = SEED)
    void however_late_facts_are_entered_what_is_billed_in_the_end_is_what_is_due(@ForAll("contracts") Dossier dossier) {
        List<Decision> big = decide(dossier, whole(dossier));
        RandomContracts late = new RandomContracts(dossier.toString().hashCode());
        Map<Event, LocalDate> entered = new java.util.IdentityHashMap<>();
        dossier.events()
                .forEach(event ->
                        entered.put(event, event.on().plusDays(late.random().nextInt(120))));
        List<Billed> billed = new ArrayList<>();
        List<Ask.Bill> months = months(dossier);
        for (Ask.Bill month : months) {
            Dossier known = with(
                    dossier,
                    dossier.contract().items(),
                    dossier.events().stream()
                            .filter(event -> !entered.get(event).isAfter(month.to()))
                            .toList());
            billed.addAll(billed(decide(known.withBilled(billed), month)));
        }
        Ask.Bill last = months.get(MONTHS - 1);
        billed.addAll(billed(decide(dossier.withBilled(billed), last)));
        assertThat(nets(billed)).isEqualTo(nets(billed(big)));
        assertThat(lines(decide(dossier.withBilled(billed), last))).isEmpty();
    }

    @Property(seed = SEED)
    void the_order_of_items_and_events_does_not_matter(@ForAll("contracts") Dossier dossier) {
        List<Decision> big = decide(dossier, whole(dossier));
        RandomContracts shuffle = new RandomContracts(7);
        List<Item> items = new ArrayList<>(dossier.contract().items());
        List<Event> events = new ArrayList<>(dossier.events());
        Collections.shuffle(items, shuffle.random());
        Collections.shuffle(events, shuffle.random());
        assertThat(lines(decide(with(dossier, items, events), whole(dossier))))
                .containsExactlyInAnyOrderElementsOf(lines(big));
    }

    @Property(seed = SEED)
    void no_line_lies_outside_the_days_of_its_item(@ForAll("contracts") Dossier dossier) {
        List<Decision> big = decide(dossier, whole(dossier));
        Map<String, Item> items = new TreeMap<>();
        dossier.contract().items().forEach(item -> items.put(item.id(), item));
        for (Line line : lines(big)) {
            Item item = items.get(line.item());
            assertThat(line.from()).as(line.toString()).isAfterOrEqualTo(item.from());
            if (item.to() != null && line.reason() != ChargeReason.OVERSTAY && line.reason() != ChargeReason.RUN_ON) {
                assertThat(line.to()).as(line.toString()).isBeforeOrEqualTo(item.to());
            }
        }
    }

    @Property(seed = SEED)
    void no_day_of_a_subscription_is_paid_twice_and_credits_never_exceed_charges(@ForAll("contracts") Dossier dossier) {
        List<Decision> big = decide(dossier, whole(dossier));
        Map<String, Map<LocalDate, Integer>> days = new TreeMap<>();
        for (Line line : lines(big)) {
            if (timed(line.reason())) {
                for (LocalDate day = line.from(); !day.isAfter(line.to()); day = day.plusDays(1)) {
                    days.computeIfAbsent(line.item(), i -> new TreeMap<>())
                            .merge(day, line.signed().signum(), Integer::sum);
                }
            }
        }
        boolean kept = big.stream()
                .anyMatch(d ->
                        d instanceof Decision.NothingDue none && none.about().equals("credit"));
        days.forEach((item, counts) -> counts.forEach(
                (day, count) -> assertThat(count).as(item + " on " + day).isBetween(0, kept ? 2 : 1)));
        nets(billed(big))
                .forEach((item, net) -> assertThat(net.signum()).as(item).isNotNegative());
    }

    @Property(seed = SEED, tries = 20)
    void a_client_for_whom_no_rate_of_tax_is_known_is_an_error_that_names_the_row(
            @ForAll("yearlyPrices") Dossier dossier) {
        Dossier abroad = new Dossier(
                dossier.terms(),
                "en",
                dossier.currency(),
                true,
                new Customer("C", "ES", false, null, false, null),
                dossier.contract(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
        assertThatThrownBy(() -> decide(abroad, whole(dossier)))
                .isInstanceOf(CannotDecide.class)
                .hasMessageContaining("vat")
                .hasMessageContaining("rates")
                .hasMessageContaining("FR")
                .hasMessageContaining("eu");
    }

    private static boolean timed(ChargeReason reason) {
        return reason != ChargeReason.USAGE && reason != ChargeReason.SERVICE;
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
        return IntStream.range(0, MONTHS)
                .mapToObj(i -> new Ask.Bill(
                        first(dossier).plusMonths(i),
                        first(dossier).plusMonths(i + 1).minusDays(1)))
                .toList();
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

    static List<Billed> billed(List<Decision> decisions) {
        return lines(decisions).stream()
                .map(line -> new Billed(
                        line.item(), line.from(), line.to(), line.signed().abs(), line.reason(), line.on()))
                .toList();
    }

    private static Map<String, BigDecimal> nets(List<Billed> billed) {
        Map<String, BigDecimal> nets = new TreeMap<>();
        billed.forEach(row ->
                nets.merge(row.item(), row.reason().credit() ? row.amount().negate() : row.amount(), BigDecimal::add));
        nets.values().removeIf(net -> net.signum() == 0);
        return nets;
    }

    private static Dossier with(Dossier dossier, List<Item> items, List<Event> events) {
        Contract c = dossier.contract();
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
                Optional.empty(),
                dossier.invoices(),
                events);
    }
}
