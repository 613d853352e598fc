package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.EnglishRefusal;
import org.prorata.ledger.IssuedNumbers;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Issuing;
import org.prorata.store.invoices.NumberSeries;
import org.prorata.store.runs.RunRemoval;
import org.prorata.store.runs.Runs;

@DisplayName("Issuing")
class IssuingTest {

    @RegisterExtension
    static final TestDatabase MANY = new TestDatabase();

    @RegisterExtension
    static final TestDatabase ORDER = new TestDatabase();

    private static final LocalDate DAY = LocalDate.of(2026, 9, 15);

    private static final String MONTHLY = """
            terms: standard
            customer: {country: FR}
            contract:
              id: %s
              start: 2025-06-01
              term_months: null
              billing: {every: month, timing: advance}
              items: [{id: seats, quantity: 1, price: 10.00, per: month, from: 2025-06-01}]
            """;

    @Test
    @DisplayName("by fifty at once gives each draft one number, without a gap, all of the one day")
    void fifty() throws Exception {
        record(MANY, 20);
        PortfolioRun runs = new PortfolioRun(MANY.session());
        List<Run> made = new ArrayList<>();
        for (LocalDate month = LocalDate.of(2025, 8, 1);
                month.isBefore(LocalDate.of(2026, 9, 1));
                month = month.plusMonths(1)) {
            made.add(bill(runs, month));
        }
        Issuing issuing = new Issuing(MANY.session());
        ExecutorService issuers = Executors.newFixedThreadPool(50);
        List<Future<List<IssuedNumbers>>> issued = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Run run = made.get(i % made.size());
            issued.add(issuers.submit(() -> issuing.run(run, DAY)));
        }
        long count = 0;
        for (Future<List<IssuedNumbers>> one : issued) {
            count += one.get().stream().mapToLong(IssuedNumbers::count).sum();
        }
        issuers.shutdown();
        assertThat(count).isEqualTo(20L * made.size());
        assertThat(MANY.client()
                        .sql("select count(*) from issued")
                        .query(Long.class)
                        .single())
                .isEqualTo(count);
        assertThat(new NumberSeries(MANY.session()).wrongNumbers()).isEmpty();
        assertThat(new NumberSeries(MANY.session()).series())
                .extracting(IssuedNumbers::series)
                .containsExactly("F2026");
    }

    @Test
    @DisplayName(
            "bears the day on which it is done, in the order of invoicing days and contracts; no day before the last number")
    void order() {
        record(ORDER, 3);
        PortfolioRun runs = new PortfolioRun(ORDER.session());
        Run first = bill(runs, LocalDate.of(2026, 1, 1));
        Run second = bill(runs, LocalDate.of(2026, 2, 1));
        Issuing issuing = new Issuing(ORDER.session());
        assertThat(issuing.run(second, LocalDate.of(2026, 2, 10))).containsExactly(new IssuedNumbers("F2026", 1, 3));
        assertThatThrownBy(() -> issuing.run(first, LocalDate.of(2026, 2, 9)))
                .isInstanceOf(RunRefused.class)
                .hasMessage(
                        "the last number of F2026, F2026-000003, is of 2026-02-10; 2026-02-09 lies before it, that day or a later one is allowed");
        assertThat(issuing.run(first, LocalDate.of(2026, 2, 10))).containsExactly(new IssuedNumbers("F2026", 4, 6));
        assertThat(issuing.run(first, LocalDate.of(2026, 2, 9))).as("once").isEmpty();
        assertThat(ORDER.client().sql("""
                select number || ' ' || contract_id || ' ' || n.on_day || ' ' || i.on_day from issued n join invoice i on i.id = n.invoice
                order by number""").query(String.class).list())
                .containsExactly(
                        "1 C-000 2026-02-10 2026-02-01",
                        "2 C-001 2026-02-10 2026-02-01",
                        "3 C-002 2026-02-10 2026-02-01",
                        "4 C-000 2026-02-10 2026-01-01",
                        "5 C-001 2026-02-10 2026-01-01",
                        "6 C-002 2026-02-10 2026-01-01");
        assertThat(new NumberSeries(ORDER.session()).wrongNumbers()).isEmpty();

        Runs register = new Runs(ORDER.session());
        assertThatThrownBy(() -> issuing.run(register.named(99), DAY))
                .extracting(EnglishRefusal::english)
                .isEqualTo("there is no run 99");
        Run preview = runs.preview(window(LocalDate.of(2026, 3, 1)), TestBook.book(), Progress.NONE)
                .run();
        assertThatThrownBy(() -> issuing.run(preview, DAY))
                .hasMessage("run 3 (preview of bill 2026-03-01 to 2026-03-31) is a preview;"
                        + " only what a run made that is done and reconciled is issued");
        assertThatThrownBy(() -> new RunRemoval(ORDER.session()).abandon(second.id()))
                .hasMessage("run 2 has issued documents; what is issued is corrected by a credit note: prorata credit");

        ORDER.client()
                .sql(
                        "insert into issued (series, number, invoice, on_day, recording) select 'F2026', 9, null, '2025-12-31', 1 where false")
                .update();
        ORDER.client()
                .sql("update series set last_number = 7 where name = 'F2026'")
                .update();
        assertThat(new NumberSeries(ORDER.session()).wrongNumbers())
                .containsExactly("F2026: the series counts up to 7, its last number is 6");
    }

    private static void record(TestDatabase database, int contracts) {
        List<Dossier> dossiers = new ArrayList<>();
        for (int i = 0; i < contracts; i++) {
            byte[] text = MONTHLY.formatted("C-%03d".formatted(i)).getBytes(StandardCharsets.UTF_8);
            dossiers.add(
                    new DossierReader(TestBook.terms()).read("c.yaml", text).dossier());
        }
        new Dossiers(database.session()).record(dossiers, "test");
    }

    private static Run bill(PortfolioRun runs, LocalDate month) {
        RunResult result = runs.run(window(month), TestBook.book(), Progress.NONE);
        assertThat(result.mismatches()).isEmpty();
        return result.run();
    }

    private static Ask.Bill window(LocalDate month) {
        return new Ask.Bill(month, month.plusMonths(1).minusDays(1));
    }
}
