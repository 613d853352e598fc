package org.prorata.subject.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.BookSource;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.book.schema.Shipped;
import org.prorata.book.schema.Table;
import org.prorata.book.schema.Tables;
import org.prorata.book.workbook.TextCopy;
import org.prorata.cli.BookDecider;
import org.prorata.contract.document.DossierFile;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.DecisionFields;

/** What finance may change in the workbooks of service levels and rights without touching a rule. */
class EditedTablesTest {

    private static final RuleBook SHIPPED = RuleBook.shipped();

    private static List<String> decide(UnaryOperator<String> edit, String dossier) throws IOException {
        return decide("service-level", edit, dossier);
    }

    private static List<String> decide(String workbook, UnaryOperator<String> edit, String dossier) throws IOException {
        BookSource source = SHIPPED.source();
        String text = Files.readString(Path.of("spreadsheets", workbook + ".yaml"));
        String edited = edit.apply(text);
        assertThat(edited).isNotEqualTo(text);
        List<Table> tables = new ArrayList<>(source.tables().all());
        tables.removeIf(table -> table.sheet().workbook().equals(workbook));
        tables.addAll(TextCopy.read(workbook, edited, Shipped.sheets()).all());
        BookDecider decider = new BookDecider(
                RuleBooks.of(SHIPPED.with(new BookSource(source.rules(), new Tables(tables), BookSource.CALCULATION))));
        DossierFile file =
                new DossierReader(decider.terms()).read("dossier.yaml", dossier.getBytes(StandardCharsets.UTF_8));
        List<Decision> decisions = decider.decide(file.dossier(), file.ask().orElseThrow());
        return decisions.stream().map(DecisionFields::own).map(Object::toString).toList();
    }

    @Test
    @DisplayName("a month may be measured over the days of the contract only")
    void onlyInForce() throws IOException {
        assertThat(decide(text -> text.replaceFirst("(?s)(name: teachup\\b.*?only_in_force: )no", "$1yes"), """
                terms: teachup-2022-05
                contract: {id: K-1, start: 2025-04-16, items: []}
                ask: {question: service_level, month: 2025-04}
                """))
                .first()
                .asString()
                // the 16th to the 30th: eleven days of 20 hours, two Saturdays of none, two Sundays of 14
                .contains("agreed_minutes=14880");
    }

    @Test
    @DisplayName("a day may be made a public holiday")
    void holiday() throws IOException {
        assertThat(decide(
                        text -> text.replace(
                                "holidays: []",
                                "holidays:\n    - {row: 5, name: bridge, clauses: [CL-GTR], country: FR,"
                                        + " day: 2025-05-02, holiday: yes, reading: interpretation}"),
                        """
                terms: connelink-2022-01
                contract: {id: K-2, start: 2025-03-01, items: []}
                events: [{event: alert, at: "2025-04-30T16:00", severity: major}]
                ask: {question: rights, on: 2025-04-30}
                """))
                .first()
                .asString()
                .contains("until=2025-05-05T12:00");
    }

    @Test
    @DisplayName("a bound may be made to belong to its band")
    void inclusive() throws IOException {
        String dossier = """
                terms: connelink-2022-01
                contract: {id: K-2, start: 2025-01-01, items: [{id: mail, kind: subscription, quantity: 1, price: 100.00, per: year, from: 2025-01-01}]}
                events: [{event: outage, from: "2025-02-03T00:00", to: "2025-02-06T15:36", kind: full, cause: provider}]
                ask: {question: service_level, year_from: 2025-01-01}
                """;
        assertThat(decide(
                        text -> text.replaceFirst("(?s)(below_pct: 99, inclusive: )no(, percent: 15)", "$1yes$2"),
                        dossier))
                .anyMatch(decision -> decision.contains("decision=service_credit") && decision.contains("percent=15"));
    }

    @Test
    @DisplayName("a delay to tell an incident may be counted in days")
    void unitOfIncidents() throws IOException {
        assertThat(decide(
                        "rights",
                        text -> text.replaceFirst(
                                "(name: sesame-incident-notice.*count: )24(, unit: )hours, clock: round_the_clock",
                                "$13$2days"),
                        """
                terms: sesame
                contract: {id: K-3, start: 2025-01-01, items: []}
                events: [{event: incident, at: "2025-06-02T10:00"}]
                ask: {question: rights, on: 2025-06-02}
                """))
                .anyMatch(decision ->
                        decision.contains("code=incident_notice") && decision.contains("until=2025-06-05}"));
    }

    @Test
    @DisplayName("working hours cannot be counted where the terms name working days alone; the row is told")
    void daysWithoutHours() {
        assertThatThrownBy(() -> decide(
                        "rights",
                        text -> text.replaceFirst(
                                "(name: sesame-incident-notice.*clock: )round_the_clock", "$1working"),
                        """
                terms: sesame
                contract: {id: K-3, start: 2025-01-01, items: []}
                events: [{event: incident, at: "2025-06-02T10:00"}]
                ask: {question: rights, on: 2025-06-02}
                """))
                .isInstanceOf(CannotDecide.class)
                .hasMessage("row service-level!windows!22 needs from_hour, from_minute, "
                        + "to_hour and to_minute, as hours are counted");
    }

    @Test
    @DisplayName("hours cannot be counted where the terms have no time zone; the row is told")
    void noZone() {
        assertThatThrownBy(() -> decide(
                        "rights",
                        text -> text.replaceFirst(
                                "(name: sesame-incident-notice.*terms: )sesame", "$1scalingo-2022-09"),
                        """
                terms: scalingo-2022-09
                contract: {id: K-4, start: 2025-01-01, items: []}
                events: [{event: incident, at: "2025-06-02T10:00"}]
                ask: {question: rights, on: 2025-06-02}
                """))
                .isInstanceOf(CannotDecide.class)
                .hasMessage("row service-level!profile!9 needs zone, as times are counted");
    }
}
