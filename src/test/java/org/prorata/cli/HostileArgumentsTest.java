package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.store.base.TestDatabase;

@DisplayName("arguments that nobody means")
class HostileArgumentsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String ID = "O'Neil \"9\"";
    private static final String LONG = "x".repeat(10_000);
    private static CommandLineOf line;

    @BeforeAll
    static void contract() {
        line = new CommandLineOf(DATABASE, RuleBooks.of(RuleBook.shipped()));
        line.record("""
                terms: standard
                customer: {id: C-1, country: FR}
                contract:
                  id: 'O''Neil "9"'
                  start: 2026-01-01
                  term_months: 12
                  billing: {every: month, timing: advance}
                  items: [{id: app, kind: subscription, quantity: 1, price: 100.00, per: month, from: 2026-01-01}]
                """);
    }

    /** What is said in one line, before a hint at the help. */
    static Stream<Arguments> refused() {
        String days = IntStream.range(0, 100)
                .mapToObj(i -> LocalDate.of(2027, 1, 1).plusDays(i).toString())
                .collect(Collectors.joining(","));
        return Stream.of(
                said(
                        "\"0001-01-01\" is out of range; the years 1900 to 2999 are allowed",
                        "exit",
                        ID,
                        "--dates",
                        "2027-01-31,0001-01-01"),
                said(
                        "\"9999-12-31\" is out of range; the years 1900 to 2999 are allowed",
                        "exit",
                        ID,
                        "--dates",
                        "2027-01-31",
                        "--notice",
                        "9999-12-31"),
                said(
                        "--dates 2036-12-01 lies more than 10 years after the notice of 2026-11-30; a day up to 2036-11-30 is allowed",
                        "exit",
                        ID,
                        "--dates",
                        "2036-11-30,2036-12-01"),
                said(
                        "--notice 2036-12-01 lies more than 10 years after today, 2026-11-30; a day up to 2036-11-30 is allowed",
                        "exit",
                        ID,
                        "--dates",
                        "2037-01-31",
                        "--notice",
                        "2036-12-01"),
                said(
                        "dates times causes are 100 × 3 = 300 exits; at most 60 are compared at once",
                        "exit",
                        ID,
                        "--dates",
                        days),
                said("--dates: at least one is wanted", "exit", ID, "--dates", ","),
                said("--causes: at least one is wanted", "exit", ID, "--dates", "2027-01-31", "--causes", ","),
                said(
                        "--causes: \"switching convenience\" is not one of provider_breach, client_breach",
                        "exit",
                        ID,
                        "--dates",
                        "2027-01-31",
                        "--causes",
                        "switching\nconvenience"),
                said("\"2027-01 -31\" is not a date such as 2025-03-01", "exit", ID, "--dates", "2027-01\n-31"),
                said("there is neither a file nor a contract called K 1", "exit", "K\n1", "--dates", "2027-01-31"),
                said(
                        "argument 2 holds the sign U+0000; visible text is wanted: K 1",
                        "exit",
                        "K\0" + "1",
                        "--dates",
                        "2027-01-31"),
                said(
                        "there is neither a file nor a contract called " + "x".repeat(120) + "…",
                        "exit",
                        LONG,
                        "--dates",
                        "2027-01-31"),
                said(
                        "there is neither a file nor a contract called '; drop table contract; --",
                        "exit",
                        "'; drop table contract; --",
                        "--dates",
                        "2027-01-31"),
                said("Unmatched argument at index 4: 'xxx", "exit", ID, "--dates", "2027-01-31", LONG),
                said(
                        "2036-12-01 lies more than 10 years after today, 2026-11-30; a day up to 2036-11-30 is allowed",
                        "bill",
                        "--from",
                        "2036-11-01",
                        "--to",
                        "2036-12-01"),
                said(
                        "the window from 1900-01-01 to 2036-11-30 is longer than 10 years; at most 10 years are billed at once",
                        "bill",
                        "--from",
                        "1900-01-01",
                        "--to",
                        "2036-11-30"),
                said(
                        "the window ends on 2026-01-01, before it begins on 2026-02-01",
                        "bill",
                        "--from",
                        "2026-02-01",
                        "--to",
                        "2026-01-01"),
                said(
                        "\"9999-12-31\" is out of range; the years 1900 to 2999 are allowed",
                        "bill",
                        "--from",
                        "2026-01-01",
                        "--to",
                        "9999-12-31"),
                said(
                        "option '--from' (DATE) should be specified only once",
                        "bill",
                        "--from",
                        "2026-01-01",
                        "--from",
                        "2026-02-01",
                        "--to",
                        "2026-03-01"),
                said(
                        "2036-12-01 lies more than 10 years after today, 2026-11-30; a day up to 2036-11-30 is allowed",
                        "late",
                        "--on",
                        "2036-12-01"),
                said(
                        "\"0001-01-01\" is out of range; the years 1900 to 2999 are allowed",
                        "late",
                        "--on",
                        "0001-01-01"),
                said("there is neither a file nor a contract called K 1", "dates", "K\n1"),
                said("there is neither a file nor a contract called " + "x".repeat(120) + "…", "dates", LONG),
                said("argument 2 holds the sign U+0000", "dates", "\0"),
                said("the contract " + ID + " is given twice; once is allowed", "dates", ID, ID),
                said("\"9999-12-31\" is out of range", "dates", ID, "--from", "9999-12-31"),
                said("no contract is called K 1", "export", "K\n1"),
                said("no invoice, credit note or debit note is called " + "x".repeat(120) + "…", "explain", LONG));
    }

    private static Arguments said(String line, String... arguments) {
        return Arguments.of(line, List.of(arguments));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("refused")
    @DisplayName("are refused in one line with status 2")
    void refusedInOneLine(String said, List<String> arguments) {
        assertThat(line.run(arguments.toArray(String[]::new)))
                .as("%s%s", line.out(), line.err())
                .isEqualTo(2);
        List<String> lines = line.err()
                .lines()
                .filter(one -> !one.startsWith("What is allowed: prorata "))
                .toList();
        assertThat(lines).singleElement().asString().contains(said).hasSizeLessThan(500);
        assertThat(line.out()).isEmpty();
    }

    @Test
    @DisplayName("that say a thing twice are answered once, and the last days allowed are")
    void answered() {
        assertThat(line.run(
                        "exit", ID, "--dates", "2027-01-31,2027-01-31", "--causes", "switching,SWITCHING,switching"))
                .isZero();
        assertThat(line.out().lines().filter(one -> one.startsWith("cause")))
                .singleElement()
                .asString()
                .matches("cause +switching provider");
        assertThat(line.run("exit", ID, "--dates", "2036-11-30", "--causes", "convenience"))
                .isZero();
        assertThat(line.run("exit", ID, "--dates", "2037-01-31", "--causes", "convenience", "--notice", "2036-11-30"))
                .isZero();
        assertThat(line.run("dates", ID)).isZero();
        assertThat(line.run("bill", "--from", "2036-11-01", "--to", "2036-11-30", "--preview"))
                .isZero();
    }
}
