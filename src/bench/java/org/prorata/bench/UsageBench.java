package org.prorata.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prorata.app.intake.Feed;
import org.prorata.app.intake.Incoming;
import org.prorata.app.intake.Received;
import org.prorata.contract.Billing;
import org.prorata.contract.Contract;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.Item;
import org.prorata.contract.PaymentRule;
import org.prorata.contract.Term;
import org.prorata.store.base.Database;
import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;

/**
 * How many rows of usage a second are checked and stored: one file over many contracts into an embedded database with
 * durable settings, against a bare COPY of the same file. Making contracts and file is not counted.
 */
public final class UsageBench {

    private static final int CONTRACTS = 2_000;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 365;
    private static final long SEED = 7;

    private final long rows;
    private final PrintWriter out;

    public UsageBench(long rows, PrintWriter out) {
        this.rows = rows;
        this.out = out;
    }

    /** Runs the benchmark; its last line is {@code usage-rows-per-second} and the figure. */
    public void run() {
        try {
            Path folder = Files.createTempDirectory("prorata-bench");
            try (Database database = Database.own(new DatabaseSettings.Embedded(folder.resolve("data")))) {
                run(BenchDatabase.session(database), folder.resolve("usage.csv"));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Session session, Path file) throws IOException {
        new Dossiers(session)
                .record(
                        IntStream.range(0, CONTRACTS)
                                .mapToObj(UsageBench::dossier)
                                .toList(),
                        "bench");
        write(file);
        long[] bare = new long[2];
        BareCopy.usage(session, file, () -> bare[0] = System.nanoTime(), () -> bare[1] = System.nanoTime());
        long floor = rate(bare[1] - bare[0]);
        say("bare COPY into a table with a primary key: %,d rows, %,d rows/s", floor);
        long start = System.nanoTime();
        Received received = new Incoming(session, Feed.USAGE, START.plusDays(DAYS)).receive(file, null);
        long rate = rate(System.nanoTime() - start);
        if (received.stored() != rows) {
            throw new IllegalStateException("not all rows are stored: " + received);
        }
        say("usage import, checked and stored once: %,d rows, %,d rows/s", rate);
        start = System.nanoTime();
        Received again = new Incoming(session, Feed.USAGE, START.plusDays(DAYS)).receive(file, null);
        if (again.known() != rows) {
            throw new IllegalStateException("not all rows are known again: " + again);
        }
        say("the same file again, all known: %,d rows, %,d rows/s", rate(System.nanoTime() - start));
        out.println("ratio-to-bare-copy "
                + BigDecimal.valueOf(floor).divide(BigDecimal.valueOf(rate), 2, java.math.RoundingMode.HALF_UP));
        out.println("usage-rows-per-second " + rate);
    }

    private void say(String text, long rate) {
        out.println(String.format(Locale.ROOT, text, rows, rate));
        out.flush();
    }

    private long rate(long nanos) {
        return BigDecimal.valueOf(rows)
                .multiply(BigDecimal.valueOf(1_000_000_000))
                .divide(BigDecimal.valueOf(nanos), 0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Dossier dossier(int number) {
        List<Item> items = List.of(
                item("platform", Item.Kind.SUBSCRIPTION, Item.Per.MONTH),
                item("consultations", Item.Kind.USAGE, Item.Per.UNIT),
                item("hours", Item.Kind.USAGE, Item.Per.HOUR));
        return new Dossier(
                "standard",
                "en",
                Currency.getInstance("EUR"),
                true,
                Customer.UNNAMED,
                new Contract(
                        contract(number),
                        START,
                        Term.OPEN_ENDED,
                        null,
                        PaymentRule.NET,
                        null,
                        new Billing(Billing.Every.MONTH, Billing.Timing.ARREARS, null),
                        null,
                        null,
                        null,
                        items),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Item item(String id, Item.Kind kind, Item.Per per) {
        return new Item(id, kind, BigDecimal.ONE, BigDecimal.TEN, per, START, null, null);
    }

    private static String contract(int number) {
        return String.format(Locale.ROOT, "U-%05d", number);
    }

    private void write(Path file) throws IOException {
        Random random = new Random(SEED);
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("id,contract,item,on,quantity,status\n");
            for (long row = 0; row < rows; row++) {
                csv.write("C-" + row + ',' + contract(random.nextInt(CONTRACTS)) + ','
                        + (random.nextBoolean() ? "consultations" : "hours") + ','
                        + START.plusDays(random.nextInt(DAYS)) + ','
                        + (1 + random.nextInt(9)) + '.' + random.nextInt(10) + ','
                        + (random.nextInt(10) == 0 ? "cancelled_late" : "held") + '\n');
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
