package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.contract.Ask;
import org.prorata.dossier.DossierReader;
import org.prorata.store.Database;
import org.prorata.store.Facts;
import org.prorata.store.Parked;
import org.prorata.store.Run;
import org.prorata.store.RunRefused;
import org.prorata.store.Runs;
import org.prorata.store.TestDatabase;

class BillRunTest {

    @RegisterExtension
    static final TestDatabase UNDISTURBED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase KILLED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase BUSY = new TestDatabase();

    private static final Ask.Bill OCTOBER = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    /** Everything that was billed, whatever the numbers of the documents. */
    private static final String BILLED = """
            select i.contract_id || ' ' || i.on_day || ' ' || i.kind || ' ' || i.gross || ' ' || l.item || ' ' || l.supersession
                   || ' ' || l.decision from invoice i join invoice_line l on l.invoice = i.id order by 1""";

    @Test
    @DisplayName("the portfolio is billed once: preview, run, run again; killed in between and run again it is the same")
    void portfolio() {
        Database undisturbed = imported(UNDISTURBED);
        PortfolioRun runs = new PortfolioRun(undisturbed);
        RunResult preview = runs.preview(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(undisturbed.client().sql("select count(*) from run").query(Long.class).single()).isZero();

        RunResult run = runs.run(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(run.mismatches()).isEmpty();
        assertThat(run.counts()).isEqualTo(preview.counts());
        assertThat(run.profiles()).isEqualTo(preview.profiles());
        assertThat(run.parked()).extracting(Parked::contract).containsExactly("ST-2026-0049");
        assertThat(run.counts().contracts()).isEqualTo(210);
        assertThat(run.counts().billed()).isGreaterThan(100);

        RunResult again = runs.run(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(again.mismatches()).isEmpty();
        assertThat(again.nothingMore()).isTrue();
        assertThat(again.counts().parked()).isEqualTo(1);

        Database killed = imported(KILLED);
        assertThatThrownBy(() -> new PortfolioRun(killed, 50).run(OCTOBER, TestBook.book(), (done, parked) -> {
            if (done == 100) {
                throw new IllegalStateException("killed");
            }
        })).hasMessage("killed");
        Run interrupted = new Runs(killed).all().get(0);
        assertThat(interrupted.state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(killed.client().sql("select count(*) from invoice").query(Long.class).single()).isPositive();
        RunResult rest = new PortfolioRun(killed, 50).run(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(rest.mismatches()).isEmpty();
        assertThat(billed(killed)).isEqualTo(billed(undisturbed));

        assertReplay(undisturbed);
        assertReplay(killed);
        assertExport(undisturbed);
    }

    private static void assertReplay(Database database) {
        Replay.Summary summary = new Replay(database).all(outcome -> assertThat(outcome.verdict())
                .as("%s", outcome).isEqualTo(Replay.Verdict.SAME));
        assertThat(summary.same()).isGreaterThan(100);
    }

    private static void assertExport(Database database) {
        DossierReader reader = new DossierReader(TestBook.terms());
        Map<String, Object> told = new java.util.TreeMap<>();
        TestBook.portfolio().forEach(file -> told.put(reader.read(file).dossier().contract().id(), reader.read(file).dossier()));
        Map<String, Object> exported = new java.util.TreeMap<>();
        new Exporter(database).all((contract, yaml) ->
                exported.put(contract, reader.read(contract + ".yaml", yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8)).dossier()));
        assertThat(exported).isEqualTo(told);
        assertThat(new Exporter(database).one("TU-2024-0010")).contains("prorata:\n", "id: D-000");
    }

    @Test
    @DisplayName("a second run is told which one is under way; one that was killed is marked so by the next")
    void busy() {
        Facts facts = new Facts(BUSY.database());
        facts.record(List.of(new DossierReader(TestBook.terms()).read(TestBook.portfolio().get(0)).dossier()), "one");
        PortfolioRun runs = new PortfolioRun(BUSY.database());
        runs.run(OCTOBER, TestBook.book(), (done, parked) -> {
            assertThatThrownBy(() -> runs.run(OCTOBER, TestBook.book(), Progress.NONE)).isInstanceOf(RunRefused.class)
                    .hasMessageMatching("run 1 \\(bill 2026-10-01 to 2026-10-31\\) is under way since .*; wait until it is done");
            assertThatThrownBy(() -> runs.preview(OCTOBER, TestBook.book(), Progress.NONE)).isInstanceOf(RunRefused.class);
        });
        runs.preview(OCTOBER, TestBook.book(), (done, parked) ->
                assertThatThrownBy(() -> runs.run(OCTOBER, TestBook.book(), Progress.NONE))
                        .hasMessage("another command looks at the figures of a run; wait until it is done"));

        Runs register = new Runs(BUSY.database());
        long killed = register.open(OCTOBER, 1, TestBook.source());
        runs.run(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(register.find(killed).orElseThrow().state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(register.find(killed).orElseThrow().message()).isEqualTo("the program ended before the run did");
    }

    private static Database imported(TestDatabase database) {
        new Importer(database.database(), new DossierReader(TestBook.terms())).files(TestBook.portfolio(), "portfolio");
        return database.database();
    }

    private static List<String> billed(Database database) {
        return database.client().sql(BILLED).query(String.class).list();
    }
}
