package org.prorata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.app.RunOutcome;
import org.prorata.contract.Ask;
import org.prorata.ledger.Parked;
import org.prorata.ledger.ProfileTotals;
import org.prorata.ledger.Run;
import org.prorata.ledger.TakenAsInvoiced;

class RunPrinterTest {

    private static final Ask.Bill OCTOBER = new Ask.Bill(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    @Test
    @DisplayName("the one currency of a run stands in the head of the table")
    void oneCurrency() {
        assertThat(shown(
                        run(false, Run.State.DONE),
                        List.of(totals("sesame", "EUR", "1000.00"), totals("standard", "EUR", "-2.50")),
                        List.of()))
                .containsExactly(
                        "Run 7, bill from 2026-10-01 to 2026-10-31: 2 contracts, 2 billed, 0 with nothing due, 0 parked",
                        "  terms                 contracts documents  credits   lines         net EUR         tax EUR       gross EUR",
                        "  sesame                        1         2        1       3        1,000.00            0.00        1,000.00",
                        "  standard                      1         2        1       3           -2.50            0.00           -2.50",
                        "  all                           2         4        2       6          997.50            0.00          997.50");
    }

    @Test
    @DisplayName("amounts of different currencies are summed apart")
    void twoCurrencies() {
        assertThat(shown(
                        run(false, Run.State.DONE),
                        List.of(totals("standard", "EUR", "10.00"), totals("standard", "JPY", "1500")),
                        List.of()))
                .endsWith(
                        "  standard EUR                  1         2        1       3           10.00            0.00           10.00",
                        "  standard JPY                  1         2        1       3           1,500            0.00        1,500.00",
                        "  all EUR                       1         2        1       3           10.00            0.00           10.00",
                        "  all JPY                       1         2        1       3           1,500            0.00        1,500.00");
    }

    @Test
    @DisplayName("of many parked contracts the first are shown")
    void manyParked() {
        List<Parked> parked = IntStream.range(0, 25)
                .mapToObj(i -> new Parked("K-" + i, "no-row", "no rate"))
                .toList();
        assertThat(shown(run(false, Run.State.DONE), List.of(), parked))
                .hasSize(23)
                .endsWith("  parked K-19: no rate", "  … and 5 more: prorata parked 7");
        assertThat(shown(run(true, Run.State.DONE), List.of(), parked))
                .startsWith(
                        "Preview, run 7, bill from 2026-10-01 to 2026-10-31: 25 contracts, 0 billed, 0 with nothing due, 25 parked");
    }

    @Test
    @DisplayName("a run that was stopped says how to go on with it")
    void stopped() {
        assertThat(shown(run(false, Run.State.INTERRUPTED), List.of(), List.of()))
                .endsWith(
                        "Stopped before it was done; what is stored is whole. To go on: prorata bill --from 2026-10-01 --to 2026-10-31");
    }

    private static Run run(boolean preview, Run.State state) {
        return new Run(
                7,
                OCTOBER,
                1,
                "0123456789abcdef",
                1,
                OffsetDateTime.MIN,
                OffsetDateTime.MIN,
                state,
                null,
                null,
                preview,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    private static ProfileTotals totals(String terms, String currency, String net) {
        return new ProfileTotals(
                terms,
                currency,
                1,
                2,
                1,
                3,
                new BigDecimal(net),
                new BigDecimal("0.00"),
                new BigDecimal(net).add(new BigDecimal("0.00")));
    }

    private static List<String> shown(Run run, List<ProfileTotals> profiles, List<Parked> parked) {
        StringWriter out = new StringWriter();
        Run.Counts counts = new Run.Counts(
                profiles.size() + parked.size(),
                profiles.size(),
                0,
                parked.size(),
                2L * profiles.size(),
                3L * profiles.size(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        new RunPrinter(new PrintWriter(out, true), new PrintWriter(new StringWriter()))
                .show(new RunOutcome(
                        run,
                        false,
                        counts,
                        profiles,
                        parked,
                        List.of(),
                        null,
                        new TakenAsInvoiced(null, 0, Map.of(), List.of()),
                        List.of(),
                        0));
        return out.toString().lines().toList();
    }
}
