package org.prorata.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;
import org.prorata.engine.Answer;
import org.prorata.engine.Evaluator;
import org.prorata.engine.RuleBook;
import org.prorata.policy.Row;

/**
 * {@code bench rules}: the same dossiers through rules and through {@link PlainJava}, in turn, warm. The last line is
 * the ratio of the median times.
 */
public final class RulesBench {

    private static final int DOSSIERS = 2_000;
    private static final int WARM_UP = 25;
    private static final int ROUNDS = 21;

    private final RuleBook book;
    private final PrintWriter out;
    private final List<Dossier> dossiers = SampleDossiers.make(DOSSIERS, 20251001L);
    private final List<Evaluator.Request> requests = new ArrayList<>();
    private final PlainJava plain;
    private long sink;

    public RulesBench(RuleBook book, PrintWriter out) {
        this.book = book;
        this.out = out;
        for (Dossier dossier : dossiers) {
            requests.add(new Evaluator.Request(dossier, SampleDossiers.BILL));
            requests.add(new Evaluator.Request(dossier, SampleDossiers.LATE));
        }
        List<Row> rows = book.source().tables().table("interest-rates!legal-fr").rows();
        this.plain = new PlainJava(rows.stream().map(row -> row.date("from")).toArray(LocalDate[]::new),
                rows.stream().map(row -> row.decimal("rate_pct")).toArray(BigDecimal[]::new));
    }

    /** Runs it; fails when both ways don't come to the same amounts. */
    public void run() {
        int decisions = compare();
        for (int i = 0; i < WARM_UP; i++) {
            rules(requests);
            plain();
        }
        long[] byRules = new long[ROUNDS];
        long[] byHand = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long t0 = System.nanoTime();
            rules(requests);
            long t1 = System.nanoTime();
            plain();
            byHand[i] = System.nanoTime() - t1;
            byRules[i] = t1 - t0;
        }
        long rulesMedian = median(byRules);
        long plainMedian = median(byHand);
        print("dossiers %d, each with 5 items, 2 invoices, 3 payments: %.1f decisions with their reasons", DOSSIERS,
                decisions * 1.0 / DOSSIERS);
        print("rules         %7.2f µs a dossier   %8.0f dossiers/s on 1 thread", micros(rulesMedian), perSecond(rulesMedian));
        print("plain Java    %7.2f µs a dossier   %8.0f dossiers/s on 1 thread", micros(plainMedian), perSecond(plainMedian));
        print("rules                                %8.0f dossiers/s on 2 threads", twoThreads());
        print("rules         %7.1f KB a dossier", kilobytes(() -> rules(requests)));
        print("plain Java    %7.1f KB a dossier", kilobytes(this::plain));
        print("rule book %s, %d rule files, %d table rows", book.version(), book.source().rules().size(),
                book.source().tables().all().stream().mapToInt(t -> t.rows().size()).sum());
        print("ratio-to-plain-java %.2f", (double) rulesMedian / plainMedian);
    }

    private void rules(List<Evaluator.Request> asked) {
        for (Answer answer : book.evaluator().decideAll(asked)) {
            sink += answer.orThrow().size();
        }
    }

    private void plain() {
        for (Dossier dossier : dossiers) {
            sink += plain.work(dossier).size();
        }
    }

    private int compare() {
        int count = 0;
        for (Dossier dossier : dossiers) {
            List<String> byRules = new ArrayList<>();
            List.of(SampleDossiers.BILL, SampleDossiers.LATE).forEach(ask ->
                    book.evaluator().decide(dossier, ask).forEach(decision -> byRules.add(amount(decision))));
            List<String> byHand = new ArrayList<>();
            plain.work(dossier).forEach(result -> byHand.add(result.kind() + " " + result.amount().toPlainString()));
            count += byRules.size();
            byRules.sort(null);
            byHand.sort(null);
            if (!byRules.equals(byHand)) {
                throw new IllegalStateException("rules and plain Java disagree on " + dossier.contract().id() + ": "
                        + byRules + " against " + byHand);
            }
        }
        return count;
    }

    private static String amount(Decision decision) {
        if (decision instanceof Decision.Charge charge) {
            return "charge " + charge.amount().toPlainString();
        } else if (decision instanceof Decision.Tax tax) {
            return "tax " + tax.amount().toPlainString();
        } else if (decision instanceof Decision.InvoiceTotal total) {
            return "invoice_total " + total.gross().toPlainString();
        } else if (decision instanceof Decision.LateInterest interest) {
            return "late_interest " + interest.amount().toPlainString();
        } else if (decision instanceof Decision.RecoveryFee fee) {
            return "recovery_fee " + fee.amount().toPlainString();
        }
        return decision.toString();
    }

    private double twoThreads() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            int half = requests.size() / 2;
            long best = Long.MAX_VALUE;
            for (int i = 0; i < ROUNDS; i++) {
                long t0 = System.nanoTime();
                List<Future<?>> both = List.of(threads.submit(() -> rulesQuietly(requests.subList(0, half))),
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
        book.evaluator().decideAll(asked).forEach(Answer::orThrow);
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
