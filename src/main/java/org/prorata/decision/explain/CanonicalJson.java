package org.prorata.decision.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prorata.contract.naming.RecordFields;
import org.prorata.contract.naming.RecordValues;
import org.prorata.decision.Because;
import org.prorata.decision.Clauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Displaced;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.values.HalfYear;
import org.prorata.values.Period;

/** The one text of a decision that a replay compares: fields in a fixed order, no sentences, decimals as computed. */
public final class CanonicalJson {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile(DAY + "T\\d{2}:\\d{2}(:\\d{2})?");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern PERIOD = Pattern.compile("(" + DAY + ")\\.\\.(" + DAY + ")");
    private static final Pattern HALF = Pattern.compile("(\\d{4}) S([12])");
    private static final Pattern ROW = Pattern.compile("([^!]+)!([^!]+)!(\\d+)(?: \\((.*)\\))?");

    /** The texts of sources met lately: many decisions rest on few rules and rows. */
    private static final Map<Sources, byte[]> SOURCES = new ConcurrentHashMap<>();

    private static final int MOST_SOURCES = 4_096;

    private static final Map<String, Class<?>> KINDS = Arrays.stream(Decision.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(RecordFields::name, Function.identity()));

    private CanonicalJson() {}

    public static String of(Decision decision) {
        Utf8 text = new Utf8();
        write(decision, text);
        return text.toString();
    }

    /** Adds the text of the decision. */
    public static void write(Decision decision, Utf8 text) {
        Json.name(text.letter('{'), "decision", true);
        Json.write(text, DecisionFields.name(decision));
        // the same fields as DecisionFields.own, which would make a map of them first
        RecordFields.each((Record) decision, (name, value) -> {
            if (value != decision.because() && !Boolean.FALSE.equals(value)) {
                field(text, name, value);
            }
        });
        because(text, decision.because());
        text.letter('}');
    }

    /** What the text of the sources depends on. */
    private record Sources(Reading reading, List<String> rules, List<TableRow> rows) {}

    private static byte[] sources(Because because) {
        Sources sources = new Sources(because.reading(), because.rules(), because.rows());
        byte[] known = SOURCES.get(sources);
        if (known == null) {
            Utf8 text = new Utf8();
            field(text, "clauses", because.clauses());
            field(text, "reading", because.reading());
            field(text, "rules", because.rules());
            field(
                    text,
                    "rows",
                    because.rows().stream().map(DecisionFields::cited).toList());
            known = Arrays.copyOf(text.bytes(), text.length());
            if (SOURCES.size() >= MOST_SOURCES) {
                SOURCES.clear();
            }
            SOURCES.put(sources, known);
        }
        return known;
    }

    private static void because(Utf8 text, Because because) {
        text.bytes(sources(because));
        Json.name(text, "reasons", false);
        text.letter('[');
        for (int i = 0; i < because.reasons().size(); i++) {
            Reason reason = because.reasons().get(i);
            Json.name((i == 0 ? text : text.letter(',')).letter('{'), "key", true);
            Json.write(text, reason.key());
            field(text, "figures", reason.figures());
            text.letter('}');
        }
        text.letter(']');
        if (!because.displaced().isEmpty()) {
            field(
                    text,
                    "displaced",
                    because.displaced().stream().map(DecisionFields::displaced).toList());
        }
    }

    private static void field(Utf8 text, String name, Object value) {
        // names of fields are ASCII
        text.letter(',').letter('"').ascii(name).letter('"').letter(':');
        Json.write(text, value);
    }

    /**
     * The decision of a text: the same text comes of it again, and the same sentences. What the text does not hold is the reading
     * of each row and which of them a clause comes from: the first row gets them all.
     */
    public static Decision read(String text) {
        Map<String, Object> fields = map(Json.read(text));
        Class<?> kind = KINDS.get((String) fields.get("decision"));
        if (kind == null) {
            throw new IllegalArgumentException("no such decision: " + fields.get("decision"));
        }
        fields.put("because", because(fields));
        return (Decision) RecordValues.of(kind, fields);
    }

    private static Because because(Map<String, Object> fields) {
        List<String> rules = texts(fields.get("rules"));
        List<String> ofRows = new ArrayList<>(texts(fields.get("clauses")));
        rules.forEach(rule -> ofRows.removeAll(Clauses.ofRule(rule)));
        List<TableRow> rows = new ArrayList<>();
        for (String cited : texts(fields.get("rows"))) {
            rows.add(row(cited, rows.isEmpty() ? ofRows : List.of()));
        }
        return new Because(
                reading(fields),
                rules,
                rows,
                list(fields.get("reasons")).stream()
                        .map(CanonicalJson::map)
                        .map(CanonicalJson::reason)
                        .toList(),
                list(fields.get("displaced")).stream()
                        .map(CanonicalJson::map)
                        .map(CanonicalJson::displaced)
                        .toList());
    }

    private static Reading reading(Map<String, Object> fields) {
        return Reading.valueOf(((String) fields.get("reading")).toUpperCase(Locale.ROOT));
    }

    private static TableRow row(String cited, List<String> clauses) {
        Matcher row = ROW.matcher(cited);
        if (!row.matches()) {
            throw new IllegalArgumentException("no citation of a table row: " + cited);
        }
        return new TableRow(row.group(1), row.group(2), Integer.parseInt(row.group(3)), clauses, null, row.group(4));
    }

    private static Reason reason(Map<String, Object> fields) {
        return Reason.of(
                (String) fields.get("key"),
                list(fields.get("figures")).stream().map(CanonicalJson::figure).toArray());
    }

    private static Displaced displaced(Map<String, Object> fields) {
        Map<String, Object> own = new LinkedHashMap<>(fields);
        own.keySet().removeAll(List.of("clauses", "reading"));
        own.replaceAll((name, value) -> figure(value));
        return new Displaced(texts(fields.get("clauses")), reading(fields), own);
    }

    /** A figure as the calculation had it: a text that can only be a date, period or month was one. */
    private static Object figure(Object value) {
        if (value instanceof List<?> many) {
            return many.stream().map(CanonicalJson::figure).toList();
        }
        if (value instanceof BigDecimal number && number.scale() == 0 && number.precision() < 19) {
            return number.longValueExact();
        }
        if (!(value instanceof String text)) {
            return value;
        }
        Matcher period = PERIOD.matcher(text);
        if (period.matches()) {
            return new Period(LocalDate.parse(period.group(1)), LocalDate.parse(period.group(2)));
        }
        Matcher half = HALF.matcher(text);
        if (half.matches()) {
            return new HalfYear(Integer.parseInt(half.group(1)), half.group(2).equals("2"));
        }
        return DAY.matcher(text).matches()
                ? LocalDate.parse(text)
                : TIME.matcher(text).matches()
                        ? LocalDateTime.parse(text)
                        : MONTH.matcher(text).matches() ? YearMonth.parse(text) : text;
    }

    private static List<String> texts(Object list) {
        return list(list).stream().map(String.class::cast).toList();
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
