package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.app.FilesImpact;
import org.prorata.app.intake.Importer;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.contract.document.DossierReader;
import org.prorata.ledger.Impact;
import org.prorata.ledger.Parked;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Session;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.runs.RunRemoval;
import org.prorata.store.runs.Runs;
import org.prorata.store.runs.StoredImpact;

class ImpactTest {

    @RegisterExtension
    static final TestDatabase SMALL = new TestDatabase();

    @RegisterExtension
    static final TestDatabase PORTFOLIO = new TestDatabase();

    private static final Ask.Bill LAST_QUARTER = new Ask.Bill(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 31));
    private static final Ask.Bill OCTOBER = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    private static final PortfolioRun.RunShape ONE = new PortfolioRun.RunShape(1, 10, 50);
    private static final PortfolioRun.RunShape TWO = new PortfolioRun.RunShape(2, 7, 30);

    private static final String AVAILABLE = """
            terms: connelink-2022-01
            contract: {id: %s, start: 2025-01-01, items: [{id: mail, kind: subscription, quantity: 1, price: 1000.00, per: year, from: 2025-01-01}]}
            events: [%s]
            """;

    private static final String OUTAGE = "{event: outage, from: \"%s\", to: \"%s\", kind: full, cause: provider}";

    private static final List<String> DOSSIERS = List.of(
            // 72 of 8,760 hours: available for 99.17 %
            AVAILABLE.formatted("CL-1", OUTAGE.formatted("2025-02-03T00:00", "2025-02-06T00:00")),
            AVAILABLE.formatted("CL-2", ""),
            // 20 hours: 99.77 %
            AVAILABLE.formatted("CL-3", OUTAGE.formatted("2025-02-03T00:00", "2025-02-03T20:00")),
            """
            terms: teachup-2022-05
            contract:
              id: TU-1
              start: 2025-03-01
              items:
                - {id: platform, kind: subscription, quantity: 1, price: 12000.00, per: year, from: 2025-03-01}
                - {id: single-sign-on, kind: option, quantity: 1, price: 1200.00, per: year, from: 2025-10-15}
            """,
            """
            terms: teachup-2022-05
            contract: {id: TU-2, start: 2025-03-01, items: [{id: platform, kind: subscription, quantity: 1, price: 12000.00, per: year, from: 2025-03-01}]}
            """,
            """
            terms: standard
            customer: {id: C-1, country: FR}
            contract: {id: LA-1, start: 2024-01-01, term_months: null, payment_days: 30, billing: {every: year, timing: advance}, items: []}
            invoices:
              - {id: F-1, issued: 2025-09-01, due: 2025-10-01, amount: 1000.00}
              - {id: F-2, issued: 2025-09-15, due: 2025-10-15, amount: 500.00}
            """);

    @BeforeAll
    static void record() {
        DossierReader reader = new DossierReader(TestBook.terms());
        new Dossiers(SMALL.session())
                .record(
                        DOSSIERS.stream()
                                .map(text -> reader.read("d.yaml", text.getBytes(StandardCharsets.UTF_8))
                                        .dossier())
                                .toList(),
                        "small");
        new Importer(PORTFOLIO.session(), reader).files(TestBook.portfolio(), "portfolio");
    }

    private static <T> List<T> all(Consumer<Consumer<T>> each) {
        List<T> all = new ArrayList<>();
        each.accept(all::add);
        return all;
    }

    private static Impact small(RuleBook book) {
        RunResult result = new PortfolioRun(SMALL.session()).impact(LAST_QUARTER, TestBook.book(), book, Progress.NONE);
        return new StoredImpact(SMALL.session(), result.run());
    }

    private static EditedBook three() {
        return new EditedBook()
                .row("service-level", "connelink-at-99-5", "percent: 10", "percent: 12")
                .row("proration", "teachup-added", "method: daily", "method: full")
                .row("late-payment", "france", "amount: 40", "amount: 50");
    }

    @Test
    @DisplayName(
            "a band, a proration and a fee that change move just the contracts they decide, by the euros worked out by hand")
    void byHand() {
        Impact impact = small(three().book());
        Impact.Summary summary = impact.summary();
        assertThat(summary.looked()).isEqualTo(6);
        assertThat(summary.touched()).isEqualTo(3);
        assertThat(summary.onlyOne()).isZero();
        assertThat(summary.undecided()).isZero();
        // 1,200.00 for the whole year instead of 450.41 for 137 of 365 days, tax 240.00 instead of 90.08;
        // 100.00 for two late invoices instead of 80.00; 12 % of 1,000.00 given back instead of 10 %
        assertThat(all(impact::contracts))
                .extracting(Impact.OfContract::contract, one -> one.difference().toPlainString())
                .containsExactly(tuple("TU-1", "899.51"), tuple("CL-1", "-20.00"), tuple("LA-1", "20.00"));
        assertThat(all(impact::rows))
                .extracting(
                        Impact.Group::rows,
                        Impact.Group::clauses,
                        Impact.Group::contracts,
                        one -> one.difference().toPlainString())
                .containsExactly(
                        tuple("proration!partial!18 changed", "TU-OPTION", 1L, "899.51"),
                        tuple("service-level!bands!8 changed", "CL-AVAIL", 1L, "-20.00"),
                        tuple("late-payment!recovery-fee!5 changed", "L-FR-40", 1L, "20.00"));
        assertThat(all(impact::clauses))
                .extracting(Impact.Group::clauses)
                .containsExactly("TU-OPTION", "CL-AVAIL", "L-FR-40");
        assertThat(all(impact::lines))
                .extracting(
                        Impact.Line::contract,
                        Impact.Line::subject,
                        Impact.Line::item,
                        Impact.Line::before,
                        Impact.Line::after)
                .containsExactly(
                        tuple(
                                "TU-1",
                                Impact.Subject.BILL,
                                "single-sign-on",
                                new BigDecimal("450.41"),
                                new BigDecimal("1200.00")),
                        tuple("TU-1", Impact.Subject.TAX, "S 20", new BigDecimal("90.08"), new BigDecimal("240.00")),
                        tuple(
                                "CL-1",
                                Impact.Subject.SERVICE_LEVEL,
                                "service credit",
                                new BigDecimal("-100.00"),
                                new BigDecimal("-120.00")),
                        tuple("LA-1", Impact.Subject.LATE, "F-1", new BigDecimal("40.00"), new BigDecimal("50.00")),
                        tuple("LA-1", Impact.Subject.LATE, "F-2", new BigDecimal("40.00"), new BigDecimal("50.00")));
        assertThat(summary.totals()).hasSize(1);
        assertThat(summary.totals().get(0).difference()).isEqualByComparingTo("899.51");
        // the credits of 100.00 and 50.00 are all there is of service levels before
        assertThat(summary.sums())
                .filteredOn(sum -> sum.subject() == Impact.Subject.SERVICE_LEVEL)
                .singleElement()
                .satisfies(sum -> assertThat(sum.before()).isEqualByComparingTo("-150.00"));
        assertThat(summary.moved()).containsOnlyKeys("EUR");
        assertThat(summary.moved().get("EUR")).isEqualByComparingTo("939.51");
        assertThat(summary.passes(new BigDecimal("939.51"))).isFalse();
        assertThat(summary.passes(new BigDecimal("939.50"))).isTrue();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    @DisplayName("a row that is gone is named by the row of the old book")
    void removed() {
        // the next band, 5 % instead of 10 %
        Impact impact = small(
                new EditedBook().without("service-level", "connelink-at-99-5").book());
        assertThat(all(impact::lines)).singleElement().satisfies(line -> {
            assertThat(line.contract()).isEqualTo("CL-1");
            assertThat(line.difference()).isEqualByComparingTo("50.00");
            assertThat(line.rows()).isEqualTo("old service-level!bands!8 removed");
            assertThat(line.clauses()).isEqualTo("CL-AVAIL");
        });
    }

    @Test
    @DisplayName("what only the new book cannot decide is an impact of its own, of which no amount counts")
    void failing() {
        Impact impact =
                small(new EditedBook().without("proration", "teachup-added").book());
        assertThat(all(impact::failures)).singleElement().satisfies(failure -> {
            assertThat(failure.contract()).isEqualTo("TU-1");
            assertThat(failure.subject()).isEqualTo(Impact.Subject.BILL);
            assertThat(failure.side()).isEqualTo(Impact.Side.NEW);
            assertThat(failure.message()).contains("proration!partial");
        });
        assertThat(impact.summary().onlyOne()).isEqualTo(1);
        assertThat(impact.summary().touched()).isZero();
        assertThat(impact.summary().totals().get(0).difference()).isZero();
        Run run = new Runs(SMALL.session()).all().stream().reduce((a, b) -> b).orElseThrow();
        assertThat(new Runs(SMALL.session()).parked(run.id()))
                .singleElement()
                .extracting(Parked::message)
                .asString()
                .startsWith("under the new rule book only: ");
    }

    @Test
    @DisplayName("the same book, also with other descriptions, touches nothing")
    void unchanged() {
        for (RuleBook book : List.of(
                TestBook.book(),
                new EditedBook()
                        .row("service-level", "connelink-at-99-5", "description: \"The", "description: \"This")
                        .book())) {
            Impact impact = small(book);
            assertThat(impact.summary().touched()).isZero();
            assertThat(impact.summary().totals().get(0).before())
                    .isEqualByComparingTo(impact.summary().totals().get(0).after());
            assertThat(all(impact::lines)).isEmpty();
        }
    }

    /** Everything that an impact says but for its run. */
    private record Said(
            Impact.Summary summary,
            List<Impact.Failure> failures,
            List<Impact.OfContract> contracts,
            List<Impact.Group> clauses,
            List<Impact.Group> rows,
            List<Impact.Line> lines) {

        static Said of(Impact impact) {
            return new Said(
                    impact.summary(),
                    all(impact::failures),
                    all(impact::contracts),
                    all(impact::clauses),
                    all(impact::rows),
                    all(impact::lines));
        }
    }

    @Test
    @DisplayName(
            "the portfolio: the same with one thread and with two, broken off and gone on with, and from files without a database")
    void portfolio() {
        Session session = PORTFOLIO.session();
        RuleBook book = three().row("proration", "connelink-added", "method: remaining_months", "method: full")
                .book();
        Said one = Said.of(new StoredImpact(
                session,
                new PortfolioRun(session, ONE, Progress.NONE)
                        .impact(OCTOBER, TestBook.book(), book, Progress.NONE)
                        .run()));
        assertThat(one.summary().looked()).isEqualTo(210);
        assertThat(one.summary().touched()).isPositive();
        assertThat(one.summary().undecided()).isEqualTo(2);
        Said two = Said.of(new StoredImpact(
                session,
                new PortfolioRun(session, TWO, Progress.NONE)
                        .impact(OCTOBER, TestBook.book(), book, Progress.NONE)
                        .run()));
        assertThat(two).isEqualTo(one);

        AtomicInteger chunks = new AtomicInteger();
        assertThatThrownBy(() -> new PortfolioRun(session, TWO, (done, parked, all) -> {
                            if (chunks.incrementAndGet() == 5) {
                                throw new IllegalStateException("killed");
                            }
                        })
                        .impact(OCTOBER, TestBook.book(), book, Progress.NONE))
                .hasMessage("killed");
        RunResult rest =
                new PortfolioRun(session, TWO, Progress.NONE).impact(OCTOBER, TestBook.book(), book, Progress.NONE);
        assertThat(rest.wentOn()).isTrue();
        assertThat(Said.of(new StoredImpact(session, rest.run()))).isEqualTo(one);
        assertThat(rest.run().counts().contracts()).isEqualTo(210);

        Said files = Said.of(FilesImpact.of(
                TestBook.portfolio(),
                new DossierReader(TestBook.terms()),
                TestBook.book(),
                book,
                OCTOBER,
                Progress.NONE));
        assertThat(files).isEqualTo(one);

        RunResult preview = new PortfolioRun(session).preview(OCTOBER, TestBook.book(), Progress.NONE);
        assertThat(one.summary().sums().stream()
                        .filter(sum -> sum.subject() == Impact.Subject.BILL)
                        .map(Impact.Sum::before)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(preview.counts().net());
        assertThat(session.client()
                        .sql("select count(*) from invoice")
                        .query(Long.class)
                        .single())
                .isZero();

        assertThatThrownBy(() -> new PortfolioRun(session).retry(rest.run(), RuleBooks.of(book), Progress.NONE))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("bills nothing, so that there is nothing to try again");
        PORTFOLIO
                .client()
                .sql("update run set started = now() - interval '31 days' where against is not null")
                .update();
        new RunRemoval(session).prune(30);
        assertThat(session.client()
                        .sql(
                                "select (select count(*) from impact_line) + (select count(*) from impact_total) + (select count(*)"
                                        + " from impact_failure)")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
