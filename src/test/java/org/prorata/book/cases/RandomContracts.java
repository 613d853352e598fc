package org.prorata.book.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.prorata.contract.Billing;
import org.prorata.contract.Cause;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.contract.Item;
import org.prorata.contract.Party;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.Plan;
import org.prorata.contract.Proration;
import org.prorata.contract.Term;

/** Dossiers of every profile whose first two years lie in 2015 to 2035, the same for the same chance. */
final class RandomContracts {

    static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    static final LocalDate LAST = LocalDate.of(2035, 12, 31);
    /** Months from the contract's first one that tests look at. */
    static final int MONTHS = 26;
    /** Another seed than each property's own: {@code -Dprorata.seed}; more tries: {@code -Djqwik.tries.default}. */
    private static final long SEED = Long.getLong("prorata.seed", 0);

    static final List<String> TERMS = List.of(
            "standard", "teachup-2022-05", "connelink-2022-01", "sesame", "scalingo-2022-09", "socialdirect-2024-10");
    /** Terms that measure their service level by contract year. */
    static final List<String> BY_YEAR = List.of("connelink-2022-01");

    private final Random random;

    RandomContracts(long seed) {
        random = new Random(seed ^ SEED);
    }

    /** Contracts with what may happen to their bills. */
    static Arbitrary<Dossier> contracts() {
        return Arbitraries.randomValue(chance -> new RandomContracts(chance.nextLong()).next());
    }

    /** Contracts with invoices, payments, notices, outages and all other events too. */
    static Arbitrary<Dossier> histories() {
        return Arbitraries.randomValue(chance -> new RandomContracts(chance.nextLong()).history());
    }

    /** A contract with its items and whatever may happen to it. */
    Dossier next() {
        int days = (int) ChronoUnit.DAYS.between(FIRST, LAST.minusMonths(MONTHS));
        LocalDate start = FIRST.plusDays(random.nextInt(days));
        start = random.nextInt(4) == 0 ? start.withDayOfMonth(start.lengthOfMonth()) : start;
        String terms = pick(TERMS);
        boolean standard = terms.equals("standard");
        List<Item> items = items(start);
        Plan plan = terms.equals("sesame") ? pick(List.of(Plan.values())) : null;
        Billing billing = standard || random.nextInt(3) > 0 ? billing() : null;
        Term term = standard
                ? pick(List.of(Term.months(1), Term.months(12), Term.months(17), Term.OPEN_ENDED))
                : Term.OF_THE_TERMS;
        Contract contract = new Contract(
                "K",
                start,
                term,
                null,
                PaymentRule.NET,
                plan,
                billing,
                standard ? pick(List.of(Proration.values())) : null,
                null,
                null,
                items);
        return new Dossier(
                terms,
                "en",
                Currency.getInstance("EUR"),
                true,
                new Customer("C", terms.equals("sesame") ? "ES" : "FR", true, null, false, null),
                contract,
                List.of(),
                Optional.empty(),
                List.of(),
                random.nextInt(4) == 0 ? List.of() : events(start, items));
    }

