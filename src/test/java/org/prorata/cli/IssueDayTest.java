package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.book.engine.RuleBooks;
import org.prorata.run.TestBook;
import org.prorata.store.base.TestDatabase;

@DisplayName("The day of an issue")
class IssueDayTest {

    @RegisterExtension
    static final TestDatabase LATE = new TestDatabase();

    private static final String MONTHLY = """
            terms: standard
            customer: {country: FR}
            contract:
              id: K-1
              start: 2025-10-01
              term_months: null
              payment_days: 30
              billing: {every: month, timing: advance}
              items: [{id: seats, quantity: 1, price: 1000.00, per: month, from: 2025-10-01}]
            """;

    @Test
    @DisplayName(
            "stands on every number of it, whenever a draft fell due: the client is late only from the due day that counts from it")
    void late() {
        CommandLineOf line = new CommandLineOf(LATE, RuleBooks.of(TestBook.book()));
        line.record(MONTHLY);
        assertThat(line.run("bill", "--from", "2025-10-01", "--to", "2025-11-30"))
                .isZero();
        refused(
                line,
                "2026-12-01 lies after today, 2026-11-30; today or an earlier day is allowed",
                "issue",
                "1",
                "--on",
                "2026-12-01");
        assertThat(line.run("issue", "1", "--on", "2026-01-05"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).isEqualTo("Run 1: 2 issued, F2026-000001 to F2026-000002, of 2026-01-05\n");
        assertThat(line.run("issue", "1", "--on", "2026-01-04"))
                .as("nothing is left that could have a day")
                .isZero();
        assertThat(line.out()).isEqualTo("Run 1: nothing is left to issue\n");

        assertThat(line.run("late", "--on", "2026-02-04")).isZero();
        assertThat(line.out())
                .as("thirty days from the number, not from the invoicing day")
                .contains("Nothing more to claim");
        assertThat(line.run("late", "--on", "2026-02-05")).isZero();
        assertThat(line.out()).contains("1 claimed");
        assertThat(line.run("issue", "3", "--on", "2026-02-06"))
                .as("%s", line.err())
                .isZero();
        assertThat(line.out()).isEqualTo("Run 3: 1 issued, N2026-000001 to N2026-000001, of 2026-02-06\n");

        assertThat(line.run("explain", "F2026-000001")).isZero();
        assertThat(line.out())
                .startsWith(
                        "Invoice F2026-000001 (issued)\ncontract K-1, 5 January 2026 (invoicing day 1 October 2025), amounts");
        assertThat(line.run("export", "K-1")).isZero();
        assertThat(line.out()).contains("on: 2026-01-05", "invoicing_day: 2025-10-01", "invoicing_day: 2025-11-01");

        assertThat(line.run("bill", "--from", "2025-12-01", "--to", "2025-12-31"))
                .isZero();
        refused(
                line,
                "the last number of F2026, F2026-000002, is of 2026-01-05; 2026-01-04 lies before it, that day or a later one is allowed",
                "issue",
                "4",
                "--on",
                "2026-01-04");
        assertThat(line.run("issue", "4")).as("without a day: today").isZero();
        assertThat(line.out()).isEqualTo("Run 4: 1 issued, F2026-000003 to F2026-000003, of 2026-11-30\n");
        assertThat(line.run("numbers", "check")).as("%s", line.out()).isZero();
        assertThat(line.run("replay", "--all")).as("%s", line.out()).isZero();
    }

    private static void refused(CommandLineOf line, String message, String... arguments) {
        assertThat(List.of(line.run(arguments), line.err())).isEqualTo(List.of(2, message + "\n"));
    }
}
