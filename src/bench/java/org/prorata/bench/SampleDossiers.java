package org.prorata.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.prorata.contract.Ask;
import org.prorata.contract.Billing;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.contract.Item;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.Term;

/**
 * Seeded dossiers of one realistic shape: five items of a yearly price billed by the month, one of them added inside the
 * month; two invoices, three payments, interest over two half-years.
 */
final class SampleDossiers {

    static final Ask.Bill BILL = new Ask.Bill(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31));
    static final Ask.Late LATE = new Ask.Late(LocalDate.of(2025, 12, 31));

    private SampleDossiers() {}

    static List<Dossier> make(int count, long seed) {
        Random random = new Random(seed);
        List<Dossier> dossiers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            dossiers.add(dossier(i, random));
        }
        return dossiers;
    }

    private static Dossier dossier(int number, Random random) {
        LocalDate start = LocalDate.of(2022 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28));
        List<Item> items = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            LocalDate from = k == 4 ? LocalDate.of(2025, 10, 2 + random.nextInt(28)) : start;
            items.add(new Item(
                    "item-" + k,
                    k == 0 ? Item.Kind.SUBSCRIPTION : Item.Kind.OPTION,
                    BigDecimal.valueOf(1 + random.nextInt(40)),
                    BigDecimal.valueOf(2_000 + random.nextInt(400_000), 2),
                    Item.Per.YEAR,
                    from,
                    null,
                    null));
        }
        BigDecimal first = BigDecimal.valueOf(100_000 + random.nextInt(2_000_000), 2);
        BigDecimal part = BigDecimal.valueOf(10_000 + random.nextInt(80_000), 2);
        LocalDate issued = LocalDate.of(2025, 3, 1 + random.nextInt(28));
        List<Invoice> invoices = List.of(
                new Invoice(
                        "F-1",
                        issued,
                        null,
                        first,
                        null,
                        List.of(
                                new Invoice.Payment(issued.plusDays(20 + random.nextInt(30)), part),
                                new Invoice.Payment(
                                        LocalDate.of(2025, 8, 1 + random.nextInt(28)), first.subtract(part))),
                        List.of()),
                new Invoice(
                        "F-2",
                        issued.plusMonths(2),
                        null,
                        first.add(part),
                        null,
                        List.of(new Invoice.Payment(LocalDate.of(2025, 11, 1 + random.nextInt(28)), part)),
                        List.of()));
        Contract contract = new Contract(
                "B-" + number,
                start,
                Term.OF_THE_TERMS,
                null,
                PaymentRule.NET,
                null,
                new Billing(Billing.Every.MONTH, Billing.Timing.ADVANCE, null),
                null,
                null,
                null,
                items);
        return new Dossier(
                "teachup-2022-05",
                "en",
                Currency.getInstance("EUR"),
                true,
                new Customer("C-" + number, "FR", true, "FR12345678901", false, null),
                contract,
                List.of(),
                Optional.empty(),
                invoices,
                List.of());
    }
}
