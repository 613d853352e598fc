package org.prorata.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.WorkbookWriter;
import org.prorata.book.workbook.Workbooks;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;

/**
 * {@code bench tables}: a workbook with a table of 500 rows is edited over and over in a process that goes on deciding. The
 * last line is the seconds from the bytes of a workbook to the first decision by its new row, the median of all.
 */
public final class TablesBench {

    private static final int DOSSIERS = 500;
    private static final int WARM_UP = 20_000;
    private static final int ACTIVATIONS = 200;
    private static final String WORKBOOK = LargeTable.SHEET.substring(0, LargeTable.SHEET.indexOf('!'));
    private static final String EDITED = "teachup";
    private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);
    /** More than this between the middle and the end, and classes of former books stay. */
    private static final long MOST_GROWTH = 4L << 20;

    private final PrintWriter out;
    private final List<Dossier> dossiers = SampleDossiers.make(DOSSIERS, 20251001L);
    private final Deciding deciding;
    private volatile RuleBook inForce;

    /** @param shipped the rules and tables that the benchmark begins with */
    public TablesBench(RuleBook shipped, PrintWriter out) {
        this.inForce = LargeTable.in(shipped);
        this.out = out;
        this.deciding = new Deciding();
    }

    /** Decides one dossier after the other and notes how long each takes. */
    private final class Deciding implements Runnable {
        private volatile boolean ended;
        private volatile int awaited;
        private volatile long seen;
        private long[] nanos = new long[1 << 20];
        private int count;

        @Override
        public void run() {
            for (int i = 0; !ended; i++) {
                long begin = System.nanoTime();
                List<Decision> decisions = inForce.evaluator().decide(dossiers.get(i % DOSSIERS), SampleDossiers.LATE);
                long end = System.nanoTime();
                note(end - begin);
                if (awaited != 0 && seen == 0 && decisions.stream().anyMatch(this::byAwaited)) {
                    seen = end;
                }
            }
        }

        private boolean byAwaited(Decision decision) {
            return decision.because().rows().stream()
                    .anyMatch(
                            row -> row.row() == awaited && LargeTable.SHEET.equals(row.workbook() + "!" + row.sheet()));
        }

        private synchronized void note(long took) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = took;
        }

        synchronized int count() {
            return count;
        }

        /** The microseconds within which 99 of 100 were decided since it was asked last. */
        synchronized double p99() {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            count = 0;
            return sorted[(int) (sorted.length * 99L / 100)] / 1e3;
        }
    }

    /** Whether former books went away with their classes. */
    public boolean run() throws InterruptedException {
        Thread thread = new Thread(deciding, "deciding");
        thread.setDaemon(true);
        thread.start();
        while (deciding.count() < WARM_UP) {
            Thread.sleep(10);
        }
        for (int i = 0; i < 10; i++) {
            activate(i);
        }
        deciding.p99();
        Thread.sleep(5_000);
        double before = deciding.p99();
        long[] took = new long[ACTIVATIONS];
        long middle = 0;
        for (int i = 0; i < ACTIVATIONS; i++) {
            took[i] = activate(10 + i);
            if (i == ACTIVATIONS / 2) {
                middle = metaspace();
            }
        }
        double during = deciding.p99();
        long end = metaspace();
        deciding.ended = true;
        thread.join();
        Arrays.sort(took);
        print(
                "%s with %d rows; each time one row is replaced, its days and its place are others",
                LargeTable.SHEET,
                inForce.source().tables().table(LargeTable.SHEET).rows().size());
        print(
                "activations %d: workbook read and checked, book made, first decision by the new row in %.2f s at least, %.2f s at most",
                ACTIVATIONS, took[0] / 1e9, took[ACTIVATIONS - 1] / 1e9);
        print(
                "p99 of a dossier decided meanwhile: %.0f µs before, %.0f µs during, %.1f times",
                before, during, during / before);
        print(
                "metaspace after activation %d and %d: %.1f MB, %.1f MB",
                ACTIVATIONS / 2, ACTIVATIONS, middle / 1048576.0, end / 1048576.0);
        print(
                "seconds-to-first-decision %s",
                BigDecimal.valueOf(took[ACTIVATIONS / 2]).movePointLeft(9).setScale(1, RoundingMode.HALF_UP));
        return end - middle <= MOST_GROWTH;
    }

    /** Puts an edited workbook in force; returns the time until a decision names the row. */
    private long activate(int number) {
        Row row = edited(number);
        byte[] workbook = workbook(row);
        deciding.seen = 0;
        deciding.awaited = row.ref().row();
        long begin = System.nanoTime();
        BookSource source = inForce.source();
        Tables read = Workbooks.read(
                WORKBOOK + ".xlsx",
                workbook,
                source.tables().all().stream().map(Table::sheet).toList());
        RuleBook next =
                inForce.with(new BookSource(source.rules(), source.tables().with(read), source.calculation()));
        if (next.version().equals(inForce.version())) {
            throw new IllegalStateException("the edited workbook is the same book");
        }
        inForce = next;
        while (deciding.seen == 0) {
            Thread.onSpinWait();
        }
        return deciding.seen - begin;
    }

    /** The row under other days, now above and now below its place. */
    private Row edited(int number) {
        Table table = inForce.source().tables().table(LargeTable.SHEET);
        int last = table.rows().stream()
                .filter(row -> !isEdited(row))
                .mapToInt(row -> row.ref().row())
                .max()
                .orElseThrow();
        Row model =
                table.rows().stream().filter(TablesBench::isEdited).findFirst().orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>(model.values());
        values.put("valid_from", FIRST_DAY.plusDays(number));
        TableRow ref = model.ref();
        return new Row(
                new TableRow(
                        ref.workbook(), ref.sheet(), last + 1 + number % 2, ref.clauses(), ref.reading(), ref.status()),
                values);
    }

    private static boolean isEdited(Row row) {
        return EDITED.equals(row.text("name"));
    }

    private byte[] workbook(Row row) {
        Tables tables = inForce.source().tables();
        List<Row> rows = new ArrayList<>(tables.table(LargeTable.SHEET).rows().stream()
                .filter(each -> !isEdited(each))
                .toList());
        rows.add(row);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            WorkbookWriter.write(
                    tables.with(new Tables(
                            List.of(new Table(tables.table(LargeTable.SHEET).sheet(), rows)))),
                    WORKBOOK,
                    bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static long metaspace() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .findFirst()
                .orElseThrow()
                .getUsed();
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
