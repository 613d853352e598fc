package org.prorata.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.prorata.store.Impact;
import org.prorata.store.RunRows;
import org.prorata.tables.RowBook;

/** Writes what another rule book would change into files: summary, contracts, clauses and rows, lines, and what fails. */
public final class ImpactFiles {

    private static final String AMOUNTS = " before:DECIMAL after:DECIMAL difference:DECIMAL";

    private ImpactFiles() {
    }

    public static void workbook(Impact impact, Path file) throws IOException {
        write(impact, new Workbook(file, RowBook.MOST_ROWS));
    }

    public static void csv(Impact impact, Path folder) throws IOException {
        write(impact, new CsvFolder(folder));
    }

    private static void write(Impact impact, Target target) throws IOException {
        try (target) {
            summary(impact.summary(), target);
            part(target, "contracts", "contract:TEXT currency:TEXT lines:WHOLE" + AMOUNTS, impact::contracts,
                    one -> row(one.contract(), one.currency(), one.lines(), one.before(), one.after(), one.difference()));
            part(target, "clauses and rows", "clauses:TEXT rows:TEXT currency:TEXT contracts:WHOLE lines:WHOLE" + AMOUNTS, impact::rows,
                    one -> row(one.clauses(), one.rows(), one.currency(), one.contracts(), one.lines(), one.before(), one.after(), one.difference()));
            part(target, "clauses", "clauses:TEXT currency:TEXT contracts:WHOLE lines:WHOLE" + AMOUNTS, impact::clauses,
                    one -> row(one.clauses(), one.currency(), one.contracts(), one.lines(), one.before(), one.after(), one.difference()));
            part(target, "lines", "contract:TEXT currency:TEXT subject:TEXT item:TEXT what:TEXT from:DAY to:DAY on:DAY" + AMOUNTS
                    + " clauses:TEXT rows:TEXT", impact::lines, one -> row(one.contract(), one.currency(), one.subject().word(), one.item(),
                            one.what(), one.from(), one.to(), one.on(), one.before(), one.after(), one.difference(), one.clauses(), one.rows()));
            part(target, "failing", "contract:TEXT subject:TEXT from:DAY to:DAY fails_under:TEXT code:TEXT message:TEXT", impact::failures,
                    one -> row(one.contract(), one.subject().word(), one.from(), one.to(), one.side().word(), one.code(), one.message()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void summary(Impact.Summary summary, Target target) throws IOException {
        target.begin("summary", columns("what:TEXT currency:TEXT" + AMOUNTS + " count:WHOLE from:DAY to:DAY"));
        target.row(row("old rule book " + summary.oldBook(), null, null, null, null, null, summary.from(), summary.to()));
        target.row(row("new rule book " + summary.newBook(), null, null, null, null, null, summary.from(), summary.to()));
        target.row(count("contracts looked at", summary.looked()));
        target.row(count("contracts touched", summary.touched()));
        target.row(count("contracts that fail under one book only", summary.onlyOne()));
        target.row(count("contracts that neither book decides", summary.undecided()));
        for (Impact.Sum sum : summary.sums()) {
            target.row(row(sum.subject().word(), sum.currency(), sum.before(), sum.after(), sum.difference(), null, null, null));
        }
        for (Impact.Sum sum : summary.totals()) {
            target.row(row("all", sum.currency(), sum.before(), sum.after(), sum.difference(), null, null, null));
            target.row(row("moved", sum.currency(), null, null, summary.moved().getOrDefault(sum.currency(), BigDecimal.ZERO), null, null, null));
        }
    }

    private static List<Object> count(String what, long count) {
        return row(what, null, null, null, null, count, null, null);
    }

    private static <T> void part(Target target, String name, String columns, Consumer<Consumer<T>> each, Function<T, List<Object>> row)
            throws IOException {
        target.begin(name, columns(columns));
        each.accept(one -> {
            try {
                target.row(row.apply(one));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<RunRows.Column> columns(String columns) {
        return Arrays.stream(columns.split(" ")).map(column -> new RunRows.Column(column.substring(0, column.indexOf(':')),
                RunRows.Kind.valueOf(column.substring(column.indexOf(':') + 1)))).toList();
    }

    private static List<Object> row(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}
