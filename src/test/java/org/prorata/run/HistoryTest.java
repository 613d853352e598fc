package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.app.Replay;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.explain.CanonicalJson;
import org.prorata.decision.explain.DecisionText;
import org.prorata.decision.explain.Sentences;
import org.prorata.ledger.Document;
import org.prorata.ledger.IssuedNumbers;
import org.prorata.ledger.Progress;
import org.prorata.ledger.Run;
import org.prorata.store.base.TestDatabase;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Documents;
import org.prorata.store.invoices.Issuing;
import org.prorata.store.runs.Runs;

/** What happens to contracts from run to run, as facts come late and are corrected. */
class HistoryTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase STATED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase PROOF = new TestDatabase();

    private static final DossierReader READER = new DossierReader(TestBook.terms());

    private static final String MONTHLY = """
            terms: standard
            customer: {id: C-1, country: FR}
            contract:
              id: %s
              start: 2026-01-01
              term_months: null
              billing: {every: month, timing: advance}
              items:
                - {id: seats, quantity: %s, price: 10.00, per: month, from: 2026-01-01%s}
            """;

    private static final String USAGE = """
            terms: standard
            customer: {id: C-1, country: FR}
            contract:
              id: %s
              start: 2026-01-01
              term_months: null
              billing: {every: month, timing: arrears}
              items:
                - {id: calls, kind: usage, price: 2.00, per: unit, from: 2026-01-01}
            events:
              - {event: usage, on: 2026-07-10, item: calls, quantity: 5}
              - {event: usage, on: 2026-08-10, item: calls, quantity: %s}
            """;

    private final Documents documents = new Documents(DATABASE.session());
    private final PortfolioRun runs = new PortfolioRun(DATABASE.session());

    @Test
    @DisplayName(
            "from run to run: stock is taken once, late facts are caught up, too much is credited, and all of it replays")
    void months() {
        told(
                MONTHLY.formatted("H-LESS", "3", ""),
                MONTHLY.formatted("H-LATE", "3", ""),
                USAGE.formatted("H-USE", "7"),
                MONTHLY.formatted("H-SWISS", "1", "").replace("country: FR", "country: CH"));

        RunResult september = bill(9);
        assertThat(september.mismatches()).isEmpty();
        assertThat(september.counts())
                .isEqualTo(new Run.Counts(
                        4, 3, 0, 1, 3, 3, new BigDecimal("74.00"), new BigDecimal("14.80"), new BigDecimal("88.80")));
        assertThat(new Runs(DATABASE.session()).parked(september.run().id()))
                .singleElement()
                .satisfies(parked -> {
                    assertThat(parked.contract()).isEqualTo("H-SWISS");
                    assertThat(parked.code()).isEqualTo("no-table-row");
                });
        assertThat(opening("H-LATE")).isEqualTo(8);
        assertThat(opening("H-SWISS")).isZero();

        // the item ended on 31 August; two more items and more use were there since July and August
        told(
                MONTHLY.formatted("H-LESS", "3", ", to: 2026-08-31"),
                MONTHLY.formatted("H-LATE", "3", "") + "    - {id: help, price: 5.00, per: month, from: 2026-08-01}\n",
                USAGE.formatted("H-USE", "9"));
        RunResult october = bill(10);
        assertThat(october.mismatches()).isEmpty();

        Document credit = only("H-LESS", october);
        Document billed = only("H-LESS", september);
        assertThat(credit.kind()).isEqualTo(Document.Kind.CREDIT_NOTE);
        assertThat(credit.net()).isEqualByComparingTo("-30.00");
        assertThat(credit.corrects()).containsExactly(billed.name());
        assertThat(amounts("H-LATE", october)).containsExactly("seats 30.00", "help 5.00", "help 5.00", "help 5.00");
        assertThat(lines("H-LATE", october))
                .filteredOn(line -> line.contains("\"catch_up\":true"))
                .hasSize(2);
        assertThat(amounts("H-USE", october)).containsExactly("calls 4.00");

        assertThat(bill(10).nothingMore()).isTrue();

        // history is rewritten once more, by other facts and another book
        told(
                MONTHLY.formatted("H-LESS", "30", ""),
                MONTHLY.formatted("H-LATE", "1", ""),
                USAGE.formatted("H-USE", "0"));
        RuleBook other = otherBook();
        RunResult november = runs.run(window(11), other, Progress.NONE);
        assertThat(november.mismatches()).isEmpty();
        assertThat(only("H-USE", november).kind()).isEqualTo(Document.Kind.CREDIT_NOTE);
        Replay.Summary replay = new Replay(DATABASE.session())
                .all(outcome -> assertThat(outcome.verdict()).as("%s", outcome).isEqualTo(Replay.Verdict.SAME));
        assertThat(replay.same()).isEqualTo(documents());
        assertThat(new Replay(DATABASE.session()).document(billed.name()).verdict())
                .isEqualTo(Replay.Verdict.SAME);

        assertThatThrownBy(() -> bill(10))
                .hasMessage("run 4 (bill 2026-11-01 to 2026-11-30) has billed further already; a window"
                        + " that ends on 2026-11-30 or later also bills what is missing before");
        explained(credit);
        tampered(billed);
        issued(credit);
    }

    @Test
    @DisplayName("a dossier that stops stating what was billed is not billed again, nor credited")
    void stated() {
        String silent = MONTHLY.formatted("S-1", "1", "")
                .replace("start: 2026-01-01", "start: 2026-08-01")
                .replace("from: 2026-01-01", "from: 2026-08-01");
        record(
                STATED,
                silent
                        + "billed: [{item: seats, from: 2026-08-01, to: 2026-08-31, amount: 10.00, reason: recurring, on: 2026-08-01}]\n");
        RunResult first = new PortfolioRun(STATED.session()).run(window(9), TestBook.book(), Progress.NONE);
        assertThat(first.counts().net()).isEqualByComparingTo("10.00");
        record(STATED, silent);
        RunResult second = new PortfolioRun(STATED.session()).run(window(10), TestBook.book(), Progress.NONE);
        assertThat(second.counts().net()).isEqualByComparingTo("10.00");
        assertThat(second.counts().lines()).isEqualTo(1);
        assertThat(second.mismatches()).isEmpty();
        assertThat(new Replay(STATED.session()).all(outcome -> {})).isEqualTo(new Replay.Summary(2, 0, 0));
        decidedByAnotherProgram(first);
    }

    /** A rule book of an earlier program may have columns that this one does not know. */
    private static void decidedByAnotherProgram(RunResult run) {
        STATED.client().sql("""
                insert into rule_book (version, rules, tables, calculation)
                select 'ffffffffffffffff', rules, tables || 'what no program wrote', 1 from rule_book limit 1""").update();
        STATED.client()
                .sql("update run set book = 'ffffffffffffffff', calculation = 1 where id = ?")
                .param(run.run().id())
                .update();
        List<Replay.Outcome> outcomes = new java.util.ArrayList<>();
        assertThat(new Replay(STATED.session()).all(outcomes::add)).isEqualTo(new Replay.Summary(1, 0, 1));
        assertThat(outcomes.get(0).message())
                .isEqualTo("decided by calculation 1, this program has calculation " + BookSource.CALCULATION
                        + " and does not compute it again");
    }

    @Test
    @DisplayName("a run that does not add up says so: sums, lost contracts, days charged twice")
    void proof() {
        record(PROOF, MONTHLY.formatted("P-1", "1", ""), MONTHLY.formatted("P-2", "1", ""));
        RunResult result = new PortfolioRun(PROOF.session()).run(window(9), TestBook.book(), Progress.NONE);
        Run run = new Runs(PROOF.session()).find(result.run().id()).orElseThrow();
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        PROOF.client().sql("""
                insert into invoice_line select contract_id, item, reason, first_day + 7, 0, invoice, 2, last_day + 7, null, 10.00,
                on_day, false, decision from invoice_line where contract_id = 'P-1'""").update();
        PROOF.client()
                .sql("update invoice set net = net + 1, gross = gross + 1 where contract_id = 'P-2'")
                .update();
        Run.Counts counts = new Run.Counts(
                3, 2, 1, 0, 2, 2, new BigDecimal("20.00"), new BigDecimal("4.00"), new BigDecimal("24.00"));
        assertThat(Reconciliation.mismatches(PROOF.session(), 2, run, counts))
                .containsExactly(
                        "contracts known: the run counted 3, the database holds 2",
                        "lines: the run counted 2, the database holds 3",
                        "totals: the run counted net 20.00, tax 4.00, gross 24.00; the database holds 21.00, 4.00, 25.00",
                        "invoice D-000001 differs from the sum of its lines and taxes",
                        "invoice D-000002 differs from the sum of its lines and taxes",
                        "days are charged twice: P-1 seats from 2026-09-08 to 2026-09-30");
    }

    /** The stored text is enough to say why. */
    private static void explained(Document document) {
        for (String text : document.decisions()) {
            assertThat(CanonicalJson.of(CanonicalJson.read(text))).isEqualTo(text);
            assertThat(DecisionText.of(CanonicalJson.read(text), new Sentences(Locale.ENGLISH), clause -> clause))
                    .isNotEmpty();
        }
    }

    private static void tampered(Document document) {
        DATABASE.client()
                .sql("update invoice_line set decision = replace(decision, '30.00', '31.00') where invoice = ?")
                .param(document.id())
                .update();
        Replay.Outcome outcome = new Replay(DATABASE.session()).document(document.name());
        assertThat(outcome.verdict()).isEqualTo(Replay.Verdict.DIFFERS);
        assertThat(outcome.message()).isEqualTo("line 1 of 3 differs");
        assertThat(outcome.stored()).contains("31.00");
        assertThat(outcome.computed()).contains("30.00").doesNotContain("31.00");
    }

    private static void issued(Document document) {
        assertThat(new Issuing(DATABASE.session())
                        .run(new Runs(DATABASE.session()).named(document.run()), LocalDate.of(2026, 12, 31)))
                .extracting(IssuedNumbers::series)
                .contains("A2026");
        assertThatThrownBy(() -> DATABASE.client()
                        .sql("update invoice set net = net where id = ?")
                        .param(document.id())
                        .update())
                .hasMessageContaining("is issued and does not change any more");
        assertThatThrownBy(() -> DATABASE.client()
                        .sql("delete from invoice_line where invoice = ?")
                        .param(document.id())
                        .update())
                .hasMessageContaining("is issued and does not change any more");
        assertThat(new Documents(DATABASE.session()).find("A2026-000001"))
                .map(Document::id)
                .contains(document.id());
    }

    private RunResult bill(int month) {
        return runs.run(window(month), TestBook.book(), Progress.NONE);
    }

    private static Ask.Bill window(int month) {
        LocalDate first = LocalDate.of(2026, month, 1);
        return new Ask.Bill(first, first.plusMonths(1).minusDays(1));
    }

    private static void told(String... texts) {
        record(DATABASE, texts);
    }

    private static void record(TestDatabase database, String... texts) {
        List<Dossier> dossiers = java.util.Arrays.stream(texts)
                .map(text -> READER.read("test.yaml", text.getBytes(StandardCharsets.UTF_8))
                        .dossier())
                .toList();
        new Dossiers(database.session()).record(dossiers, "told");
    }

    /** The same rules under another version. */
    private static RuleBook otherBook() {
        BookSource source = TestBook.source();
        Map<String, String> rules = new TreeMap<>(source.rules());
        rules.replaceAll((file, text) -> text + "\n// changed since\n");
        return RuleBook.compile(new BookSource(rules, source.tables(), source.calculation()));
    }

    private Document only(String contract, RunResult run) {
        List<Document> made = documents.ofRun(run.run().id(), List.of(contract));
        assertThat(made).hasSize(1);
        return made.get(0);
    }

    private List<String> lines(String contract, RunResult run) {
        return documents.ofRun(run.run().id(), List.of(contract)).stream()
                .flatMap(d -> d.lines().stream())
                .map(Document.DocumentLine::decision)
                .toList();
    }

    private List<String> amounts(String contract, RunResult run) {
        return documents.ofRun(run.run().id(), List.of(contract)).stream()
                .flatMap(d -> d.lines().stream())
                .map(row -> row.subject() + " " + row.amount())
                .toList();
    }

    private static long opening(String contract) {
        return DATABASE.client()
                .sql("select count(*) from opening_line where contract_id = ?")
                .param(contract)
                .query(Long.class)
                .single();
    }

    private static long documents() {
        return DATABASE.client()
                .sql("select count(*) from invoice")
                .query(Long.class)
                .single();
    }
}
