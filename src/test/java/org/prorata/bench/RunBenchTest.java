package org.prorata.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prorata.app.Replay;
import org.prorata.run.TestBook;
import org.prorata.store.base.Database;
import org.prorata.store.base.TestDatabase;

class RunBenchTest {

    private static final int CONTRACTS = 1_200;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "nine of ten contracts get an invoice, of four lines or more, the run proves right, all is replayed the same")
    void runs() {
        StringWriter out = new StringWriter();
        Database owner = Database.own(DATABASE.settings());
        RunBench bench = new RunBench(BenchDatabase.session(owner), TestBook.book(), 2, folder, new PrintWriter(out));
        assertThat(bench.run(CONTRACTS, 7)).as(out.toString()).isTrue();
        long invoices = count("select count(*) from invoice where kind = 'invoice'");
        assertThat(count("select count(distinct contract_id) from invoice")).isGreaterThan(CONTRACTS * 9 / 10);
        assertThat(count("select count(*) from invoice_line")).isGreaterThan(4 * invoices);
        assertThat(count("select count(*) from invoice where kind = 'credit_note'"))
                .isZero();
        assertThat(count("select count(*) from invoice_line where catch_up")).isZero();
        assertThat(out.toString().lines().reduce((first, last) -> last).orElseThrow())
                .matches("ratio-to-floor \\d+\\.\\d");
        assertThat(folder).isEmptyDirectory();
        assertThat(new Replay(DATABASE.session()).all(each -> {}).same()).isEqualTo(invoices);
        assertThatThrownBy(() -> bench.run(CONTRACTS, 7)).hasMessageContaining("name another folder");
    }

    @Test
    @DisplayName("a seed makes the same contracts again, another one others")
    void seeded() {
        assertThat(new Portfolio(50, 3)).containsExactlyElementsOf(new Portfolio(50, 3));
        assertThat(StreamSupport.stream(new Portfolio(50, 4).spliterator(), false))
                .doesNotContainAnyElementsOf(new Portfolio(50, 3));
    }

    private static long count(String sql) {
        return DATABASE.client().sql(sql).query(Long.class).single();
    }
}
