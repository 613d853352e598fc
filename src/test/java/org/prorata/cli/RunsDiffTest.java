package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.book.engine.RuleBooks;
import org.prorata.decision.explain.Json;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;

class RunsDiffTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String CONTRACT = """
            terms: standard
            customer: {country: FR}
            contract:
              id: %s
              start: 2026-01-01
              term_months: null
              payment_days: 30
              billing: {every: month, timing: advance}
              items: [{id: seats, quantity: %d, price: 10.00, per: month, from: 2026-01-01}]
            """;

    @Test
    @DisplayName(
            "names lines of one side only and lines that changed, with the totals of both; previews, runs and debit notes")
    void differences() {
        CommandLineOf line = new CommandLineOf(DATABASE, RuleBooks.of(TestBook.book()));
        line.record(CONTRACT.formatted("C-1", 1));
        line.record(CONTRACT.formatted("C-2", 1));
        line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31", "--preview");
        line.record(CONTRACT.formatted("C-2", 3));
        line.record(CONTRACT.formatted("C-3", 1));
        line.run("bill", "--from", "2026-01-01", "--to", "2026-01-31");
        assertThat(line.run("runs", "diff", "1", "2")).as("%s", line.err()).isEqualTo(1);
        assertThat(line.out()).isEqualTo("""
                changed: C-2 seats recurring from 2026-01-01: 10.00 for 1 to 2026-01-31 on 2026-01-01 → 30.00 for 3 to 2026-01-31 on 2026-01-01
                changed: C-2 tax S 20 tax from 2026-01-01: 2.00 to 2026-01-01 on 2026-01-01 → 6.00 to 2026-01-01 on 2026-01-01
                only in run 2: C-3 seats recurring from 2026-01-01: 10.00 for 1 to 2026-01-31 on 2026-01-01
                only in run 2: C-3 tax S 20 tax from 2026-01-01: 2.00 to 2026-01-01 on 2026-01-01
                Run 1, preview of bill 2026-01-01 to 2026-01-31: 2 documents, 2 lines, net 20.00, tax 4.00, gross 24.00 EUR
                Run 2, bill 2026-01-01 to 2026-01-31: 3 documents, 3 lines, net 50.00, tax 10.00, gross 60.00 EUR
                0 only in run 1, 2 only in run 2, 2 changed
                """);
        assertThat(line.run("runs", "diff", "2", "1", "--json")).isEqualTo(1);
        Map<?, ?> json = (Map<?, ?>) Json.read(line.out());
        assertThat((List<?>) json.get("differences")).hasSize(4);
        assertThat(json.get("only_a")).isEqualTo(new BigDecimal(2));
        assertThat(line.run("runs", "diff", "2", "2")).isZero();
        assertThat(line.out()).endsWith("The same, line by line.\n");

        line.run("issue", "2", "--on", "2026-01-01");
        line.run("late", "--on", "2026-03-31", "--preview");
        line.run("late", "--on", "2026-04-30", "--preview");
        line.run("late", "--on", "2026-03-31");
        assertThat(line.run("runs", "diff", "3", "5")).as("%s", line.out()).isZero();
        assertThat(line.run("runs", "diff", "3", "4")).isEqualTo(1);
        assertThat(line.out())
                .contains(
                        "changed: C-1 D-000001 fee from 2026-03-31: 40.00 to 2026-03-31 on 2026-03-31 → 40.00 to 2026-04-30 on 2026-04-30\n");

        assertThat(line.run("runs", "diff", "2", "3")).isEqualTo(2);
        assertThat(line.err())
                .isEqualTo(
                        "run 2 is bill 2026-01-01 to 2026-01-31 and run 3 is preview of late 2026-03-31; two that bill are"
                                + " compared, or two that claim\n");
        assertThat(line.run("runs", "diff", "2", "9")).isEqualTo(2);
        assertThat(line.err()).isEqualTo("there is no run 9; prorata runs lists them\n");
        DATABASE.client().sql("delete from preview_invoice").update();
        assertThat(line.run("runs", "diff", "1", "2")).isEqualTo(2);
        assertThat(line.err())
                .isEqualTo(
                        "the lines of run 1 (preview of bill 2026-01-01 to 2026-01-31) are gone, as previews keep them for"
                                + " some days only; give the preview anew\n");
    }
}
