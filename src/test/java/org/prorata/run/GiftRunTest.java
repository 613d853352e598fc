package org.prorata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.app.Exporter;
import org.prorata.contract.Ask;
import org.prorata.ledger.Progress;
import org.prorata.store.base.TestDatabase;

@DisplayName("A gift code, in runs")
class GiftRunTest {

    @RegisterExtension
    static final TestDatabase TOLD = new TestDatabase();

    private static final String DOSSIER = """
            terms: teachup-2022-05
            customer: {id: C-1, country: FR, subsidiary_pct: 60}
            contract:
              id: TU-1
              start: 2026-01-01
              gift_code: true
              items: [{id: platform, price: 12000.00, per: year, from: 2026-01-01, plan: master}]
            """;

    @Test
    @DisplayName("it is given once, taken back when it turns out wrong, and told again as it was recorded")
    void once() {
        Told.dossiers(TOLD.session(), DOSSIER);
        PortfolioRun runs = new PortfolioRun(TOLD.session());
        runs.run(window(1), TestBook.book(), Progress.NONE);
        assertThat(lines()).containsExactly("gift 1000.00", "recurring 12000.00");
        assertThat(runs.run(window(2), TestBook.book(), Progress.NONE).nothingMore())
                .isTrue();
        Told.dossiers(TOLD.session(), DOSSIER.replace("gift_code: true", "gift_code: false"));
        assertThat(runs.run(window(3), TestBook.book(), Progress.NONE).mismatches())
                .isEmpty();
        assertThat(lines()).containsExactly("gift 1000.00", "gift_reversed 1000.00", "recurring 12000.00");
        assertThat(runs.run(window(3), TestBook.book(), Progress.NONE).nothingMore())
                .isTrue();
        Told.replaysTheSame(TOLD.session());
        new Exporter(TOLD.session())
                .all((contract, yaml) -> assertThat(yaml)
                        .contains("subsidiary_pct: 60", "plan: master")
                        .doesNotContain("gift_code"));
    }

    private static Ask.Bill window(int month) {
        LocalDate first = LocalDate.of(2026, month, 1);
        return new Ask.Bill(first, first.plusMonths(1).minusDays(1));
    }

    private static List<String> lines() {
        return TOLD.client()
                .sql("select reason || ' ' || amount from invoice_line order by 1")
                .query(String.class)
                .list();
    }
}
