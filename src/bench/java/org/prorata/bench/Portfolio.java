package org.prorata.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.Billing;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Invoice;
import org.prorata.contract.Item;
import org.prorata.contract.PaymentRule;

/**
 * Seeded dossiers of contracts under all profiles, taken over within the last quarter: what was invoiced since is stated,
 * so that the month to bill brings one period of each item and what was used. A contract is made from the seed and its
 * number alone.
 */
final class Portfolio implements Iterable<Dossier> {

    static final Ask.Bill MONTH = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int MONTHS_TAKEN_OVER = 3;
    private static final int LAST_SAFE_DAY = 28;
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);

    /** A country that no table knows, so that its client's tax cannot be decided. */
    private static final String NO_COUNTRY = "XX";

    private final int count;
    private final long seed;
    private final int broken;

    Portfolio(int count, long seed) {
        this(count, seed, 0);
    }

    /** @param broken each of so many contracts cannot be billed; none when 0 */
    Portfolio(int count, long seed, int broken) {
        this.count = count;
        this.seed = seed;
        this.broken = broken;
    }

    @Override
    public Iterator<Dossier> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public Dossier next() {
                if (next == count) {
                    throw new NoSuchElementException();
                }
                return dossier(next++);
            }
        };
    }

    private Dossier dossier(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        // the first few numbers of neighbouring seeds resemble each other
        random.nextLong();
        PortfolioShape shape = PortfolioShape.of(random.nextInt(100));
        // hardly any contract starts on the last days of a month; those that do not are never shortened
        LocalDate start =
                MONTH.from().minusMonths(random.nextInt(MONTHS_TAKEN_OVER + 1)).plusDays(random.nextInt(LAST_SAFE_DAY));
        if (shape.timing() == Billing.Timing.ARREARS && !start.isBefore(MONTH.from())) {
            start = start.minusMonths(1);
        }
        List<Item> items = items(shape, start, random);
        Contract contract = new Contract(
                "K%08d".formatted(number),
                start,
                shape.term(),
                null,
                PaymentRule.NET,
                shape.plan(),
                shape.billing(),
                shape.proration(),
                null,
                null,
                items);
        List<Invoice> invoices = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            invoices.add(invoice(number, i, random));
        }
        return new Dossier(
                shape.terms(),
                number % 10 == 0 ? "en" : "fr",
                EUR,
                true,
                customer(number, shape, random),
                contract,
                List.of(),
                Optional.of(billed(shape, start, items)),
                invoices,
                events(start, items, random));
    }

    private Customer customer(int number, PortfolioShape shape, Random random) {
        String usual = shape.country() == null ? random.nextInt(10) == 0 ? "BE" : "FR" : shape.country();
        String country = broken > 0 && number % broken == 0 ? NO_COUNTRY : usual;
        return new Customer("C%08d".formatted(number), country, true, country + "%011d".formatted(number), false, null);
    }

    private static List<Item> items(PortfolioShape shape, LocalDate start, Random random) {
        List<Item> items = new ArrayList<>();
        int time = shape.items() == 0 ? 0 : shape.items() - 1 + random.nextInt(3);
        for (int i = 0; i < time; i++) {
            BigDecimal price = shape.per() == Item.Per.YEAR
                    ? BigDecimal.valueOf(100 + random.nextInt(3_000))
                            .multiply(YEAR)
                            .setScale(2)
                    : BigDecimal.valueOf(190 + random.nextInt(20_000), 2);
            items.add(new Item(
                    PortfolioShape.NAMES.get(i),
                    i == 0 ? Item.Kind.SUBSCRIPTION : Item.Kind.OPTION,
                    BigDecimal.valueOf(1 + random.nextInt(40)),
                    price,
                    shape.per(),
                    start,
                    null,
                    null));
        }
        for (int i = 0; i < shape.measured(); i++) {
            items.add(new Item(
                    PortfolioShape.MEASURES.get(i),
                    Item.Kind.USAGE,
                    BigDecimal.ONE,
                    BigDecimal.valueOf(12 + random.nextInt(5_000), 2),
                    Item.Per.UNIT,
                    start,
                    null,
                    null));
        }
        return items;
    }

    /** The lines of the periods that fell due before the month. */
    private static List<Billed> billed(PortfolioShape shape, LocalDate start, List<Item> items) {
        List<Billed> billed = new ArrayList<>();
        for (int k = 0; k < MONTHS_TAKEN_OVER + 1; k += shape.months()) {
            LocalDate from = start.plusMonths(k);
            LocalDate next = start.plusMonths(k + shape.months());
            LocalDate on = shape.timing() == Billing.Timing.ADVANCE ? from : next;
            if (on.isBefore(MONTH.from())) {
                items.stream()
                        .filter(Item::recurring)
                        .forEach(item -> billed.add(new Billed(
                                item.id(),
                                from,
                                next.minusDays(1),
                                amount(item, shape.months()),
                                ChargeReason.RECURRING,
                                on)));
            }
        }
        return billed;
    }

    private static BigDecimal amount(Item item, int months) {
        return item.quantity()
                .multiply(item.price())
                .multiply(BigDecimal.valueOf(months))
                .divide(
                        BigDecimal.valueOf(item.per().months()),
                        EUR.getDefaultFractionDigits(),
                        RoundingMode.UNNECESSARY);
    }

    /** Use in the last period that ends before or in the month to bill. */
    private static List<Event> events(LocalDate start, List<Item> items, Random random) {
        List<Event> events = new ArrayList<>();
        LocalDate last = start;
        while (last.plusMonths(1).isBefore(MONTH.from())) {
            last = last.plusMonths(1);
        }
        for (Item item : items) {
            if (item.kind() == Item.Kind.USAGE) {
                for (int i = 0; i <= random.nextInt(3); i++) {
                    events.add(new Event.Usage(
                            last.plusDays(random.nextInt(LAST_SAFE_DAY)),
                            item.id(),
                            BigDecimal.valueOf(1 + random.nextInt(900)),
                            Event.UsageStatus.HELD));
                }
            }
        }
        return events;
    }

    private static Invoice invoice(int number, int index, Random random) {
        LocalDate issued = MONTH.from().minusMonths(2).plusDays(random.nextInt(50));
        BigDecimal amount = BigDecimal.valueOf(10_000 + random.nextInt(2_000_000), 2);
        BigDecimal part = amount.multiply(BigDecimal.valueOf(1 + random.nextInt(9)))
                .movePointLeft(1)
                .setScale(2, RoundingMode.DOWN);
        return new Invoice(
                "F%08d-%d".formatted(number, index),
                issued,
                issued.plusDays(30),
                amount,
                null,
                List.of(new Invoice.Payment(issued.plusDays(10 + random.nextInt(40)), part)),
                List.of());
    }
}
