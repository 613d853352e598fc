package org.prorata.store.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.contract.ChargeReason;

class CopyRowsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    @DisplayName(
            "what is sent as bytes is to the letter what the same cells are as text, every number of digits, sign and scale included")
    void binaryIsText() {
        // tables that last as long as the transaction does
        DATABASE.session().tx().executeWithoutResult(status -> sendBoth());
    }

    private static void sendBoth() {
        for (String table : List.of("as_text", "as_bytes")) {
            DATABASE.session()
                    .client()
                    .sql("create temporary table " + table
                            + " (n bigint, i integer, d date, b boolean, t text, x numeric) on commit drop")
                    .update();
        }
        CopyRows text = new CopyRows("as_text", "n", "i", "d", "b", "t", "x");
        CopyRows bytes =
                CopyRows.typed("as_bytes", "n bigint", "i integer", "d date", "b boolean", "t text", "x numeric");
        List<BigDecimal> numbers = numbers();
        for (int i = 0; i < numbers.size(); i++) {
            Object[] cells = {
                Long.MAX_VALUE - i,
                i - 7,
                LocalDate.of(1890, 2, 27).plusDays(61L * i),
                i % 2 == 0,
                i % 3 == 0 ? ChargeReason.RECURRING : "tab\t, line\n, \\ and é€𝄞 " + i,
                numbers.get(i)
            };
            if (i < cells.length) {
                cells[i] = null;
            }
            text.row(cells);
            bytes.row(cells);
        }
        text.send(DATABASE.session());
        bytes.send(DATABASE.session());
        String rows =
                "select coalesce(n::text, '-') || ' ' || coalesce(i::text, '-') || coalesce(d::text, '-') || coalesce(b::text, '-') || coalesce(t, '-')"
                        + " || ' ' || coalesce(x::text, '-') from %s order by n desc nulls first";
        List<String> sent = DATABASE.session()
                .client()
                .sql(rows.formatted("as_bytes"))
                .query(String.class)
                .list();
        assertThat(sent)
                .hasSize(numbers.size())
                .isEqualTo(DATABASE.session()
                        .client()
                        .sql(rows.formatted("as_text"))
                        .query(String.class)
                        .list());
    }

    private static List<BigDecimal> numbers() {
        Random random = new Random(3);
        List<BigDecimal> numbers = new ArrayList<>(Arrays.asList(
                null,
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ZERO,
                new BigDecimal("0.00"),
                new BigDecimal("1E+5"),
                new BigDecimal("-1E-40"),
                BigDecimal.valueOf(Long.MIN_VALUE, 4)));
        for (int digits = 1; digits <= 40; digits++) {
            for (int scale = 0; scale <= 24; scale++) {
                BigInteger unscaled = new BigInteger(digits * 10 / 3, random);
                numbers.add(new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale));
                numbers.add(new BigDecimal(BigInteger.TEN.pow(digits), scale));
            }
        }
        return numbers;
    }
}
