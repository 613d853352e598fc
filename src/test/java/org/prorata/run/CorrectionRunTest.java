package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.app.Replay;
import org.prorata.contract.Ask;
import org.prorata.ledger.Document;
import org.prorata.ledger.Progress;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.invoices.Documents;
import org.prorata.store.invoices.Issuing;
import org.prorata.store.invoices.NumberSeries;

/** What is given back names the invoices that it gives back, lowers them and is taxed as they were. */
class CorrectionRunTest {

    @RegisterExtension
    static final TestDatabase SEVERAL = new TestDatabase();

    @RegisterExtension
    static final TestDatabase ONE_WINDOW = new TestDatabase();

    @RegisterExtension
    static final TestDatabase TWO_WINDOWS = new TestDatabase();

    @RegisterExtension
    static final TestDatabase MOVED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase SET_OFF = new TestDatabase();

    @RegisterExtension
    static final TestDatabase STEPS = new TestDatabase();

    @RegisterExtension
    static final TestDatabase AT_ONCE = new TestDatabase();

    private static final String MONTHLY = """
            terms: standard
            customer: {id: C-1, country: FR}
            contract:
              id: K-1
              start: 2026-07-01
              term_months: 12
              payment_days: 30
              billing: {every: month, timing: advance}
              items:
                - {id: seats, quantity: 3, price: 50.00, per: month, from: 2026-07-01}
            """;

    private static final String YEARLY = """
            terms: standard
            customer: {id: C-1, country: FR}
            contract:
              id: K-1
              start: 2025-01-01
              term_months: 12
              billing: {every: year, timing: advance}
              items:
                - {id: seats, price: 3650.00, per: year, from: 2025-01-01}
            events:
              - {event: termination_notice, on: 2025-01-10, by: client, cause: provider_breach, end: 2025-01-20}
            """;

    @Test
    @DisplayName("a note over two invoices names both and lowers each by what it gives back of it")
    void several() {
        Told.dossiers(SEVERAL.session(), MONTHLY);
        Document july = issued(SEVERAL, "2026-07-01", "2026-07-31").get(0);
        Document august = issued(SEVERAL, "2026-08-01", "2026-08-31").get(0);
        Told.dossiers(SEVERAL.session(), MONTHLY.replace("from: 2026-07-01}", "from: 2026-07-01, to: 2026-07-01}"));
        Document note = issued(SEVERAL, "2026-09-01", "2026-09-01").get(0);
        assertThat(note.gross()).isEqualByComparingTo("-354.19");
        assertThat(note.corrects()).containsExactly(july.name(), august.name());
        assertThat(note.lines())
                .extracting(Document.DocumentLine::corrects)
                .containsExactly(july.name(), august.name());
        assertThat(lowered(SEVERAL))
                .containsExactlyInAnyOrderEntriesOf(Map.of(july.id(), "174.19", august.id(), "180.00"));
        assertThat(interest(SEVERAL, "2026-11-30")).isEqualByComparingTo("2.08");
        same(SEVERAL);
    }

