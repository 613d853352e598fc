package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.policy.Row;
import org.prorata.ledger.BilledToDate;
import org.prorata.ledger.HeldImpact;
import org.prorata.ledger.Impact;
import org.prorata.store.invoices.Claims;

class ImpactSumsTest {

    private static final Ask.Bill YEAR = new Ask.Bill(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 10, 31));

    private static final List<Dossier> DOSSIERS = TestBook.portfolio().stream()
            .map(file -> new DossierReader(TestBook.terms()).read(file).dossier())
            .toList();

    @Property(tries = 12)
    @Label(
            "whatever figures change, contracts, clauses, rows and lines each add up to the difference of the totals, to the cent")
    void sums(@ForAll long seed) {
        RuleBook edited = edited(new Random(seed));
        HeldImpact impact = new HeldImpact("old", "new", YEAR.from(), YEAR.to());
        Map<String, BilledToDate> accounts = new HashMap<>();
        Map<String, Claims.Open> open = new HashMap<>();
        DOSSIERS.forEach(dossier -> {
            accounts.put(dossier.contract().id(), BilledToDate.NONE);
            open.put(dossier.contract().id(), Claims.Open.NONE);
        });
        impact.add(
                new TwoBooks(TestBook.book(), edited, YEAR, null, true, new Meter()).compare(DOSSIERS, accounts, open),
                DOSSIERS.size());
        Map<String, BigDecimal> totals = new TreeMap<>();
        impact.summary().totals().forEach(total -> add(totals, total.currency(), total.difference()));
        assertThat(by(impact::contracts, Impact.OfContract::currency, Impact.OfContract::difference))
                .isEqualTo(totals);
        assertThat(by(impact::clauses, Impact.Group::currency, Impact.Group::difference))
                .isEqualTo(totals);
        assertThat(by(impact::rows, Impact.Group::currency, Impact.Group::difference))
                .isEqualTo(totals);
        assertThat(by(impact::lines, Impact.Line::currency, Impact.Line::difference))
                .isEqualTo(totals);
        impact.lines(line -> assertThat(line.rows()).as("%s", line).isNotEmpty());
    }

    private static <T> Map<String, BigDecimal> by(
            Consumer<Consumer<T>> each, Function<T, String> currency, Function<T, BigDecimal> amount) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        each.accept(one -> add(sums, currency.apply(one), amount.apply(one)));
        return sums;
    }

    private static void add(Map<String, BigDecimal> sums, String currency, BigDecimal amount) {
        if (amount.signum() != 0) {
            BigDecimal sum =
                    sums.getOrDefault(currency, BigDecimal.ZERO).add(amount).stripTrailingZeros();
            if (sum.signum() == 0) {
                sums.remove(currency);
            } else {
                sums.put(currency, sum);
            }
        }
    }

    /** The shipped book with some figures one up or doubled. */
    private static RuleBook edited(Random random) {
        BookSource source = TestBook.source();
        List<Table> tables = new ArrayList<>(source.tables().all());
        for (int i = 0; i < 8; ) {
            int at = random.nextInt(tables.size());
            Table table = tables.get(at);
            List<Column> figures = table.sheet().columns().stream()
                    .filter(column ->
                            column.role() == Column.ColumnRole.VALUE && column.type() == Column.CellType.DECIMAL)
                    .toList();
            if (table.rows().isEmpty() || figures.isEmpty()) {
                continue;
            }
            String column = figures.get(random.nextInt(figures.size())).name();
            List<Row> rows = new ArrayList<>(table.rows());
            for (int k = 0; k < rows.size(); k++) {
                BigDecimal value = rows.get(k).decimal(column);
                if (value != null && random.nextInt(3) == 0) {
                    Map<String, Object> values = new LinkedHashMap<>(rows.get(k).values());
                    values.put(column, value.add(BigDecimal.ONE));
                    rows.set(k, new Row(rows.get(k).ref(), values));
                }
            }
            tables.set(at, new Table(table.sheet(), rows));
            i++;
        }
        return TestBook.book().with(new BookSource(source.rules(), new Tables(tables), BookSource.CALCULATION));
    }
}
