package org.prorata.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.RowSpan;
import org.prorata.book.schema.Table;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.decision.TableRow;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.policy.Row;

/**
 * {@code bench rules}: the same dossiers through rules and through {@link PlainJava}, in turn, warm. The last line is
 * the median of the rounds' ratios.
 */
public final class RulesBench {

    private static final int DOSSIERS = 2_000;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 51;
    /** Both ways take turns after so many dossiers, so that a machine that is busy for a while slows down both. */
    private static final int SLICE = 100;

    private final RuleBook book;
    private final PrintWriter out;
    private final List<Dossier> dossiers = SampleDossiers.make(DOSSIERS, 20251001L);
    private final List<Evaluator.Request> requests = new ArrayList<>();
    private final PlainJava plain;
    private long sink;

    /** @param shipped the rules and tables that the benchmark runs with, besides its {@link LargeTable} */
    public RulesBench(RuleBook shipped, PrintWriter out) {
        this.book = LargeTable.in(shipped);
        this.out = out;
        for (Dossier dossier : dossiers) {
            requests.add(new Evaluator.Request(dossier, SampleDossiers.BILL));
            requests.add(new Evaluator.Request(dossier, SampleDossiers.LATE));
        }
        this.plain = new PlainJava(known(book));
    }

    private static PlainJava.WrittenIn known(RuleBook book) {
        Table table = book.source().tables().table("interest-rates!legal-fr");
        List<Row> rates = table.rows();
        return new PlainJava.WrittenIn(
                rates.stream()
                        .map(row -> RowSpan.of(table.sheet(), row.values()).first())
                        .toArray(LocalDate[]::new),
                rates.stream().map(row -> row.decimal("rate_pct")).toArray(BigDecimal[]::new),
                rates.stream().map(Row::ref).toArray(TableRow[]::new),
                row(book, "contract-terms!term", "teachup"),
                row(book, "proration!partial", "teachup-added"),
                row(book, "vat!rates", "france"),
                row(book, "contract-terms!payment", "teachup"),
                row(book, "late-payment!interest", "teachup"),
                row(book, "late-payment!recovery-fee", "france"));
    }

    private static TableRow row(RuleBook book, String table, String name) {
        return book.source().tables().table(table).rows().stream()
                .filter(row -> name.equals(row.text("name")))
                .findFirst()
                .orElseThrow()
                .ref();
    }

    /** Runs it; fails when both ways don't come to the same amounts. */
    public void run() {
        int decisions = compare();
        for (int i = 0; i < WARM_UP; i++) {
            rules(requests);
            plain(0, DOSSIERS);
        }
        long[] byRules = new long[ROUNDS];
        long[] byHand = new long[ROUNDS];
        long[] ratios = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            for (int at = 0; at < DOSSIERS; at += SLICE) {
                long t0 = System.nanoTime();
                rules(requests.subList(2 * at, 2 * (at + SLICE)));
                long t1 = System.nanoTime();
                plain(at, at + SLICE);
                byHand[i] += System.nanoTime() - t1;
                byRules[i] += t1 - t0;
            }
            ratios[i] = byRules[i] * 1000 / byHand[i];
        }
        long rulesMedian = median(byRules);
        long plainMedian = median(byHand);
        print(
                "dossiers %d, each with 5 items, 2 invoices, 3 payments: %.1f decisions with their reasons; all rules loaded, %s with %d rows",
                DOSSIERS,
                decisions * 1.0 / DOSSIERS,
                LargeTable.SHEET,
                book.source().tables().table(LargeTable.SHEET).rows().size());
        print(
                "rules         %7.2f µs a dossier   %8.0f dossiers/s on 1 thread",
                micros(rulesMedian), perSecond(rulesMedian));
        print(
                "plain Java    %7.2f µs a dossier   %8.0f dossiers/s on 1 thread",
                micros(plainMedian), perSecond(plainMedian));
        print("rules                                %8.0f dossiers/s on 2 threads", twoThreads());
        print("rules         %7.1f KB a dossier", kilobytes(() -> rules(requests)));
        print("plain Java    %7.1f KB a dossier", kilobytes(() -> plain(0, DOSSIERS)));
        print(
                "rule book %s, %d rule files, %d table rows",
                book.version(),
                book.source().rules().size(),
                book.source().tables().all().stream()
                        .mapToInt(t -> t.rows().size())
                        .sum());
        print("ratio-to-plain-java %s", BigDecimal.valueOf(median(ratios), 3).setScale(2, RoundingMode.HALF_UP));
    }

    private void rules(List<Evaluator.Request> asked) {
        for (BookAnswer answer : book.evaluator().decideAll(asked)) {
            sink += answer.orThrow().size();
        }
    }

    private void plain(int from, int to) {
        for (int i = from; i < to; i++) {
            sink += plain.bill(dossiers.get(i)).size()
                    + plain.late(dossiers.get(i)).size();
        }
    }

    /** Both ways take the same decisions, for the same reasons with the same figures. */
    int compare() {
        int count = 0;
        for (Dossier dossier : dossiers) {
            count += same(book.evaluator().decide(dossier, SampleDossiers.BILL), plain.bill(dossier));
            count += same(book.evaluator().decide(dossier, SampleDossiers.LATE), plain.late(dossier));
        }
        return count;
    }

    private static int same(List<Decision> byRules, List<Decision> byHand) {
        List<String> rules = byRules.stream().map(RulesBench::shown).sorted().toList();
        List<String> hand = byHand.stream().map(RulesBench::shown).sorted().toList();
        if (!rules.equals(hand)) {
            throw new IllegalStateException("rules and plain Java disagree:\n" + String.join("\n", rules)
                    + "\nagainst\n" + String.join("\n", hand));
        }
        return rules.size();
    }

    /** All of a decision but the names of its rules, which plain Java has none of. */
    private static String shown(Decision decision) {
        return DecisionFields.own(decision) + " " + decision.because().rows() + " "
                + decision.because().reasons();
    }

    private double twoThreads() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            int half = requests.size() / 2;
            long best = Long.MAX_VALUE;
            for (int i = 0; i < ROUNDS; i++) {
                long t0 = System.nanoTime();
                List<Future<?>> both = List.of(
                        threads.submit(() -> rulesQuietly(requests.subList(0, half))),
                        threads.submit(() -> rulesQuietly(requests.subList(half, requests.size()))));
                for (Future<?> one : both) {
                    one.get();
                }
                best = Math.min(best, System.nanoTime() - t0);
            }
            return perSecond(best);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private void rulesQuietly(List<Evaluator.Request> asked) {
        book.evaluator().decideAll(asked).forEach(BookAnswer::orThrow);
    }

    private double kilobytes(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / 1024.0 / DOSSIERS;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double micros(long nanos) {
        return nanos / 1000.0 / DOSSIERS;
    }

    private static double perSecond(long nanos) {
        return DOSSIERS * 1e9 / nanos;
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