    @Test
    @DisplayName("a note of the same run as its invoice names and lowers it, as one of a later run does")
    void sameRun() {
        Told.dossiers(ONE_WINDOW.session(), YEARLY);
        List<Document> both = issued(ONE_WINDOW, "2025-01-01", "2025-01-31");
        assertThat(both)
                .extracting(Document::gross)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("4380.00"), new BigDecimal("-4140.00"));
        assertThat(both.get(1).corrects()).containsExactly(both.get(0).name());
        Told.dossiers(TWO_WINDOWS.session(), YEARLY);
        issued(TWO_WINDOWS, "2025-01-01", "2025-01-01");
        issued(TWO_WINDOWS, "2025-01-02", "2025-01-31");
        assertThat(interest(ONE_WINDOW, "2025-03-31"))
                .isEqualByComparingTo(interest(TWO_WINDOWS, "2025-03-31"))
                .isEqualByComparingTo("5.10");
        same(ONE_WINDOW);
        for (boolean preview : new boolean[] {true, false}) {
            PortfolioRun runs = new PortfolioRun(ONE_WINDOW.session());
            Ask.Late before = new Ask.Late(LocalDate.parse("2025-03-30"));
            assertThatThrownBy(() -> {
                        if (preview) {
                            runs.preview(before, TestBook.book(), Progress.NONE);
                        } else {
                            runs.run(before, TestBook.book(), Progress.NONE);
                        }
                    })
                    .isInstanceOf(RunRefused.class)
                    .hasMessage("run 2 (late 2025-03-31) has claimed further already; a claim on 2025-03-31 or later"
                            + " also claims what is missing before");
        }
        assertThat(ONE_WINDOW
                        .client()
                        .sql("select count(*) from run where kind = 'late'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(interest(ONE_WINDOW, "2025-03-31"))
                .as("the same day brings nothing more")
                .isZero();
    }

    @Test
    @DisplayName("claims of one day after the other come to what one claim on the last day does")
    void claims() {
        for (TestDatabase each : List.of(STEPS, AT_ONCE)) {
            Told.dossiers(each.session(), MONTHLY);
            issued(each, "2026-07-01", "2026-07-31");
            issued(each, "2026-08-01", "2026-08-31");
            Told.dossiers(each.session(), MONTHLY.replace("from: 2026-07-01}", "from: 2026-07-01, to: 2026-07-01}"));
            issued(each, "2026-09-01", "2026-09-01");
        }
        BigDecimal steps = BigDecimal.ZERO;
        for (String day : List.of("2026-08-31", "2026-09-01", "2026-10-15", "2026-11-30")) {
            steps = steps.add(interest(STEPS, day));
        }
        assertThat(steps).isEqualByComparingTo(interest(AT_ONCE, "2026-11-30"));
    }

    @Test
    @DisplayName("what was invoiced in France is given back with its tax, wherever the customer went since")
    void moved() {
        String before = """
                terms: standard
                customer: {id: C-1, country: FR}
                contract:
                  id: K-1
                  start: 2025-01-01
                  term_months: 12
                  billing: {every: year, timing: advance}
                  items:
                    - {id: seats, price: 1200.00, per: year, from: 2025-01-01}
                """;
        Told.dossiers(MOVED.session(), before);
        issued(MOVED, "2025-01-01", "2025-01-31");
        Told.dossiers(
                MOVED.session(),
                before.replace("country: FR", "country: ES, vat_id: ESB12345678")
                        .replace("from: 2025-01-01}", "from: 2025-01-01, to: 2025-06-30}"));
        Document note = issued(MOVED, "2025-07-01", "2025-07-31").get(0);
        assertThat(note.net()).isEqualByComparingTo("-604.93");
        assertThat(note.tax()).isEqualByComparingTo("-120.99");
        same(MOVED);
        Told.dossiers(MOVED.session(), before.replace("country: FR", "country: ES, vat_id: ESB12345678"));
        Document back = issued(MOVED, "2025-08-01", "2025-08-31").get(0);
        assertThat(back.tax()).as("what makes up for a note is taxed as it was").isEqualByComparingTo("120.99");
        same(MOVED);
    }

    /** August's charge and July's credit stand on one invoice; when August goes too, what was set off in it lowers July. */
    @Test
    @DisplayName("what an invoice set off is taken off the invoice behind it, once its own charge is given back")
    void setOff() {
        Told.dossiers(SET_OFF.session(), MONTHLY);
        Document july = issued(SET_OFF, "2026-07-01", "2026-07-31").get(0);
        String fewer = MONTHLY.replace("quantity: 3", "quantity: 2");
        Told.dossiers(SET_OFF.session(), fewer);
        Document august = issued(SET_OFF, "2026-08-01", "2026-08-01").get(0);
        assertThat(august.gross()).as("120.00 for August less 60.00 for July").isEqualByComparingTo("60.00");
        assertThat(august.lines())
                .filteredOn(line -> line.corrects() != null)
                .singleElement()
                .satisfies(line -> assertThat(line.corrects()).isEqualTo(july.name()));
        assertThat(lowered(SET_OFF)).as("an invoice lowers no other one").isEmpty();
        Told.dossiers(SET_OFF.session(), fewer.replace("from: 2026-07-01}", "from: 2026-07-01, to: 2026-07-31}"));
        Document note = issued(SET_OFF, "2026-09-01", "2026-09-01").get(0);
        assertThat(note.gross()).isEqualByComparingTo("-120.00");
        assertThat(note.corrects()).containsExactly(july.name(), august.name());
        assertThat(lowered(SET_OFF))
                .containsExactlyInAnyOrderEntriesOf(Map.of(july.id(), "60.00", august.id(), "60.00"));
        same(SET_OFF);
    }

    private static List<Document> issued(TestDatabase on, String from, String to) {
        RunResult run = new PortfolioRun(on.session())
                .run(new Ask.Bill(LocalDate.parse(from), LocalDate.parse(to)), TestBook.book(), Progress.NONE);
        assertThat(run.mismatches()).isEmpty();
        assertThat(run.parked()).isEmpty();
        new Issuing(on.session()).run(run.run(), LocalDate.parse(from));
        return new Documents(on.session()).ofRun(run.run().id(), List.of("K-1"));
    }

    private static BigDecimal interest(TestDatabase on, String day) {
        RunResult run =
                new PortfolioRun(on.session()).run(new Ask.Late(LocalDate.parse(day)), TestBook.book(), Progress.NONE);
        assertThat(run.mismatches()).isEmpty();
        return on.client()
                .sql("select coalesce(sum(l.amount), 0) from debit_note_line l join debit_note n on n.id = l.debit_note"
                        + " where n.run = ? and l.kind = 'interest'")
                .param(run.run().id())
                .query(BigDecimal.class)
                .single();
    }

    private static Map<Long, String> lowered(TestDatabase on) {
        Map<Long, String> lowered = new TreeMap<>();
        on.client()
                .sql("select invoice, sum(amount) as amount from correction group by invoice")
                .query(row -> {
                    lowered.put(row.getLong(1), row.getBigDecimal(2).toPlainString());
                });
        return lowered;
    }

    private static void same(TestDatabase on) {
        List<String> differing = new ArrayList<>();
        new Replay(on.session()).all(outcome -> {
            if (outcome.verdict() != Replay.Verdict.SAME) {
                differing.add(outcome.toString());
            }
        });
        assertThat(differing).isEmpty();
        assertThat(new NumberSeries(on.session()).wrongNumbers()).isEmpty();
    }
}
