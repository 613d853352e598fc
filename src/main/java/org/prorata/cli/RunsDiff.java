package org.prorata.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.app.Application;
import org.prorata.app.ComparingRuns;
import org.prorata.decision.explain.Json;
import org.prorata.ledger.ComparedLine;
import org.prorata.ledger.ComparedLines;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunTotal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata runs diff}: where two runs differ. */
@Command(
        name = "diff",
        description = "Compares two runs or previews line by line; exit status 0 when they are the same, 1 when not.",
        mixinStandardHelpOptions = true)
final class RunsDiff extends UseCaseCommand {

    @Parameters(index = "0", paramLabel = "A", description = "The number of a run or preview.")
    private long a;

    @Parameters(index = "1", paramLabel = "B", description = "The number of another one.")
    private long b;

    @Option(names = "--json", description = "As JSON, one object.")
    private boolean json;

    private long onlyA;
    private long onlyB;
    private long changed;

    @Override
    AccessRight right() {
        return AccessRight.READ;
    }

    @Override
    int run(Application application, Caller caller) {
        ComparingRuns comparing = new ComparingRuns(application);
        if (json) {
            String[] before = {"{\"differences\":["};
            ComparingRuns.TwoRuns runs = comparing.compare(caller, a, b, pair -> {
                count(pair);
                out().print(before[0] + Json.text(fields(pair)));
                before[0] = ",";
            });
            if (same()) {
                out().print(before[0]);
            }
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("only_a", onlyA);
            counts.put("only_b", onlyB);
            counts.put("changed", changed);
            counts.put("a", fields(runs.a()));
            counts.put("b", fields(runs.b()));
            out().println("]," + Json.text(counts).substring(1));
        } else {
            ComparingRuns.TwoRuns runs = comparing.compare(caller, a, b, pair -> {
                count(pair);
                out().println(text(pair));
            });
            text(runs.a());
            text(runs.b());
            out().println(
                            same()
                                    ? "The same, line by line."
                                    : onlyA + " only in run " + a + ", " + onlyB + " only in run " + b + ", " + changed
                                            + " changed");
        }
        return same() ? Status.DONE : Status.FAILING;
    }

    private boolean same() {
        return onlyA + onlyB + changed == 0;
    }

    private void count(ComparedLines pair) {
        onlyA += pair.b() == null ? 1 : 0;
        onlyB += pair.a() == null ? 1 : 0;
        changed += pair.a() != null && pair.b() != null ? 1 : 0;
    }

    private String text(ComparedLines pair) {
        ComparedLine line = pair.a() == null ? pair.b() : pair.a();
        String what = line.contract() + " " + line.item() + " " + line.reason() + " from " + line.from() + ": ";
        return pair.b() == null
                ? "only in run " + a + ": " + what + text(pair.a())
                : pair.a() == null
                        ? "only in run " + b + ": " + what + text(pair.b())
                        : "changed: " + what + text(pair.a()) + " → " + text(pair.b());
    }

    private static String text(ComparedLine line) {
        return RunPrinter.money(line.amount())
                + (line.quantity() == null ? "" : " for " + line.quantity().toPlainString()) + " to " + line.to()
                + " on " + line.on();
    }

    private void text(ComparingRuns.SummedRun summed) {
        Run run = summed.run();
        List<RunTotal> sums = summed.totals();
        out().println("Run " + run.id() + ", " + run.title() + ": "
                + (sums.isEmpty()
                        ? "no documents"
                        : ""
                                + String.join(
                                        "; ",
                                        sums.stream()
                                                .map(s -> s.documents() + " documents, " + s.lines() + " lines, net "
                                                        + RunPrinter.money(s.net()) + ", tax "
                                                        + RunPrinter.money(s.tax()) + ", gross "
                                                        + RunPrinter.money(s.gross()) + " " + s.currency())
                                                .toList())));
    }

    private static Map<String, Object> fields(ComparedLines pair) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ComparedLine line = pair.a() == null ? pair.b() : pair.a();
        fields.put("contract", line.contract());
        fields.put("item", line.item());
        fields.put("reason", line.reason());
        fields.put("from", line.from());
        fields.put("a", fields(pair.a()));
        fields.put("b", fields(pair.b()));
        return fields;
    }

    private static Map<String, Object> fields(ComparedLine line) {
        if (line == null) {
            return null;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("to", line.to());
        fields.put("on", line.on());
        fields.put("quantity", line.quantity());
        fields.put("amount", line.amount());
        return fields;
    }

    private static Map<String, Object> fields(ComparingRuns.SummedRun summed) {
        Run run = summed.run();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", run.id());
        fields.put("title", run.title());
        Map<String, Object> byCurrency = new LinkedHashMap<>();
        for (RunTotal s : summed.totals()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("documents", s.documents());
            one.put("lines", s.lines());
            one.put("net", s.net());
            one.put("tax", s.tax());
            one.put("gross", s.gross());
            byCurrency.put(s.currency(), one);
        }
        fields.put("totals", byCurrency);
        return fields;
    }
}
