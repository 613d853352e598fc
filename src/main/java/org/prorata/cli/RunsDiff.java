package org.prorata.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.prorata.access.AccessRight;
import org.prorata.decision.explain.Json;
import org.prorata.ledger.Run;
import org.prorata.store.base.Session;
import org.prorata.store.runs.RunComparison;
import org.prorata.store.runs.RunComparison.Line;
import org.prorata.store.runs.RunComparison.Pair;
import org.prorata.store.runs.RunRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prorata runs diff}: where two runs differ. */
@Command(
        name = "diff",
        description = "Compares two runs or previews line by line; exit status 0 when they are the same, 1 when not.",
        mixinStandardHelpOptions = true)
final class RunsDiff extends DatabaseCommand {

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
    int run(Session session) {
        RunRows rows = new RunRows(session);
        Run first = rows.whole(a);
        Run second = rows.whole(b);
        if (json) {
            String[] before = {""};
            out().print("{\"differences\":[");
            compare(session, first, second, pair -> {
                out().print(before[0] + Json.text(fields(pair)));
                before[0] = ",";
            });
            Map<String, Object> counts = new LinkedHashMap<>();
            counts.put("only_a", onlyA);
            counts.put("only_b", onlyB);
            counts.put("changed", changed);
            counts.put("a", fields(first, rows.sums(first)));
            counts.put("b", fields(second, rows.sums(second)));
            out().println("]," + Json.text(counts).substring(1));
        } else {
            compare(session, first, second, pair -> out().println(text(pair)));
            text(first, rows.sums(first));
            text(second, rows.sums(second));
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

    private void compare(Session session, Run first, Run second, Consumer<Pair> each) {
        new RunComparison(session).differences(first, second, pair -> {
            onlyA += pair.b() == null ? 1 : 0;
            onlyB += pair.a() == null ? 1 : 0;
            changed += pair.a() != null && pair.b() != null ? 1 : 0;
            each.accept(pair);
        });
    }

    private String text(Pair pair) {
        Line line = pair.a() == null ? pair.b() : pair.a();
        String what = line.contract() + " " + line.item() + " " + line.reason() + " from " + line.from() + ": ";
        return pair.b() == null
                ? "only in run " + a + ": " + what + text(pair.a())
                : pair.a() == null
                        ? "only in run " + b + ": " + what + text(pair.b())
                        : "changed: " + what + text(pair.a()) + " → " + text(pair.b());
    }

    private static String text(Line line) {
        return RunPrinter.money(line.amount())
                + (line.quantity() == null ? "" : " for " + line.quantity().toPlainString()) + " to " + line.to()
                + " on " + line.on();
    }

    private void text(Run run, List<RunRows.Total> sums) {
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

    private static Map<String, Object> fields(Pair pair) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Line line = pair.a() == null ? pair.b() : pair.a();
        fields.put("contract", line.contract());
        fields.put("item", line.item());
        fields.put("reason", line.reason());
        fields.put("from", line.from());
        fields.put("a", fields(pair.a()));
        fields.put("b", fields(pair.b()));
        return fields;
    }

    private static Map<String, Object> fields(Line line) {
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

    private static Map<String, Object> fields(Run run, List<RunRows.Total> sums) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", run.id());
        fields.put("title", run.title());
        Map<String, Object> byCurrency = new LinkedHashMap<>();
        for (RunRows.Total s : sums) {
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
