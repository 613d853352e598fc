package org.prorata.documents;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.prorata.book.engine.RuleBook;
import org.prorata.book.engine.RuleBooks;
import org.prorata.cli.BookDecider;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.document.DossierReader;
import org.prorata.decision.Because;
import org.prorata.decision.Decision;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;
import org.prorata.decision.explain.DecisionFields;
import org.prorata.decision.explain.Sentences;

@DisplayName("A calendar file")
class CalendarFileTest {

    private static final Instant MADE = Instant.parse("2026-11-01T08:00:00Z");
    private static final BookDecider DECIDER = new BookDecider(RuleBooks.of(RuleBook.shipped()));

    @Test
    @DisplayName("is read by a calendar program's parser: a whole day for each deadline, in order, with its clauses")
    void read() throws IOException {
        Dossier dossier = new DossierReader(DECIDER.terms())
                .readCase(
                        Path.of("src/test/resources/cases/connelink/dates-payment-and-letters.yaml"),
                        DecisionFields.vocabulary())
                .dossier();
        List<CalendarDay> entries = CalendarDay.of("K-2", DECIDER.decide(dossier, new Ask.Dates()));
        List<VEvent> events = events(written(entries));
        assertThat(events).hasSameSizeAs(entries);
        assertThat(events.stream().map(CalendarFileTest::day)).isSorted().contains("2025-07-01", "2026-02-28");
        VEvent due = events.get(0);
        assertThat(due.getDateStart().getValue().hasTime()).isFalse();
        assertThat(due.getSummary().getValue()).isEqualTo("K-2: the invoice F-1 of 1 June 2025 falls due");
        assertThat(due.getDescription().getValue()).contains("\nClauses: C-DUE; CL-DUE");
        assertThat(due.getUid().getValue()).isEqualTo("K-2/payment_due/F-1/1@prorata");
        assertThat(events.stream().map(event -> event.getUid().getValue())).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("keeps the id of an event whose day moves, so that a calendar moves it too")
    void moved() throws IOException {
        VEvent before = events(written(List.of(entry("K-1", LocalDate.of(2026, 3, 1), "F-9"))))
                .get(0);
        VEvent after = events(written(List.of(entry("K-1", LocalDate.of(2026, 4, 1), "F-9"))))
                .get(0);
        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getDateStart()).isNotEqualTo(before.getDateStart());
    }

    @Test
    @DisplayName("keeps hostile text inside its field and no line over 75 bytes")
    void hostile() throws IOException {
        String name = "K;\"1\",\\n\r\nBEGIN:VALARM\r\nTRIGGER:-PT1M é€";
        byte[] file = written(List.of(
                entry(name, LocalDate.of(2026, 3, 1), "F;1:2,3"), entry(name, LocalDate.of(2026, 3, 1), "F;1:2,3")));
        List<VEvent> events = events(file);
        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getAlarms()).isEmpty());
        assertThat(events.get(0).getSummary().getValue().replace("\r", "")).startsWith(name.replace("\r", ""));
        assertThat(new String(file, StandardCharsets.UTF_8).split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("\nBEGIN:VALARM");
    }

    @Test
    @DisplayName("without a day ahead is a calendar all the same")
    void empty() throws IOException {
        assertThat(events(written(List.of()))).isEmpty();
    }

    private static CalendarDay entry(String contract, LocalDate on, String invoice) {
        Because because = new Because(
                Reading.CONTRACT,
                List.of("C-DATE a rule"),
                List.of(),
                List.of(Reason.of("dates.payment", invoice, on)),
                List.of());
        return CalendarDay.of(contract, List.of(new Decision.Deadline("payment_due", on, because)))
                .get(0);
    }

    private static byte[] written(List<CalendarDay> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CalendarFile.write(out, entries, new Sentences(Locale.ENGLISH), UnaryOperator.identity(), MADE);
        return out.toByteArray();
    }

    private static String day(VEvent event) {
        var day = event.getDateStart().getValue().getRawComponents();
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDate()).toString();
    }

    private static List<VEvent> events(byte[] file) throws IOException {
        try (ICalReader reader = new ICalReader(new ByteArrayInputStream(file))) {
            ICalendar calendar = reader.readNext();
            assertThat(reader.getWarnings()).isEmpty();
            assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty())
                    .isEqualTo(!calendar.getEvents().isEmpty());
            assertThat(reader.readNext()).isNull();
            return calendar.getEvents();
        }
    }
}
