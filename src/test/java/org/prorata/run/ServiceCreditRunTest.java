package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.book.engine.RuleBooks;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.ledger.Document;
import org.prorata.ledger.Progress;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.invoices.Documents;

@DisplayName("Credits for a missed service level, in runs")
class ServiceCreditRunTest {

    @RegisterExtension
    static final TestDatabase YEAR = new TestDatabase();

    @RegisterExtension
    static final TestDatabase CLAIMED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase EDITED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase REASONS = new TestDatabase();

    private static final String YEARLY = """
            terms: connelink-2022-01
            contract: {id: CL-1, start: 2025-11-10, items: [{id: mail, quantity: 100, price: 204.00, per: year, from: 2025-11-10}]}
            events:
              - {event: outage, from: "2026-05-06T00:00", to: "2026-05-08T10:05", kind: full, cause: provider}
            """;
    private static final String MONTHLY = """
            terms: teachup-2022-05
            contract: {id: TU-1, start: 2026-01-01, items: [{id: platform, price: 12000.00, per: year, from: 2026-01-01}]}
            events:
              - {event: outage, from: "2026-04-09T04:00", to: "2026-04-09T11:00", kind: full, cause: provider}
            """;
    private static final String CLAIM = "  - {event: claim, on: 2026-05-05, about: service_level, month: 2026-04}\n";

    @Test
    @DisplayName("a year's credit is a credit note of the day after the year, once")
    void year() {
        Told.dossiers(YEAR.session(), YEARLY);
        PortfolioRun runs = new PortfolioRun(YEAR.session());
        assertThat(lines(YEAR, run(runs, 10))).isEmpty();
        RunResult november = run(runs, 11);
        // 99.3 % of the year: 10 % of 20,400.00
        assertThat(lines(YEAR, november)).containsExactly("mail -2040.00");
        Document note = documents(YEAR, november).get(0);
        assertThat(note.kind()).isEqualTo(Document.Kind.CREDIT_NOTE);
        assertThat(note.on()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(note.gross()).isEqualByComparingTo("-2040.00");
        assertThat(run(runs, 11).nothingMore()).isTrue();
        Told.replaysTheSame(YEAR.session());
    }

    @Test
    @DisplayName("a claim that is told late, and an outage that turns out wrong, are made good by the next run")
    void claimed() {
        Told.dossiers(CLAIMED.session(), MONTHLY);
        PortfolioRun runs = new PortfolioRun(CLAIMED.session());
        assertThat(lines(CLAIMED, run(runs, 4))).isEmpty();
        assertThat(lines(CLAIMED, run(runs, 5))).isEmpty();
        Told.dossiers(CLAIMED.session(), MONTHLY + CLAIM);
        RunResult june = run(runs, 6);
        assertThat(documents(CLAIMED, june))
                .extracting(document -> document.on().toString())
                .containsExactly("2026-06-30");
        assertThat(lines(CLAIMED, june)).containsExactly("platform -49.35");
        Told.dossiers(CLAIMED.session(), MONTHLY.replace("T11:00", "T05:00") + CLAIM);
        RunResult july = run(runs, 7);
        assertThat(july.mismatches()).isEmpty();
        assertThat(lines(CLAIMED, july)).containsExactly("platform 49.35");
        assertThat(run(runs, 7).nothingMore()).isTrue();
        Told.replaysTheSame(CLAIMED.session());
    }

    @Test
    @DisplayName("a credit falls under the rule book of its day, and names the row that was changed")
    void edited() {
        Told.dossiers(EDITED.session(), YEARLY);
        RuleBooks books = RuleBooks.of(TestBook.book())
                .from(
                        LocalDate.of(2026, 11, 1),
                        new EditedBook()
                                .row("service-level", "connelink-at-99-5", "percent: 10", "percent: 12")
                                .book());
        PortfolioRun runs = new PortfolioRun(EDITED.session());
        runs.run(window(10), books, Progress.NONE);
        List<RunResult> november = runs.run(window(11), books, Progress.NONE);
        assertThat(lines(EDITED, november.get(0))).containsExactly("mail -2448.00");
        assertThat(documents(EDITED, november.get(0)).get(0).lines().get(0).decision())
                .contains("\"service-level!bands!8\"");
        Told.replaysTheSame(EDITED.session());
    }

    @Test
    @DisplayName("the database knows the same reasons as lowering a bill")
    void reasons() {
        for (ChargeReason reason : ChargeReason.values()) {
            assertThat(REASONS.client()
                            .sql("select signed_amount(?, 1) < 0")
                            .param(reason.name().toLowerCase(java.util.Locale.ROOT))
                            .query(Boolean.class)
                            .single())
                    .as(reason.name())
                    .isEqualTo(reason.credit());
        }
    }

    private static Ask.Bill window(int month) {
        LocalDate first = LocalDate.of(2026, month, 1);
        return new Ask.Bill(first, first.plusMonths(1).minusDays(1));
    }

    private static RunResult run(PortfolioRun runs, int month) {
        return runs.run(window(month), TestBook.book(), Progress.NONE);
    }

    private static List<Document> documents(TestDatabase database, RunResult result) {
        Documents documents = new Documents(database.session());
        return documents.ofRun(
                result.run().id(), documents.contractsOfRun(result.run().id(), "", 10));
    }

    private static List<String> lines(TestDatabase database, RunResult result) {
        return documents(database, result).stream()
                .flatMap(document -> document.lines().stream())
                .map(line -> line.subject() + " " + line.amount())
                .toList();
    }
}
