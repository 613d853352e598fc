package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintsTest {

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bill --from 2026-13-01 --to 2026-12-01 | Invalid value for option '--from': "2026-13-01" is not a day of the calendar: months run from 01 to 12
            bill --from 2026-02-01 --to 2026-02-30 | Invalid value for option '--to': "2026-02-30" is not a day of the calendar: February 2026 has 28 days
            late --on tomorrow                     | Invalid value for option '--on': "tomorrow" is not a date such as 2025-03-01
            late --on 9999-01-01                   | Invalid value for option '--on': "9999-01-01" is out of range; the years 1900 to 2999 are allowed
            exit K-1 --dates 2026-12-31,2026-02-30 | Invalid value for option '--dates' (DATE): "2026-02-30" is not a day of the calendar: February 2026 has 28 days
            parked one                             | Invalid value for positional parameter at index 0 (RUN): "one" is not a whole number such as 1
            limit --amount 5,5                     | Invalid value for option '--amount': "5,5" is not an amount such as 1250.50
            limit --amount NaN                     | Invalid value for option '--amount': "NaN" is not an amount such as 1250.50
            limit --amount 1e999999999             | Invalid value for option '--amount': "1e999999999" is not an amount such as 1250.50
            bill --from 2026-01-01                 | Missing required option: '--to=DATE'
            runs --frob                            | Unknown option: '--frob'
            """)
    @DisplayName("a command line that cannot be read is told in one line, and where to read what is allowed")
    void unread(String line, String said) {
        String[] args =
                (line.startsWith("limit") ? "tables " + line : line).strip().split(" +");
        assertThat(run(args)).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        said,
                        "What is allowed: prorata " + (args[0].equals("tables") ? "tables limit" : args[0])
                                + " --help");
    }

    @Test
    @DisplayName("a mistyped command is shown its likes")
    void mistyped() {
        assertThat(run("bil")).isEqualTo(2);
        assertThat(err.toString()).contains("'bil'", "Did you mean: prorata bill?", "prorata --help");
    }

    private int run(String... args) {
        return Main.run(
                () -> {
                    throw new AssertionError("no rules are needed");
                },
                () -> {
                    throw new AssertionError("no rule book is needed");
                },
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                args);
    }
}
