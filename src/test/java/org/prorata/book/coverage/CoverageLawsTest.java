package org.prorata.book.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.Workbooks;
import org.prorata.decision.Reading;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;

@DisplayName("Regions found in made-up tables")
class CoverageLawsTest {

    private static final Sheet RATES = sheet("vat!rates");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int SPAN = 12;
    private static final Map<String, List<String>> KEYS = new LinkedHashMap<>(Map.of(
            "seller_country",
            List.of("FR", "ES"),
            "client",
            List.of("domestic", "eu", "other"),
            "professional",
            List.of("yes", "no"),
            "vat_id",
            List.of("yes", "no"),
            "kind",
            List.of("subscription", "option", "usage", "service")));

    private static Sheet sheet(String id) {
        return Shipped.sheets().stream()
                .filter(sheet -> sheet.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Sheet sheet, int number, Map<String, Object> values) {
        return new Row(new TableRow(sheet.workbook(), sheet.name(), number, List.of(), Reading.CONTRACT, null), values);
    }

    private static Table random(Random random, int rows) {
        List<Row> made = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Map<String, Object> values = new LinkedHashMap<>(Map.of("name", "row-" + (i + 5), "category", "S"));
            KEYS.forEach((key, allowed) -> {
                if (random.nextInt(3) > 0) {
                    String value = allowed.get(random.nextInt(allowed.size()));
                    values.put(key, Set.of("yes", "no").contains(value) ? (Object) value.equals("yes") : value);
                }
            });
            int from = random.nextInt(SPAN);
            if (random.nextBoolean()) {
                values.put("valid_from", START.plusDays(from));
            }
            if (random.nextBoolean()) {
                values.put("valid_to", START.plusDays(from + random.nextInt(4)));
            }
            made.add(row(RATES, i + 5, values));
        }
        return new Table(RATES, made);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("are exactly the questions that no row or several rows answer, each in one region")
    void exact(int seed) {
        Random random = new Random(seed);
        Table table = random(random, 3 + random.nextInt(14));
        List<TableFinding> found = Coverage.of(new Tables(List.of(table)));
        for (Map<String, String> asked : all()) {
            for (int day = -2; day < SPAN + 6; day++) {
                LocalDate on = START.plusDays(day);
                Set<Integer> answering = new TreeSet<>();
                table.rows().stream()
                        .filter(row -> answers(row, asked, on))
                        .forEach(row -> answering.add(row.ref().row()));
                Map<String, Region.Part> point = new LinkedHashMap<>();
                asked.forEach((key, value) -> point.put(key, new Region.Values(List.of(value))));
                point.put(Region.DAYS, new Region.DayStretch(on, on));
                List<TableFinding> here = found.stream()
                        .filter(finding -> finding.kind() != TableFinding.Kind.UNREACHED
                                && finding.region().holds(new Region(point)))
                        .toList();
                if (answering.size() == 1) {
                    assertThat(here).as(asked + " " + on).isEmpty();
                } else {
                    assertThat(here).as(asked + " " + on).hasSize(1);
                    assertThat(here.get(0).kind())
                            .isEqualTo(answering.isEmpty() ? TableFinding.Kind.GAP : TableFinding.Kind.OVERLAP);
                    if (!answering.isEmpty()) {
                        assertThat(here.get(0).rows()).containsExactlyElementsOf(answering);
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {11, 12, 13, 14})
    @DisplayName("are closed by the rows proposed, and nothing is answered twice by them")
    void closing(int seed) {
        Table table = random(new Random(seed), 6);
        List<TableFinding> found = Coverage.of(new Tables(List.of(table)));
        List<Row> rows = new ArrayList<>(table.rows());
        for (TableFinding gap : found.stream()
                .filter(finding -> finding.kind() == TableFinding.Kind.GAP)
                .toList()) {
            assertThat(gap.proposed()).as(gap.toString()).isNotEmpty();
            gap.proposed().forEach(cells -> {
                Map<String, Object> values = new LinkedHashMap<>(cells);
                cells.forEach((column, value) -> {
                    if (column.startsWith("valid_")) {
                        values.put(column, LocalDate.parse(value));
                    } else if (Set.of("professional", "vat_id").contains(column)) {
                        values.put(column, value.equals("yes"));
                    }
                });
                rows.add(row(RATES, rows.size() + 5, values));
            });
        }
        List<TableFinding> after = Coverage.of(new Tables(List.of(new Table(RATES, rows))));
        assertThat(after).noneMatch(finding -> finding.kind() == TableFinding.Kind.GAP);
        assertThat(after)
                .filteredOn(finding -> finding.kind() == TableFinding.Kind.OVERLAP)
                .allMatch(finding -> finding.rows().stream()
                        .allMatch(number -> number < table.rows().size() + 5));
    }

    @Test
    @DisplayName("come in less than a second from 500 rows with several keys")
    void quick() throws IOException {
        Table rates = random(new Random(99), 500);
        Tables shipped = Workbooks.read(Path.of("spreadsheets"), Shipped.sheets());
        Sheet end = sheet("termination!end");
        List<String> causes = List.of(
                "provider_breach", "client_breach", "force_majeure", "convenience", "non_renewal", "terms_refused");
        Table ends = new Table(
                end,
                IntStream.range(0, 500)
                        .mapToObj(i -> row(
                                end,
                                i + 5,
                                new LinkedHashMap<>(Map.of(
                                        "name",
                                        "row-" + (i + 5),
                                        "terms",
                                        "sesame",
                                        "cause",
                                        causes.get(i % 6),
                                        "plan",
                                        i % 4 < 2 ? "yearly" : "monthly",
                                        "by",
                                        i % 5 < 2 ? "client" : "provider",
                                        "valid_from",
                                        START.plusDays(i),
                                        "valid_to",
                                        START.plusDays(i + i % 50)))))
                        .toList());
        List<Table> all = new ArrayList<>(shipped.all());
        all.replaceAll(table -> table.sheet().equals(end) ? ends : table.sheet().equals(RATES) ? rates : table);
        Coverage.of(shipped);
        long begin = System.nanoTime();
        assertThat(Coverage.of(new Tables(all))).hasSizeGreaterThan(500);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    private static boolean answers(Row row, Map<String, String> asked, LocalDate on) {
        return asked.entrySet().stream()
                        .allMatch(key -> Set.of("", key.getValue()).contains(QueriedColumns.text(row, key.getKey())))
                && (row.date("valid_from") == null || !on.isBefore(row.date("valid_from")))
                && (row.date("valid_to") == null || !on.isAfter(row.date("valid_to")));
    }

    private static List<Map<String, String>> all() {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, List<String>> key : KEYS.entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> one : all) {
                for (String value : key.getValue()) {
                    Map<String, String> with = new LinkedHashMap<>(one);
                    with.put(key.getKey(), value);
                    more.add(with);
                }
            }
            all = more;
        }
        return all;
    }
}
