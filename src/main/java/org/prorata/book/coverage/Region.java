package org.prorata.book.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prorata.decision.Reason;

/**
 * A part of what a sheet may be asked, as text: {@code terms sesame; plan yearly or monthly; days 2026-12-01 to 2026-12-31}.
 *
 * @param parts by key, in the order shown; a key that is not named may have any value
 */
public record Region(Map<String, Part> parts) {

    /** The name under which days stand among the keys. */
    public static final String DAYS = "days";

    private static final String ANY = "any";
    private static final String EMPTY = "(none)";
    private static final Pattern DATES = Pattern.compile(
            "(?:from )?(\\d{4}-\\d\\d-\\d\\d)(?: to (\\d{4}-\\d\\d-\\d\\d))?|to (\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,15})?) to (-?\\d{1,15}(?:\\.\\d{1,15})?)");

    public Region {
        parts = new LinkedHashMap<>(parts);
    }

    /** What is wrong with the text of a region. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;
        public final transient Reason found;
        public final transient Reason allowed;

        Wrong(Reason found, Reason allowed) {
            super(found + "; " + allowed);
            this.found = found;
            this.allowed = allowed;
        }
    }

    /** The values of one key that are meant. */
    public sealed interface Part {

        /** Whether another part lies within this one. */
        boolean holds(Part other);
    }

    /** Some values of a list; the empty text stands for a key that is asked without a value. */
    record Values(List<String> values) implements Part {

        Values {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Part other) {
            return other instanceof Values that && values.containsAll(that.values);
        }

        @Override
        public String toString() {
            return values.stream().map(value -> value.isEmpty() ? EMPTY : value).collect(Collectors.joining(" or "));
        }
    }

    /** A stretch of days, both included; null: open on that side. */
    record DayStretch(LocalDate from, LocalDate to) implements Part {

        @Override
        public boolean holds(Part other) {
            return other instanceof DayStretch that
                    && (from == null || that.from != null && !that.from.isBefore(from))
                    && (to == null || that.to != null && !that.to.isAfter(to));
        }

        /** The days of both; they end before they begin where there are none. */
        DayStretch common(DayStretch other) {
            return new DayStretch(
                    from == null || other.from != null && other.from.isAfter(from) ? other.from : from,
                    to == null || other.to != null && other.to.isBefore(to) ? other.to : to);
        }

        @Override
        public String toString() {
            return from == null ? "to " + to : to == null ? "from " + from : from + " to " + to;
        }
    }

    /** Numbers from one bound to below another. */
    record NumberStretch(BigDecimal from, BigDecimal to) implements Part {

        @Override
        public boolean holds(Part other) {
            return other instanceof NumberStretch that && that.from.compareTo(from) >= 0 && that.to.compareTo(to) <= 0;
        }

        @Override
        public String toString() {
            return from.toPlainString() + " to " + to.toPlainString();
        }
    }

    /** Whether all of another region lies within this one. */
    boolean holds(Region other) {
        return parts.entrySet().stream()
                .allMatch(part -> other.parts.containsKey(part.getKey())
                        && part.getValue().holds(other.parts.get(part.getKey())));
    }

    /**
     * The region of a text.
     *
     * @param keys that may be named
     * @throws Wrong that says what is wrong with the text and what is allowed
     */
    static Region read(String text, Collection<String> keys) throws Wrong {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String each : text.strip().equals(ANY) ? List.<String>of() : Arrays.asList(text.split(";"))) {
            String[] words = each.strip().split("\\s+", 2);
            if (words.length < 2 || !keys.contains(words[0])) {
                throw new Wrong(
                        Reason.of("tables.typed", each.strip()),
                        Reason.of("tables.region.allowed", String.join(", ", keys)));
            }
            if (parts.putIfAbsent(words[0], part(words[0], words[1].strip())) != null) {
                throw new Wrong(Reason.of("tables.twin.twice", words[0]), Reason.of("tables.region.once", words[0]));
            }
        }
        return new Region(parts);
    }

    private static Part part(String key, String text) throws Wrong {
        if (key.equals(DAYS)) {
            return days(text);
        }
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.matches()
                ? new NumberStretch(new BigDecimal(numbers.group(1)), new BigDecimal(numbers.group(2)))
                : new Values(Arrays.stream(text.split("\\s+or\\s+"))
                        .map(value -> value.equals(EMPTY) ? "" : value)
                        .toList());
    }

    private static DayStretch days(String text) throws Wrong {
        Matcher dates = DATES.matcher(text);
        try {
            if (dates.matches()) {
                LocalDate from = dates.group(1) == null ? null : LocalDate.parse(dates.group(1));
                String to = dates.group(2) == null ? dates.group(3) : dates.group(2);
                return new DayStretch(from, to == null ? null : LocalDate.parse(to));
            }
        } catch (DateTimeParseException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static Wrong wrong(String text) {
        return new Wrong(Reason.of("tables.typed", "days " + text), Reason.of("tables.region.days"));
    }

    @Override
    public String toString() {
        return parts.isEmpty()
                ? ANY
                : parts.entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining("; "));
    }
}