    /** A contract of which everything is known that any question asks for. */
    Dossier history() {
        Dossier dossier = next();
        LocalDate start = dossier.contract().start();
        List<Invoice> invoices = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> invoice("F-" + i, start))
                .toList();
        List<Event> events = new ArrayList<>(dossier.events());
        RandomEvents more = new RandomEvents(this, start);
        IntStream.range(0, random.nextInt(12)).forEach(i -> events.add(more.next()));
        Customer customer = new Customer(
                "C",
                dossier.customer().country(),
                random.nextInt(5) > 0,
                null,
                random.nextInt(5) == 0,
                random.nextInt(8) == 0 ? day(start) : null);
        return new Dossier(
                dossier.terms(),
                "en",
                dossier.currency(),
                random.nextBoolean(),
                customer,
                dossier.contract(),
                List.of(),
                Optional.empty(),
                invoices,
                events);
    }

    /** A contract to which nothing happens. */
    static Dossier calm(String terms, LocalDate start) {
        Contract contract = new Contract(
                "K", start, Term.OPEN_ENDED, null, PaymentRule.NET, null, null, null, null, null, List.of());
        return new Dossier(
                terms,
                "en",
                Currency.getInstance("EUR"),
                true,
                new Customer("C", null, true, null, false, null),
                contract,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private Invoice invoice(String id, LocalDate start) {
        LocalDate issued = day(start);
        List<Invoice.Payment> payments = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            payments.add(new Invoice.Payment(
                    issued.plusDays(random.nextInt(400)), BigDecimal.valueOf(1 + random.nextInt(2_000_000), 2)));
        }
        LocalDate disputed = issued.plusDays(random.nextInt(200));
        return new Invoice(
                id,
                issued,
                issued.plusDays(random.nextInt(45)),
                BigDecimal.valueOf(1 + random.nextInt(3_000_000), 2),
                random.nextInt(4) > 0
                        ? null
                        : new Invoice.Dispute(
                                disputed, random.nextBoolean() ? null : disputed.plusDays(random.nextInt(200))),
                payments,
                List.of());
    }

    private Billing billing() {
        return new Billing(
                pick(List.of(Billing.Every.values())),
                pick(List.of(Billing.Timing.values())),
                random.nextBoolean() ? null : 1 + random.nextInt(31));
    }

    private List<Item> items(LocalDate start) {
        List<Item> items = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            LocalDate from = i == 0 || random.nextInt(3) == 0 ? start : start.plusDays(random.nextInt(500));
            LocalDate to = random.nextInt(4) == 0 ? from.plusDays(random.nextInt(500)) : null;
            Item.Kind kind = i == 0 ? Item.Kind.SUBSCRIPTION : pick(List.of(Item.Kind.values()));
            boolean timed = kind == Item.Kind.SUBSCRIPTION || kind == Item.Kind.OPTION;
            Item.Per per = timed
                    ? pick(List.of(Item.Per.MONTH, Item.Per.QUARTER, Item.Per.HALF_YEAR, Item.Per.YEAR))
                    : pick(List.of(Item.Per.UNIT, Item.Per.HOUR));
            items.add(new Item("i" + i, kind, BigDecimal.valueOf(1 + random.nextInt(9)), price(), per, from, to, null));
        }
        return items;
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(1 + random.nextInt(200_000), 2);
    }

    private List<Event> events(LocalDate start, List<Item> items) {
        List<Event> events = new ArrayList<>();
        for (Item item : items) {
            boolean timed = item.kind() == Item.Kind.SUBSCRIPTION || item.kind() == Item.Kind.OPTION;
            if (timed && random.nextInt(4) == 0) {
                events.add(new Event.PlanChange(day(item.from()), item.id(), price(), null));
            }
            if (random.nextInt(4) == 0) {
                events.add(new Event.PriceRevisionNotice(day(start), null, null, item.id(), price()));
            }
            if (item.kind() == Item.Kind.USAGE) {
                for (int i = random.nextInt(9); i > 0; i--) {
                    events.add(new Event.Usage(
                            day(item.from()),
                            item.id(),
                            BigDecimal.valueOf(1 + random.nextInt(40), 1),
                            pick(List.of(Event.UsageStatus.values()))));
                }
            }
        }
        if (random.nextInt(3) == 0) {
            LocalDate told = day(start);
            events.add(new Event.TerminationNotice(
                    told,
                    null,
                    null,
                    pick(List.of(Party.CLIENT, Party.PROVIDER)),
                    pick(List.of(Cause.values())),
                    told.plusDays(random.nextInt(200) - 30)));
        }
        if (random.nextInt(4) == 0) {
            events.add(new Event.UseAfterEnd(day(start).plusDays(300)));
        }
        if (random.nextInt(6) == 0) {
            LocalDate asked = day(start);
            events.add(new Event.ReversibilityRequest(asked, null, Event.Channel.REGISTERED_LETTER, null, List.of()));
            events.add(new Event.ReversibilityAccepted(asked.plusDays(random.nextInt(400))));
        }
        return events;
    }

    /** A day in the months after another one. */
    LocalDate day(LocalDate from) {
        return from.plusDays(1 + random.nextInt(600));
    }

    /** One of the values. */
    <E> E pick(List<E> values) {
        return values.get(random.nextInt(values.size()));
    }

    Random random() {
        return random;
    }
}
