package org.prorata.book.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.schema.Sheet;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.TextCopy;
import org.prorata.book.workbook.Workbooks;
import org.prorata.decision.explain.Sentences;

@DisplayName("What tables leave open, answer twice or never answer")
class CoverageTest {

    private static final Tables SHIPPED = shipped();

    private static Tables shipped() {
        try {
            return Workbooks.read(Path.of("spreadsheets"), Shipped.sheets());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<TableFinding> found(String workbook, UnaryOperator<String> edit) throws IOException {
        // rows are added at the end of the tables, before the tests
        String text =
                Files.readString(Path.of("spreadsheets", workbook + ".yaml")).replaceFirst("(?s)\ntests:\n.*", "\n");
        String edited = edit.apply(text);
        assertThat(edited).isNotEqualTo(text);
        Tables changed = TextCopy.read(workbook, edited, Shipped.sheets());
        List<Table> all = new ArrayList<>(SHIPPED.all());
        all.replaceAll(table -> table.sheet().workbook().equals(workbook)
                ? changed.table(table.sheet().id())
                : table);
        List<TableFinding> findings = new ArrayList<>(Coverage.of(new Tables(all)));
        findings.removeAll(Coverage.of(SHIPPED));
        return findings;
    }

    private static List<String> messages(String workbook, UnaryOperator<String> edit) throws IOException {
        return found(workbook, edit).stream().map(TableFinding::toString).toList();
    }

    @Test
    @DisplayName("every policy sheet says who asks it, and only such sheets do")
    void questions() {
        assertThat(SheetUses.ALL.keySet())
                .containsExactlyInAnyOrderElementsOf(Shipped.sheets().stream()
                        .filter(Sheet::policy)
                        .map(Sheet::id)
                        .toList());
    }

    @Test
    @DisplayName("a row taken away leaves a gap, and a row is proposed that closes it")
    void rowAway() throws IOException {
        List<TableFinding> found =
                found("service-level", text -> text.replaceFirst(".*name: connelink-internet-full.*\n", ""));
        assertThat(found)
                .hasSize(1)
                .first()
                .hasToString("service-level!outage-causes: terms connelink-2022-01; cause internet; kind full: "
                        + "covered by no row, nearest: row 13; a row with terms connelink-2022-01, cause internet, kind full and the rest as in row 13 "
                        + "would close it");
        assertThat(found.get(0).proposed())
                .hasSize(1)
                .first()
                .satisfies(row -> assertThat(row)
                        .containsEntry("name", "connelink-any-degraded-2")
                        .containsEntry("terms", "connelink-2022-01")
                        .containsEntry("cause", "internet")
                        .containsEntry("kind", "full")
                        .containsEntry("effect", "ignored")
                        .containsEntry("clauses", "CL-AVAIL")
                        .doesNotContainKey("valid_from"));
    }

    @Test
    @DisplayName("values of a list that lie open together are one region")
    void merged() throws IOException {
        assertThat(messages(
                        "reversibility",
                        text -> text.replaceFirst(".*name: connelink-convenience.*\n", "")
                                .replaceFirst(".*name: connelink-non-renewal.*\n", "")))
                .containsExactly(
                        "reversibility!cost: terms connelink-2022-01; cause convenience or non_renewal: covered by no row, nearest: row 5; "
                                + "2 rows, the first with terms connelink-2022-01, cause convenience and the rest as in row 5 would close it");
    }

    @Test
    @DisplayName("a key that only some contracts ask with is looked at as they do")
    void choiceOfTheDossier() throws IOException {
        assertThat(messages(
                        "proration",
                        text -> text.replaceFirst(".*name: standard-none-last.*\n", "")
                                .replaceFirst(
                                        "(name: teachup-last.*terms: teachup-2022-05, )", "$1proration: daily, ")))
                .containsExactly(
                        "proration!partial: terms standard; proration none; situation last: covered by no row, nearest: row 7; "
                                + "a row with terms standard, proration none, situation last and the rest as in row 7 would close it",
                        "proration!partial: terms teachup-2022-05; situation last: covered by no row, nearest: row 17; "
                                + "a row with terms teachup-2022-05, situation last and the rest as in row 17 would close it",
                        "proration!partial: terms teachup-2022-05; proration daily; situation last: row 19 never answers: "
                                + "contracts of the terms teachup-2022-05 ask with proration (none) only");
    }

    @Test
    @DisplayName("plans count where the terms know plans")
    void plans() throws IOException {
        assertThat(messages(
                        "price-revision",
                        text -> text.replaceFirst(".*name: sesame-monthly.*\n", "")
                                .replaceFirst("(name: scalingo.*terms: scalingo-2022-09, )", "$1plan: yearly, ")))
                .containsExactly(
                        "price-revision!notice: terms sesame; plan monthly: covered by no row, nearest: row 8; "
                                + "a row with terms sesame, plan monthly and the rest as in row 8 would close it",
                        "price-revision!notice: terms scalingo-2022-09; plan (none) or monthly: covered by no row, nearest: row 10");
    }

    @Test
    @DisplayName("terms that grant nothing are no gap; a hole in the days of a right that they grant is one")
    void granted() throws IOException {
        assertThat(messages("rights", text -> text.replaceFirst(".*name: sesame-trial.*\n", "")))
                .isEmpty();
        assertThat(messages(
                        "late-payment",
                        text -> text.replaceFirst(
                                        "(name: connelink, clauses: \\[CL-SUSPEND\\].*?)terms:",
                                        "$1valid_to: 2026-11-30, terms:")
                                .replaceFirst(
                                        "(.*name: connelink, clauses: \\[CL-SUSPEND\\].*\n)",
                                        "$1    - {row: 7, name: connelink-2027, clauses: [CL-SUSPEND], "
                                                + "valid_from: 2027-01-01, terms: connelink-2022-01, days: 30, covers: principal, suspension: yes, termination: no, "
                                                + "reading: contract}\n")))
                .containsExactly(
                        "late-payment!formal-notice: terms connelink-2022-01; days 2026-12-01 to 2026-12-31: covered by no row, between rows 6 and 7; a row with "
                                + "valid_from 2026-12-01, valid_to 2026-12-31, terms connelink-2022-01 and the rest as in row 6 would close it");
    }

    @Test
    @DisplayName("a band that is missing for a month is told with the row that decides then instead")
    void bands() throws IOException {
        UnaryOperator<String> later =
                text -> text.replaceFirst("(name: connelink-below-99, .*?)terms:", "$1valid_to: 2026-11-30, terms:")
                        .replaceFirst(
                                "(    - \\{row: 10, name: connelink-below-95, .*\n)",
                                "$1    - {row: 11, name: connelink-below-99-2027, clauses: [CL-AVAIL], "
                                        + "valid_from: 2027-01-01, terms: connelink-2022-01, below_pct: 99, inclusive: no, percent: 17, reading: contract}\n");
        assertThat(messages("service-level", later))
                .containsExactly(
                        "service-level!bands: terms connelink-2022-01; below_pct 99; days 2026-12-01 to 2026-12-31: covered by no row, between rows 9 and 11; "
                                + "from 95 to 99 row 8 decides then; a row with valid_from 2026-12-01, valid_to 2026-12-31, terms connelink-2022-01, below_pct 99 "
                                + "and the rest as in row 9 would close it");
        assertThat(messages("service-level", text -> later.apply(text).replace("2026-11-30", "2026-12-31")))
                .isEmpty();
        assertThat(messages("service-level", text -> later.apply(text).replace("2026-11-30", "2027-01-15")))
                .containsExactly(
                        "service-level!bands: terms connelink-2022-01; below_pct 99; days 2027-01-01 to 2027-01-15: rows 9 and 11 both answer the same; "
                                + "leave one, or give them keys or days that tell them apart");
        assertThat(
                        messages(
                                "service-level",
                                text -> text.replaceFirst(
                                                "(name: connelink-over-6, .*?)terms:", "$1valid_to: 2026-11-30, terms:")
                                        .replaceFirst(
                                                "(    - \\{row: 9, name: connelink-over-24, .*\n)",
                                                "$1    - {row: 10, name: connelink-over-6-2027, clauses: [CL-RESTORE], "
                                                        + "valid_from: 2027-01-01, terms: connelink-2022-01, over_hours: 6, percent: 11, reading: contract}\n")))
                .containsExactly(
                        "service-level!restoration-bands: terms connelink-2022-01; over_hours 6; days 2026-12-01 to 2026-12-31: covered by no row, between rows 7 and 10; "
                                + "over 6 up to 12 row 6 decides then; a row with valid_from 2026-12-01, valid_to 2026-12-31, terms connelink-2022-01, over_hours 6 "
                                + "and the rest as in row 7 would close it");
    }

    @Test
    @DisplayName("two rows that answer the same question are told with what they both answer")
    void overlap() throws IOException {
        assertThat(messages(
                        "late-payment",
                        text -> text.replaceFirst(
                                "(name: sesame-consumer.*terms: sesame, )professional: no, ", "$1public_buyer: yes, ")))
                .containsExactly(
                        "late-payment!interest: terms sesame; professional yes; public_buyer no; days to 2004-12-30: covered by no row, nearest: row 10; "
                                + "a row with valid_to 2004-12-30, terms sesame, professional yes, public_buyer no and the rest as in row 10 would close it",
                        "late-payment!interest: terms sesame; professional no; public_buyer no: covered by no row, nearest: row 10; "
                                + "a row with terms sesame, professional no, public_buyer no and the rest as in row 10 would close it",
                        "late-payment!interest: terms sesame; professional yes; public_buyer yes; days from 2004-12-31: rows 10 and 19 both answer; "
                                + "leave one, or give them keys or days that tell them apart");
    }

    @Test
    @DisplayName("rows of terms that never ask the sheet never answer")
    void unreached() throws IOException {
        assertThat(messages(
                        "reversibility",
                        text -> text.replaceFirst(
                                "terms: teachup-2022-05, service: assistance", "terms: sesame, service: assistance")))
                .contains(
                        "reversibility!cost: terms teachup-2022-05; cause provider_breach: row 12 never answers: "
                                + "contracts of the terms teachup-2022-05 never ask this sheet",
                        "reversibility!cost: terms sesame: covered by no row; a row with terms sesame would close it");
        assertThat(messages(
                        "contract-terms",
                        text -> text.replaceFirst("(name: sesame, .*?)terms:", "$1valid_from: 2025-01-01, terms:")
                                .replaceFirst("(name: sesame-yearly, .*?)terms:", "$1valid_to: 2024-12-31, terms:")))
                .containsExactly(
                        "contract-terms!term: terms sesame; plan yearly: covered by no row, nearest: row 8; "
                                + "a row with terms sesame, plan yearly and the rest as in row 8 would close it",
                        "contract-terms!term: terms sesame; plan yearly; days to 2024-12-31: row 8 never answers: "
                                + "contracts of the terms sesame begin on 2025-01-01 at the earliest");
    }

    @Test
    @DisplayName("half-years and days that a series leaves out are told")
    void series() throws IOException {
        assertThat(messages(
                        "interest-rates",
                        text -> text.replaceFirst("(?m)^.*year: 2020, half: 2.*\n", "")
                                .replaceFirst("(?m)^.*from: 2013-02-24.*\n", "")))
                .containsExactly(
                        "interest-rates!legal-fr: days 2020-07-01 to 2020-12-31: no value, between rows 21 and 23; "
                                + "a row for year 2020, half 2 would close it",
                        "interest-rates!es-late: days 2013-02-24 to 2013-06-30: no value, between rows 7 and 9; "
                                + "a row for from 2013-02-24, to 2013-06-30 would close it");
    }

    @Test
    @DisplayName("bands reach up to the level that the terms promise, and say what its method needs")
    void promised() throws IOException {
        List<TableFinding> found = found(
                "service-level",
                text -> text.replaceFirst("(name: teachup-below-99, .*below_pct: )99, multiple: 1", "$198.5"));
        assertThat(found)
                .extracting(TableFinding::toString)
                .containsExactly(
                        "service-level!bands: terms teachup-2022-05; below_pct 98.5: row 5 has no multiple, which the method shortfall in row 6 of "
                                + "service-level!profile needs",
                        "service-level!bands: terms teachup-2022-05; below_pct 98.5 to 99: covered by no row: row 5 is the highest band, below the target of 99 "
                                + "in row 6 of service-level!profile");
        assertThat(found.get(1).proposed())
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("below_pct", "99").containsEntry("name", "teachup-below-99-2"));
        assertThat(messages(
                        "service-level",
                        text -> text.replaceAll(".*(name: connelink-below-|name: connelink-at-).*\n", "")))
                .containsExactly(
                        "service-level!bands: terms connelink-2022-01: covered by no row; a row with terms connelink-2022-01 would close it");
    }

    @Test
    @DisplayName(
            "a band that ends while others go on is a gap, unless another bound takes its place on that day; all together they may end")
    void ended() throws IOException {
        UnaryOperator<String> ends =
                text -> text.replaceFirst("(name: connelink-below-99, .*?)terms:", "$1valid_to: 2026-11-30, terms:");
        assertThat(messages("service-level", ends))
                .containsExactly(
                        "service-level!bands: terms connelink-2022-01; below_pct 99; days from 2026-12-01: covered by no row, nearest: row 9; "
                                + "from 95 to 99 row 8 decides then; a row with valid_from 2026-12-01, terms connelink-2022-01, below_pct 99 "
                                + "and the rest as in row 9 would close it");
        assertThat(messages(
                        "service-level",
                        text -> ends.apply(text)
                                .replaceFirst(
                                        "(    - \\{row: 10, name: connelink-below-95, .*\n)",
                                        "$1    - {row: 11, name: connelink-below-98, clauses: [CL-AVAIL], valid_from: 2026-12-01, terms: connelink-2022-01, below_pct: 98, "
                                                + "inclusive: no, percent: 17, reading: contract}\n")))
                .isEmpty();
        assertThat(messages(
                        "service-level",
                        text -> text.replaceAll(
                                "(name: connelink-(?:below|at)-.*?)terms:", "$1valid_to: 2026-11-30, terms:")))
                .containsExactly(
                        "service-level!bands: terms connelink-2022-01; days from 2026-12-01: covered by no row, nearest: row 7; "
                                + "a row with valid_from 2026-12-01, terms connelink-2022-01 and the rest as in row 7 would close it");
        assertThat(messages(
                        "service-level",
                        text -> text.replaceFirst(
                                "(name: connelink-over-6, .*?)terms:", "$1valid_to: 2026-11-30, terms:")))
                .containsExactly(
                        "service-level!restoration-bands: terms connelink-2022-01; over_hours 6; days from 2026-12-01: covered by no row, "
                                + "nearest: row 7; over 6 up to 12 row 6 decides then; a row with valid_from 2026-12-01, terms connelink-2022-01, over_hours 6 "
                                + "and the rest as in row 7 would close it");
        assertThat(messages(
                        "rights",
                        text -> text.replaceFirst("(name: sesame-trial, .*?)terms:", "$1valid_to: 2026-11-30, terms:")))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "working days: hours that two rows count, a day left out between others, a day that ends while others go on")
    void weekdays() throws IOException {
        assertThat(
                        messages(
                                "service-level",
                                text -> text.replaceFirst(
                                        "(    - \\{row: 26, name: sesame-working-friday, .*\n)",
                                        "$1    - {row: 27, name: connelink-late-monday, clauses: [CL-GTR], terms: connelink-2022-01, purpose: working, weekday: monday, "
                                                + "from_hour: 12, from_minute: 30, to_hour: 24, to_minute: 0, reading: contract}\n")))
                .containsExactly(
                        "service-level!windows: terms connelink-2022-01; purpose working; weekday monday; from_hour 12; from_minute 30: rows 17 and 27 both count "
                                + "12:30 to 17:00; let one end where the other begins");
        assertThat(
                        messages(
                                "service-level",
                                text -> text.replaceFirst(
                                        "(    - \\{row: 26, name: sesame-working-friday, .*\n)",
                                        "$1    - {row: 27, name: connelink-late-monday, clauses: [CL-GTR], terms: connelink-2022-01, purpose: working, weekday: monday, "
                                                + "from_hour: 17, from_minute: 0, to_hour: 18, to_minute: 0, reading: contract}\n")))
                .isEmpty();
        assertThat(messages("service-level", text -> text.replaceFirst(".*name: connelink-working-wednesday.*\n", "")))
                .containsExactly(
                        "service-level!windows: terms connelink-2022-01; purpose working; weekday wednesday: covered by no row, nearest: row 18; a row with "
                                + "terms connelink-2022-01, purpose working, weekday wednesday and the rest as in row 18 would close it");
        assertThat(messages(
                        "service-level",
                        text -> text.replaceFirst(
                                "(name: connelink-working-friday, .*?)terms:", "$1valid_to: 2026-12-31, terms:")))
                .containsExactly(
                        "service-level!windows: terms connelink-2022-01; purpose working; weekday friday; days from 2027-01-01: covered by no row, "
                                + "nearest: row 21; a row with valid_from 2027-01-01, terms connelink-2022-01, purpose working, weekday friday and the rest as in "
                                + "row 21 would close it");
        assertThat(messages(
                        "service-level",
                        text -> text.replaceAll(
                                "(name: connelink-working-.*?)terms:", "$1valid_to: 2026-12-31, terms:")))
                .isEmpty();
        assertThat(messages(
                        "service-level", text -> text.replaceFirst(".*name: teachup-maintenance-wednesday.*\n", "")))
                .isEmpty();
    }

    @Test
    @DisplayName("working time that other sheets count must be written, with hours where hours count")
    void workingTime() throws IOException {
        assertThat(messages("service-level", text -> text.replaceAll(".*name: connelink-working-.*\n", "")))
                .containsExactly(
                        "service-level!windows: terms connelink-2022-01; purpose working: covered by no row; row 10 of service-level!response counts working time");
        assertThat(messages(
                        "service-level",
                        text -> text.replaceFirst(
                                "(name: connelink-working-monday, .*)from_hour: 9, from_minute: 0, to_hour: 17, "
                                        + "to_minute: 0, ",
                                "$1")))
                .containsExactly(
                        "service-level!windows: terms connelink-2022-01; purpose working; weekday monday: row 17 has no "
                                + "hours, which row 10 of service-level!response counts");
        assertThat(messages("service-level", text -> text.replaceAll(".*name: sesame-working-.*\n", "")))
                .containsExactly(
                        "service-level!windows: terms sesame; purpose working: covered by no row; row 15 of rights!delays counts working time");
    }

    @Test
    @DisplayName("terms that answer some grades of a scale answer all of them")
    void grades() throws IOException {
        assertThat(messages(
                        "service-level",
                        text -> text.replaceFirst(".*name: connelink-major, clauses: \\[CL-GTR\\].*\n", "")))
                .containsExactly(
                        "service-level!response: terms connelink-2022-01; grade major: covered by no row, nearest: row 9; a row with terms connelink-2022-01, "
                                + "grade major and the rest as in row 9 would close it");
        assertThat(messages(
                        "service-level",
                        text -> text.replaceFirst("(name: teachup-b, .*?)terms:", "$1valid_to: 2026-12-31, terms:")
                                .replaceFirst(".*name: teachup-d, .*\n", "")))
                .containsExactly(
                        "service-level!response: terms teachup-2022-05; grade b; days from 2027-01-01: covered by no row, nearest: row 5; a row with "
                                + "valid_from 2027-01-01, terms teachup-2022-05, grade b and the rest as in row 5 would close it",
                        "service-level!response: terms teachup-2022-05; grade d: covered by no row, nearest: row 5; a row with terms teachup-2022-05, grade d "
                                + "and the rest as in row 5 would close it");
        assertThat(messages("service-level", text -> text.replaceAll(".*name: teachup-[a-d], .*\n", "")))
                .isEmpty();
    }

    @Test
    @DisplayName("the same in French")
    void french() throws IOException {
        Sentences french = new Sentences(Locale.FRENCH);
        assertThat(found(
                        "service-level",
                        text -> text.replaceFirst(
                                        "(name: connelink-below-99, .*?)terms:", "$1valid_to: 2026-11-30, terms:")
                                .replaceFirst("(name: connelink-over-0, .*?)terms:", "$1valid_to: 2026-11-30, terms:")
                                .replaceFirst(".*name: connelink-major, clauses: \\[CL-GTR\\].*\n", "")
                                .replaceAll(".*name: sesame-working-.*\n", "")
                                .replaceFirst(
                                        "(    - \\{row: 21, name: connelink-working-friday, .*\n)",
                                        "$1    - {row: 27, name: connelink-late-monday, clauses: [CL-GTR], "
                                                + "terms: connelink-2022-01, purpose: working, weekday: monday, from_hour: 12, from_minute: 0, to_hour: 15, to_minute: 0, "
                                                + "reading: contract}\n")))
                .extracting(finding -> finding.told(french))
                .containsExactlyInAnyOrder(
                        "service-level!windows : terms connelink-2022-01; purpose working; weekday monday; from_hour 12; from_minute 0 : lignes 17 et 27 : "
                                + "les deux comptent de 12:00 à 15:00 ; faites finir l’une là où l’autre commence",
                        "service-level!windows : terms sesame; purpose working : couvert par aucune ligne ; la ligne 15 de rights!delays compte du temps ouvré",
                        "service-level!bands : terms connelink-2022-01; below_pct 99; days from 2026-12-01 : couvert par aucune ligne, au plus près : ligne 9 ; "
                                + "alors, de 95 à 99, la ligne 8 décide ; une ligne avec valid_from 2026-12-01, terms connelink-2022-01, below_pct 99 et le reste comme "
                                + "à la ligne 9 le comblerait",
                        "service-level!restoration-bands : terms connelink-2022-01; over_hours 0; days from 2026-12-01 : couvert par aucune ligne, au plus près : "
                                + "ligne 5 ; alors rien ne vaut au-dessus de 0 jusqu’à 3 ; une ligne avec valid_from 2026-12-01, terms connelink-2022-01, over_hours 0 et "
                                + "le reste comme à la ligne 5 le comblerait",
                        "service-level!response : terms connelink-2022-01; grade major : couvert par aucune ligne, au plus près : ligne 9 ; une ligne avec "
                                + "terms connelink-2022-01, grade major et le reste comme à la ligne 9 le comblerait");
    }
}
