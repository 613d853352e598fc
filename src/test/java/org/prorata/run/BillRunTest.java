package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.app.Exporter;
import org.prorata.app.Replay;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.contract.Customer;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.ledger.Parked;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.runs.RunRemoval;
import org.prorata.store.runs.Runs;

class BillRunTest {

    @RegisterExtension
    static final TestDatabase UNDISTURBED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase KILLED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase BUSY = new TestDatabase();

    @RegisterExtension
    static final TestDatabase ABANDONED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase RETRIED = new TestDatabase();

    private static final Ask.Bill OCTOBER = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    private static final PortfolioRun.RunShape SMALL = new PortfolioRun.RunShape(2, 10, 50);

    /** Everything that was billed, whatever the numbers of the documents. */
    private static final String BILLED = """
            select i.contract_id || ' ' || i.on_day || ' ' || i.kind || ' ' || i.gross || ' ' || l.item || ' ' || l.supersession
                   || ' ' || l.decision from invoice i join invoice_line l on l.invoice = i.id order by 1""";

    @Test
    @DisplayName(
            "the portfolio is billed once: preview, run, run again; killed in between and run again it is the same")
    void portfolio() {
        Session undisturbed = imported(UNDISTURBED);
        PortfolioRun runs = new PortfolioRun(undisturbed);
        RunResult preview = runs.preview(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(undisturbed
                        .client()
                        .sql("select count(*) from invoice")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(undisturbed
                        .client()
                        .sql("select count(*) from opening")
                        .query(Long.class)
                        .single())
                .isZero();

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

        Session killed = imported(KILLED);
        AtomicInteger chunks = new AtomicInteger();
        assertThatThrownBy(() -> new PortfolioRun(killed, SMALL, (done, parked, all) -> {
                            if (chunks.incrementAndGet() == 4) {
                                throw new IllegalStateException("killed");
                            }
                        })
                        .run(OCTOBER, TestBook.book(), Progress.NONE))
                .hasMessage("killed");
        Run interrupted = new Runs(killed).all().get(0);
        assertThat(interrupted.state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(killed.client()
                        .sql("select count(*) from invoice")
                        .query(Long.class)
                        .single())
                .isPositive();
        RunResult rest = new PortfolioRun(killed, SMALL, Progress.NONE).run(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(rest.mismatches()).isEmpty();
        assertThat(rest.wentOn()).isTrue();
        assertThat(rest.run().id()).isEqualTo(interrupted.id());
        assertThat(rest.counts()).isEqualTo(run.counts());
        assertThat(rest.profiles()).isEqualTo(run.profiles());
        assertThat(billed(killed)).isEqualTo(billed(undisturbed));

        assertReplay(undisturbed);
        assertReplay(killed);
        assertExport(undisturbed);
    }

    private static void assertReplay(Session session) {
        Replay.Summary summary = new Replay(session)
                .all(outcome -> assertThat(outcome.verdict()).as("%s", outcome).isEqualTo(Replay.Verdict.SAME));
        assertThat(summary.same()).isGreaterThan(100);
    }

    private static void assertExport(Session session) {
        DossierReader reader = new DossierReader(TestBook.terms());
        Map<String, Object> told = new java.util.TreeMap<>();
        TestBook.portfolio()
                .forEach(file -> told.put(
                        reader.read(file).dossier().contract().id(),
                        reader.read(file).dossier()));
        Map<String, Object> exported = new java.util.TreeMap<>();
        new Exporter(session)
                .all((contract, yaml) -> exported.put(
                        contract,
                        reader.read(contract + ".yaml", yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .dossier()));
        assertThat(exported).isEqualTo(told);
        assertThat(new Exporter(session).one("TU-2024-0010")).contains("prorata:\n", "id: D-000");
    }

    @Test
    @DisplayName("a second run is told which one is under way; one that was killed is marked so by the next")
    void busy() {
        Dossiers facts = new Dossiers(BUSY.session());
        facts.record(
                List.of(new DossierReader(TestBook.terms())
                        .read(TestBook.portfolio().get(0))
                        .dossier()),
                "one");
        PortfolioRun other = new PortfolioRun(BUSY.session());
        AtomicReference<AssertionError> failure = new AtomicReference<>();
        inRun(failure, () -> {
                    assertThatThrownBy(() -> other.run(OCTOBER, TestBook.book(), Progress.NONE))
                            .isInstanceOf(RunRefused.class)
                            .hasMessageMatching(
                                    "run 1 \\(bill 2026-10-01 to 2026-10-31\\) is under way since .*; wait until it is done");
                    assertThatThrownBy(() -> other.preview(OCTOBER, TestBook.book(), Progress.NONE))
                            .isInstanceOf(RunRefused.class);
                })
                .run(OCTOBER, TestBook.book(), Progress.NONE);
        inRun(
                        failure,
                        () -> assertThatThrownBy(() -> other.run(OCTOBER, TestBook.book(), Progress.NONE))
                                .hasMessageMatching(
                                        "run 2 \\(preview of bill 2026-10-01 to 2026-10-31\\) is under way since .*; wait until it is done"))
                .preview(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(failure.get()).isNull();

        Runs register = new Runs(BUSY.session());
        Run killed = register.open(OCTOBER, 1, TestBook.source(), false, null, 500);
        assertThatThrownBy(() -> other.run(new Ask.Late(LocalDate.of(2026, 10, 31)), TestBook.book(), Progress.NONE))
                .hasMessage(
                        "run 3 (bill 2026-10-01 to 2026-10-31) broke off: go on with it by prorata bill --from 2026-10-01"
                                + " --to 2026-10-31, or take its drafts away by prorata run abandon 3");
        assertThat(register.find(killed.id()).orElseThrow().message())
                .isEqualTo("the program ended before the run did");
        assertThat(other.run(OCTOBER, TestBook.book(), Progress.NONE).run().id())
                .isEqualTo(killed.id());
    }

    /** A run that does something else in the midst of its only chunk. */
    private static PortfolioRun inRun(AtomicReference<AssertionError> failure, Runnable something) {
        return new PortfolioRun(BUSY.session(), new PortfolioRun.RunShape(1, 500, 500), (done, parked, all) -> {
            try {
                something.run();
            } catch (AssertionError e) {
                failure.set(e);
            }
        });
    }

    @Test
    @DisplayName(
            "what is abandoned is due again, only its last run at a time; a preview can be told from the real run by nothing but its tables")
    void abandoned() {
        Session session = imported(ABANDONED);
        PortfolioRun runs = new PortfolioRun(session, SMALL, Progress.NONE);
        RunResult preview = runs.preview(OCTOBER, TestBook.book(), Progress.NONE);
        RunResult first = runs.run(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(lines(session, "preview_line"))
                .isEqualTo(lines(session, "invoice_line"))
                .isNotEmpty();
        List<String> billed = billed(session);
        RunResult late = runs.run(new Ask.Late(LocalDate.of(2026, 12, 31)), TestBook.book(), Progress.NONE);
        assertThat(late.counts().documents()).isPositive();

        RunRemoval removal = new RunRemoval(session);
        assertThatThrownBy(() -> removal.abandon(first.run().id()))
                .isInstanceOf(RunRefused.class)
                .hasMessage("run 3 (late 2026-12-31) rests on run 2; abandon it first");
        removal.abandon(late.run().id());
        removal.abandon(first.run().id());
        removal.abandon(preview.run().id());
        assertThatThrownBy(() -> removal.abandon(first.run().id())).hasMessage("run 2 is abandoned already");
        for (String table : List.of(
                "invoice",
                "invoice_line",
                "invoice_tax",
                "opening",
                "opening_line",
                "debit_note",
                "preview_invoice",
                "preview_line")) {
            assertThat(session.client()
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        RunResult again = runs.run(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(again.mismatches()).isEmpty();
        assertThat(again.counts()).isEqualTo(first.counts());
        assertThat(billed(session)).isEqualTo(billed);
    }

    @Test
    @DisplayName("contracts that a run parked are tried again alone, with what is known since")
    void retried() {
        Session session = imported(RETRIED);
        PortfolioRun runs = new PortfolioRun(session, SMALL, Progress.NONE);
        RunResult first = runs.run(OCTOBER, TestBook.book(), Progress.NONE);
        RunResult same = runs.retry(first.run(), RuleBooks.of(TestBook.book()), Progress.NONE);
        assertThat(same.counts().contracts()).isEqualTo(1);
        assertThat(same.parked()).extracting(Parked::contract).containsExactly("ST-2026-0049");
        assertThat(same.mismatches()).isEmpty();
        assertThat(same.run().title()).isEqualTo("bill 2026-10-01 to 2026-10-31, parked contracts of run 1");

        Dossiers facts = new Dossiers(session);
        Dossier wrong = facts.read("ST-2026-0049", facts.watermark()).orElseThrow();
        Customer c = wrong.customer();
        facts.record(
                List.of(new Dossier(
                        wrong.terms(),
                        wrong.language(),
                        wrong.currency(),
                        wrong.statutes(),
                        new Customer(c.id(), "FR", c.professional(), c.vatId(), c.publicBuyer(), c.insolventFrom()),
                        wrong.contract(),
                        wrong.otherContracts(),
                        wrong.billed(),
                        wrong.invoices(),
                        wrong.events())),
                "mended");
        RunResult mended = runs.retry(same.run(), RuleBooks.of(TestBook.book()), Progress.NONE);
        assertThat(mended.counts().billed()).isEqualTo(1);
        assertThat(mended.parked()).isEmpty();
        assertThatThrownBy(() -> runs.retry(mended.run(), RuleBooks.of(TestBook.book()), Progress.NONE))
                .isInstanceOf(RunRefused.class)
                .hasMessage("run 3 (bill 2026-10-01 to 2026-10-31, parked contracts of run 2) has parked nothing");
        assertThat(runs.run(OCTOBER, TestBook.book(), Progress.NONE).nothingMore())
                .isTrue();
    }

    private static List<String> lines(Session session, String table) {
        return session.client()
                .sql("select contract_id || ' ' || item || ' ' || decision from " + table + " order by 1")
                .query(String.class)
                .list();
    }

    private static Session imported(TestDatabase place) {
        Told.portfolio(place.session());
        return place.session();
    }

    private static List<String> billed(Session session) {
        return session.client().sql(BILLED).query(String.class).list();
    }
}
