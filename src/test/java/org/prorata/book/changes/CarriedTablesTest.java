package org.prorata.book.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.schema.CanonicalTables;
import org.prorata.book.schema.CellText;
import org.prorata.book.schema.CitedRows;
import org.prorata.book.schema.ClauseSheets;
import org.prorata.book.schema.Column;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.decision.explain.Sentences;
import org.prorata.decision.policy.Row;

@DisplayName("What people changed in tables, on the tables of the next program")
class CarriedTablesTest {

    private static final Sheet SHEET = Sheet.policy(
            "fees",
            "late",
            "Fees",
            Column.key("country", "Country", "FR", "ES"),
            Column.decimal("amount", "Amount", 2, "0", "1000").mandatory(),
            Column.list("basis", "Basis", "flat", "share"));
    private static final Sheet SERIES =
            Sheet.halfYears("rates", "ecb", "Rates", Column.decimal("rate_pct", "Rate", 2, "0", "100"));
    private static final Sheet TERMS =
            sheet(columns -> Stream.concat(columns.stream(), Stream.of(Column.key("terms", "Terms")))
                    .toList());
    private static final Sheet PROFILES = Sheet.policy(
            "contract-terms",
            "profiles",
            "Contracts",
            Column.key("terms", "Terms").mandatory());
    private static final Set<String> CLAUSES = Set.of("C-ONE", "C-TWO");
    private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);
    private static final Tables BASE =
            tables(SHEET, row("france", "40", "flat"), row("spain", "30", "flat"), row("italy", "20", "flat"));

    @Test
    @DisplayName("a cell, a row more and a row less are carried over; what the program changed elsewhere stays")
    void carried() {
        Tables edited =
                tables(SHEET, row("france", "45", "flat"), row("spain", "30", "flat"), row("malta", "12", "share"));
        Tables now = tables(
                SHEET,
                row("germany", "50", "flat"),
                row("france", "40", "share"),
                row("spain", "31", "flat"),
                row("italy", "20", "flat"));
        CarriedTables carried = CarriedTables.of(BASE, edited, now, CLAUSES);
        assertThat(carried.left()).isEmpty();
        assertThat(told(carried))
                .containsExactly(
                        "changed: fees!late france (row 6): amount 40 → 45",
                        "removed: fees!late italy (row 8): name italy, clauses C-ONE, amount 20, basis flat, reading contract",
                        "added: fees!late malta (row 8): name malta, clauses C-ONE, amount 12, basis share, reading contract");
        assertThat(CanonicalTables.write(carried.tables()))
                .isEqualTo(CanonicalTables.write(tables(
                        SHEET,
                        row("germany", "50", "flat"),
                        row("france", "45", "share"),
                        row("spain", "31", "flat"),
                        row("malta", "12", "share"))));
    }

    @Test
    @DisplayName(
            "what both changed alike needs nothing; what both changed, or the new tables have no place for, is named with the reason")
    void left() {
        Tables edited =
                tables(SHEET, row("france", "45", "share"), row("spain", "33", "flat"), row("malta", "12", "flat"));
        Tables now =
                tables(SHEET, row("france", "47", "share"), row("malta", "13", "flat"), row("italy", "21", "flat"));
        CarriedTables carried = CarriedTables.of(BASE, edited, now, CLAUSES);
        assertThat(carried.carried()).isEmpty();
        assertThat(carried.tables()).isEqualTo(now);
        assertThat(why(carried))
                .containsExactly(
                        "france amount: the program changed the cell too, to 47",
                        "spain amount: there is no such row any more",
                        "italy name,clauses,amount,basis,reading: the program has changed the row that was taken out",
                        "malta amount: the program brings another row of that name");
    }

    @Test
    @DisplayName("a sheet, a column, a listed value or a clause that is gone is named")
    void gone() {
        Tables edited =
                tables(SHEET, row("france", "45", "share"), row("spain", "30", "flat"), row("italy", "20", "flat"));
        assertThat(why(CarriedTables.of(BASE, edited, new Tables(List.of()), CLAUSES)))
                .containsExactly("france amount,basis: there is no sheet fees!late any more");
        Sheet without = sheet(columns -> columns.stream()
                .filter(column -> !column.name().equals("amount"))
                .toList());
        CarriedTables carried = CarriedTables.of(BASE, edited, tables(without, row("france", null, "flat")), CLAUSES);
        assertThat(why(carried)).containsExactly("france amount: there is no column amount any more");
        assertThat(told(carried)).containsExactly("changed: fees!late france (row 5): basis flat → share");
        Sheet flat = sheet(columns -> columns.stream()
                .map(column -> column.name().equals("basis") ? Column.list("basis", "Basis", "flat") : column)
                .toList());
        carried = CarriedTables.of(BASE, edited, tables(flat, row("france", "40", "flat")), CLAUSES);
        assertThat(why(carried))
                .containsExactly(
                        "france basis: basis: \"share\"; flat is allowed".replace("flat is allowed", allowed(carried)));
        Tables cites = tables(
                SHEET,
                row("france", "40", "flat"),
                row("spain", "30", "flat"),
                row("italy", "20", "flat"),
                row("malta", "1", "flat"));
        assertThat(why(CarriedTables.of(BASE, cites, BASE, Set.of("C-TWO"))))
                .containsExactly("malta name,clauses,amount,basis,reading: C-ONE is in the register no more");
    }

    private static String allowed(CarriedTables carried) {
        String told = ENGLISH.of(carried.left().get(0).why());
        assertThat(told).contains("flat");
        return told.substring(told.indexOf("; ") + 2);
    }

    @Test
    @DisplayName(
            "a clause that people added is carried over with the rows that cite it, unless the program has a convention of its id by now")
    void ownClauses() {
        Tables now = BASE.with(clauses("X-SHIPPED"));
        Tables edited = tables(
                        SHEET,
                        row("france", "40", "flat"),
                        row("spain", "30", "flat"),
                        row("italy", "20", "flat"),
                        citing("malta", "X-OWN"))
                .with(clauses("X-SHIPPED", "X-OWN"));
        CarriedTables carried = CarriedTables.of(now, edited, now, CLAUSES);
        assertThat(carried.left()).isEmpty();
        assertThat(CanonicalTables.write(carried.tables())).isEqualTo(CanonicalTables.write(edited));
        carried = CarriedTables.of(now, edited, now, Set.of("C-ONE", "X-OWN"));
        assertThat(why(carried))
                .containsExactly(
                        "X-OWN id,document,version,article,says_en,says_fr: X-OWN is a convention of the program");
        assertThat(told(carried))
                .containsExactly(
                        "added: fees!late malta (row 8): name malta, clauses X-OWN, amount 1, basis flat, reading contract");
        // a clause that the program gave up is not saved by rows that did not change
        assertThat(why(CarriedTables.of(now.with(clauses("X-OLD")), edited.with(clauses("X-OLD")), now, CLAUSES)))
                .containsExactly("malta name,clauses,amount,basis,reading: X-OWN is in the register no more");
    }

    @Test
    @DisplayName("a clause or profile that people took out stays, and is named, where a row of the new tables cites it")
    void stillCited() {
        Tables base = BASE.with(clauses("X-USED", "X-FREE", "X-PROFILE"))
                .with(tables(PROFILES, profile("kept", "C-ONE"), profile("gone", "X-PROFILE")));
        Tables edited = BASE.with(clauses()).with(tables(PROFILES, profile("kept", "C-ONE")));
        Map<String, String> france = row("france", "40", "flat");
        france.put("terms", "gone");
        Tables now = base.with(tables(
                TERMS, france, row("spain", "30", "flat"), row("italy", "20", "flat"), citing("malta", "X-USED")));
        CarriedTables carried = CarriedTables.of(base, edited, now, CLAUSES);
        assertThat(carried.left().stream().map(each -> each.difference().key() + ": " + ENGLISH.of(each.why())))
                .containsExactly(
                        "X-USED: it is still cited by fees!late malta",
                        "X-PROFILE: it is still cited by contract-terms!profiles gone",
                        "gone: it is still cited by fees!late france");
        assertThat(carried.carried().stream().map(TablesDiff.RowDifference::key))
                .containsExactly("X-FREE");
        assertThat(CanonicalTables.write(carried.tables()))
                .isEqualTo(CanonicalTables.write(now.with(clauses("X-USED", "X-PROFILE"))));
        assertThat(new Sentences(Locale.FRENCH).of(carried.left().get(0).why()))
                .isEqualTo("toujours citée par fees!late malta");
        assertThat(CarriedTables.of(base, edited, base, CLAUSES).left()).isEmpty();
    }

    @Test
    @DisplayName("rows of a series stand at their days")
    void series() {
        Tables base = tables(SERIES, half("2026", "1", "2"));
        Tables edited = tables(SERIES, half("2026", "1", "2"), half("2026", "2", "3"), half("2027", "2", "4"));
        Tables now = tables(SERIES, half("2026", "1", "2"), half("2027", "1", "5"));
        CarriedTables carried = CarriedTables.of(base, edited, now, CLAUSES);
        assertThat(carried.left()).isEmpty();
        assertThat(carried.tables().table("rates!ecb").rows().stream()
                        .map(row -> row.integer("year") + "/" + row.integer("half") + "/"
                                + row.ref().row()))
                .containsExactly("2026/1/5", "2026/2/6", "2027/1/7", "2027/2/8");
    }

    @Test
    @DisplayName("tables of an older program are read with what this one does not know, and are the same text again")
    void older() {
        String text =
                "fees!gone!5\tname=a\tclauses=C-ONE\tmuch=1\nfees!late!5\tname=france\tclauses=C-ONE\tcountry=FR\tformer=x y\tamount=40\treading=contract\n";
        assertThatThrownBy(() -> CanonicalTables.read(text, List.of(SHEET)))
                .hasMessageContaining("\"fees!gone!5\" is not a row of a known sheet");
        Tables read = CanonicalTables.readOlder(text, List.of(SHEET));
        assertThat(CanonicalTables.write(read)).isEqualTo(text);
        assertThat(read.table("fees!late").rows().get(0).text("former")).isEqualTo("x y");
        assertThat(read.table("fees!late").rows().get(0).decimal("amount")).isEqualByComparingTo("40");
    }

    private static List<String> told(CarriedTables carried) {
        return carried.carried().stream().map(each -> each.told(ENGLISH)).toList();
    }

    private static List<String> why(CarriedTables carried) {
        return carried.left().stream()
                .map(each -> each.difference().key() + " "
                        + String.join(
                                ",",
                                each.difference().cells().stream()
                                        .map(TablesDiff.Cell::column)
                                        .toList()) + ": " + ENGLISH.of(each.why()))
                .toList();
    }

    private static Sheet sheet(UnaryOperator<List<Column>> columns) {
        return new Sheet(SHEET.workbook(), SHEET.name(), SHEET.title(), SHEET.kind(), columns.apply(SHEET.columns()));
    }

    private static Map<String, String> row(String name, String amount, String basis) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("name", name);
        cells.put("clauses", "C-ONE");
        cells.put("amount", amount);
        cells.put("basis", basis);
        cells.put("reading", "contract");
        cells.values().removeIf(value -> value == null);
        return cells;
    }

    private static Map<String, String> citing(String name, String clause) {
        Map<String, String> cells = row(name, "1", "flat");
        cells.put("clauses", clause);
        return cells;
    }

    private static Map<String, String> profile(String terms, String clause) {
        return Map.of("name", terms, "terms", terms, "clauses", clause, "reading", "contract");
    }

    private static Tables clauses(String... ids) {
        return tables(
                ClauseSheets.CLAUSES,
                Stream.of(ids)
                        .map(id -> Map.of(
                                "id",
                                id,
                                "document",
                                "Law",
                                "version",
                                "1",
                                "article",
                                "art. 1",
                                "says_en",
                                "One.",
                                "says_fr",
                                "Un."))
                        .toList());
    }

    private static Map<String, String> half(String year, String half, String rate) {
        return Map.of("year", year, "half", half, "rate_pct", rate, "status", "published");
    }

    @SafeVarargs
    private static Tables tables(Sheet sheet, Map<String, String>... rows) {
        return tables(sheet, List.of(rows));
    }

    private static Tables tables(Sheet sheet, List<Map<String, String>> rows) {
        List<Row> all = new ArrayList<>();
        for (Map<String, String> cells : rows) {
            Map<String, Object> values = new LinkedHashMap<>();
            sheet.columns().stream()
                    .filter(column -> cells.containsKey(column.name()))
                    .forEach(column -> values.put(column.name(), CellText.parse(column, cells.get(column.name()))));
            all.add(CitedRows.of(sheet, CitedRows.FIRST_ROW + all.size(), values));
        }
        return new Tables(List.of(new Table(sheet, all)));
    }
}
