package org.prorata.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.prorata.book.workbook.RowBook;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.Impact;
import org.prorata.ledger.ResultColumn;

/**
 * Writes what another rule book would change into files: summary, contracts, clauses and rows, lines, and what fails. A workbook
 * speaks the language of its reader; files for programs have names and codes.
 */
public final class ImpactFiles {

    private static final String AMOUNTS = " before:DECIMAL after:DECIMAL difference:DECIMAL";
    private static final String WORDS = "tables.impact.";

    private final Impact impact;
    private final RowTarget target;
    private final Sentences sentences;

    /** @param sentences null: names and codes */
    private ImpactFiles(Impact impact, RowTarget target, Sentences sentences) {
        this.impact = impact;
        this.target = target;
        this.sentences = sentences;
    }

    public static void workbook(Impact impact, Path file, Sentences sentences) throws IOException {
        new ImpactFiles(impact, new Workbook(file, RowBook.MOST_ROWS), sentences).write();
    }

    public static void csv(Impact impact, Path folder) throws IOException {
        new ImpactFiles(impact, new CsvFolder(folder), null).write();
    }

    private void write() throws IOException {
        try (target) {
            summary(impact.summary());
            part(
                    "contracts",
                    "contract:TEXT currency:TEXT lines:WHOLE" + AMOUNTS,
                    impact::contracts,
                    one -> row(
                            one.contract(), one.currency(), one.lines(), one.before(), one.after(), one.difference()));
            part(
                    "clauses and rows",
                    "clauses:TEXT rows:TEXT currency:TEXT contracts:WHOLE lines:WHOLE" + AMOUNTS,
                    impact::rows,
                    one -> row(
                            one.clauses(),
                            rows(one.rows()),
                            one.currency(),
                            one.contracts(),
                            one.lines(),
                            one.before(),
                            one.after(),
                            one.difference()));
            part(
                    "clauses",
                    "clauses:TEXT currency:TEXT contracts:WHOLE lines:WHOLE" + AMOUNTS,
                    impact::clauses,
                    one -> row(
                            one.clauses(),
                            one.currency(),
                            one.contracts(),
                            one.lines(),
                            one.before(),
                            one.after(),
                            one.difference()));
            part(
                    "lines",
                    "contract:TEXT currency:TEXT subject:TEXT item:TEXT what:TEXT from:DAY to:DAY on:DAY" + AMOUNTS
                            + " clauses:TEXT rows:TEXT",
                    impact::lines,
                    one -> row(
                            one.contract(),
                            one.currency(),
                            subject(one.subject()),
                            one.item(),
                            one.what(),
                            one.from(),
                            one.to(),
                            one.on(),
                            one.before(),
                            one.after(),
                            one.difference(),
                            one.clauses(),
                            rows(one.rows())));
            part(
                    "failing",
                    "contract:TEXT subject:TEXT from:DAY to:DAY fails_under:TEXT code:TEXT message:TEXT",
                    impact::failures,
                    one -> row(
                            one.contract(),
                            subject(one.subject()),
                            one.from(),
                            one.to(),
                            side(one.side()),
                            one.code(),
                            one.message()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void summary(Impact.Summary summary) throws IOException {
        begin("summary", "what:TEXT currency:TEXT" + AMOUNTS + " count:WHOLE from:DAY to:DAY");
        target.row(row(
                book("old_book", "old rule book ", summary.oldBook()),
                null,
                null,
                null,
                null,
                null,
                summary.from(),
                summary.to()));
        target.row(row(
                book("new_book", "new rule book ", summary.newBook()),
                null,
                null,
                null,
                null,
                null,
                summary.from(),
                summary.to()));
        target.row(count(said("looked", "contracts looked at"), summary.looked()));
        target.row(count(said("touched", "contracts touched"), summary.touched()));
        target.row(count(said("only_one", "contracts that fail under one book only"), summary.onlyOne()));
        target.row(count(said("undecided", "contracts that neither book decides"), summary.undecided()));
        for (Impact.Sum sum : summary.sums()) {
            target.row(row(
                    subject(sum.subject()),
                    sum.currency(),
                    sum.before(),
                    sum.after(),
                    sum.difference(),
                    null,
                    null,
                    null));
        }
        for (Impact.Sum sum : summary.totals()) {
            target.row(row(
                    said("all", "all"), sum.currency(), sum.before(), sum.after(), sum.difference(), null, null, null));
            target.row(row(
                    said("moved", "moved"),
                    sum.currency(),
                    null,
                    null,
                    summary.moved().getOrDefault(sum.currency(), BigDecimal.ZERO),
                    null,
                    null,
                    null));
        }
    }

    private static List<Object> count(String what, long count) {
        return row(what, null, null, null, null, count, null, null);
    }

    private <T> void part(String name, String columns, Consumer<Consumer<T>> each, Function<T, List<Object>> row)
            throws IOException {
        begin(name, columns);
        each.accept(one -> {
            try {
                target.row(row.apply(one));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void begin(String name, String columns) throws IOException {
        List<ResultColumn> all = new ArrayList<>();
        for (String column : columns.split(" ")) {
            int colon = column.indexOf(':');
            all.add(new ResultColumn(
                    column.substring(0, colon), ResultColumn.Kind.valueOf(column.substring(colon + 1))));
        }
        target.begin(said("sheet." + name.replace(' ', '_'), name), all, own -> said("column." + own, own));
    }

    private String book(String key, String code, String version) {
        return sentences == null ? code + version : sentences.text(WORDS + key, version);
    }

    /** A word for people, or the code that programs read. */
    private String said(String key, String code) {
        return sentences == null ? code : sentences.text(WORDS + key);
    }

    private String subject(Impact.Subject subject) {
        return sentences == null ? subject.word() : ImpactWords.of(subject, sentences);
    }

    private String side(Impact.Side side) {
        return sentences == null ? side.word() : ImpactWords.of(side, sentences);
    }

    private String rows(String rows) {
        return sentences == null ? rows : ImpactWords.rows(rows, sentences);
    }

    private static List<Object> row(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}
