package org.prorata.bench;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.policy.Row;
import org.prorata.ledger.Progress;
import org.prorata.run.Meter;
import org.prorata.run.PortfolioRun;
import org.prorata.run.RunResult;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;

/**
 * {@code bench impact}: a portfolio decided under two rule books, one of which has a figure raised everywhere, against a preview
 * of the same month, in turn in a warm process. The last line is how many times the preview the impact took.
 */
public final class ImpactBench {

    private static final int TRIES = 4;

    /** What the other book has raised by one. */
    public enum Change {

        /** The fee for recovery, which each late payer owes. */
        FEE("late-payment!recovery-fee", "amount"),
        /** The rates of tax, which stand on each bill. */
        TAX("vat!rates", "rate_pct");

        private final String sheet;
        private final String column;

        Change(String sheet, String column) {
            this.sheet = sheet;
            this.column = column;
        }
    }

    private final Session session;
    private final RuleBook book;
    private final PrintWriter out;

    public ImpactBench(Session session, RuleBook book, PrintWriter out) {
        this.session = session;
        this.book = book;
        this.out = out;
    }

    /** Whether nothing was parked. */
    public boolean run(int contracts, long seed, Change change) {
        new Dossiers(session).record(new Portfolio(contracts, seed), "bench " + contracts + " " + seed);
        new BenchDatabase(session).settle();
        RuleBook edited = edited(change);
        int threads = Runtime.getRuntime().availableProcessors();
        long preview = Long.MAX_VALUE;
        long impact = Long.MAX_VALUE;
        long parked = 0;
        for (int i = 0; i < TRIES; i++) {
            Meter ofPreview = new Meter();
            Timed first = time(
                    () -> new PortfolioRun(session, threads, ofPreview).preview(Portfolio.MONTH, book, Progress.NONE));
            print("preview    ", first, ofPreview);
            Meter ofImpact = new Meter();
            Timed second = time(() ->
                    new PortfolioRun(session, threads, ofImpact).impact(Portfolio.MONTH, book, edited, Progress.NONE));
            print("impact     ", second, ofImpact);
            preview = Math.min(preview, first.nanos());
            impact = Math.min(impact, second.nanos());
            parked +=
                    first.result().counts().parked() + second.result().counts().parked();
        }
        out.println("ratio-to-preview "
                + BigDecimal.valueOf(impact).divide(BigDecimal.valueOf(preview), 2, RoundingMode.HALF_UP));
        out.flush();
        return parked == 0;
    }

    private record Timed(RunResult result, long nanos) {}

    private static Timed time(Supplier<RunResult> run) {
        long begin = System.nanoTime();
        RunResult result = run.get();
        return new Timed(result, System.nanoTime() - begin);
    }

    private RuleBook edited(Change change) {
        List<Table> tables = new ArrayList<>();
        for (Table table : book.source().tables().all()) {
            tables.add(
                    !table.sheet().id().equals(change.sheet)
                            ? table
                            : new Table(
                                    table.sheet(),
                                    table.rows().stream()
                                            .map(row -> {
                                                Map<String, Object> values = new LinkedHashMap<>(row.values());
                                                values.computeIfPresent(
                                                        change.column,
                                                        (column, figure) -> ((BigDecimal) figure).add(BigDecimal.ONE));
                                                return new Row(row.ref(), values);
                                            })
                                            .toList()));
        }
        return book.with(new BookSource(
                book.source().rules(), new Tables(tables), book.source().calculation()));
    }

    private void print(String name, Timed timed, Meter meter) {
        StringBuilder stages = new StringBuilder();
        for (Meter.Stage stage : Meter.Stage.values()) {
            if (meter.nanos(stage) > 0) {
                stages.append(String.format(
                        Locale.ROOT,
                        ", %s %.2f s",
                        stage.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        meter.nanos(stage) / 1e9));
            }
        }
        out.printf(
                Locale.ROOT,
                "%s%,d contracts, %,d %s, in %.2f s%s, all threads together%n",
                name,
                timed.result().counts().contracts(),
                timed.result().counts().billed(),
                timed.result().run().against() == null ? "billed" : "touched",
                timed.nanos() / 1e9,
                stages);
        out.flush();
    }
}
