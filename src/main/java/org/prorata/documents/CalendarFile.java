package org.prorata.documents;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateStart;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.prorata.decision.explain.DecisionText;
import org.prorata.decision.explain.Sentences;

/** Days of contracts as an iCalendar file (RFC 5545): one all-day event each, free time, its clauses in the description. */
public final class CalendarFile {

    private static final String PRODUCT = "-//Prorata//Prorata//EN";

    /** Characters of a line, which may have three bytes each: the format wants at most 75 bytes. */
    private static final int FOLD = 25;

    private CalendarFile() {}

    /**
     * Writes the file. An event keeps its id when its day moves, so that a calendar that takes the file again moves it too.
     *
     * @param made when the file was made, to the second
     * @param cite makes a clause id into what a reader looks up
     */
    public static void write(
            OutputStream out, List<CalendarDay> entries, Sentences sentences, UnaryOperator<String> cite, Instant made)
            throws IOException {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(sentences.text(
                "agenda.name",
                entries.stream().map(CalendarDay::contract).distinct().toList()));
        Map<String, Integer> like = new HashMap<>();
        for (CalendarDay entry : entries) {
            String id = String.join("/", encoded(entry.contract()), encoded(entry.code()), encoded(entry.subject()));
            calendar.addEvent(
                    event(entry, id + "/" + like.merge(id, 1, Integer::sum) + "@prorata", sentences, cite, made));
        }
        ICalWriter writer = new ICalWriter(out, ICalVersion.V2_0);
        writer.getVObjectWriter().getFoldedLineWriter().setLineLength(FOLD);
        writer.write(calendar);
        writer.flush();
    }

    private static VEvent event(
            CalendarDay entry, String id, Sentences sentences, UnaryOperator<String> cite, Instant made) {
        VEvent event = new VEvent();
        event.setUid(id);
        event.setDateTimeStamp(Date.from(made));
        event.setDateStart(new DateStart(day(entry.on())));
        event.setSummary(entry.contract() + ": " + sentences.of(entry.about()));
        event.setDescription(DecisionText.of(entry.decision(), sentences, cite).stream()
                .skip(1)
                .map(String::strip)
                .collect(Collectors.joining("\n")));
        event.addCategories(entry.code());
        event.setTransparency(Transparency.transparent());
        return event;
    }

    /** A day in no time zone. */
    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
