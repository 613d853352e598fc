package org.prorata.decision.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.prorata.decision.Reason;
import org.prorata.values.HalfYear;
import org.prorata.values.Period;

/** Reasons as sentences, and figures as people of one language write them. Safe to share between threads. */
public final class Sentences {

    private static final Map<String, Messages> MESSAGES = new ConcurrentHashMap<>();

    private static final Pattern BEFORE_VOWEL =
            Pattern.compile("\\bde (?=(avril|août|octobre)\\b)", Pattern.UNICODE_CHARACTER_CLASS);

    private final Messages messages;
    private final String language;
    private final boolean french;

    /** English and French are known. */
    public Sentences(Locale locale) {
        language = locale.getLanguage();
        messages = MESSAGES.computeIfAbsent(language, Messages::new);
        french = language.equals("fr");
    }

    /** {@code en} or {@code fr}. */
    public String language() {
        return language;
    }

    /** The sentence of a reason; a key or place that the message file lacks is an error. */
    public String of(Reason reason) {
        int gap = reason.figures().indexOf(null);
        if (gap >= 0) {
            throw new IllegalArgumentException(reason.key() + ": the figure {" + gap + "} is missing");
        }
        return elided(messages.text(
                reason.key(), reason.figures().stream().map(this::figure).toList()));
    }

    /** A text of the message files that is not a reason. */
    public String text(String key, Object... figures) {
        return elided(
                messages.text(key, Arrays.stream(figures).map(this::figure).toList()));
    }

    /** Whether the message files know a key. */
    public boolean has(String key) {
        return messages.has(key);
    }

    /** A text that needs not have a place for each of the figures. */
    public String remedy(String key, List<?> figures) {
        return elided(messages.text(key, figures.stream().map(this::figure).toList(), false));
    }

    /** Before a month that begins with a vowel French drops one of its own. */
    private String elided(String sentence) {
        return french ? BEFORE_VOWEL.matcher(sentence).replaceAll("d’") : sentence;
    }

    /** A value as it stands in a sentence; decimals keep the digits they have. */
    public String figure(Object value) {
        if (value instanceof BigDecimal number) {
            return number(number.toPlainString());
        }
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return number(value.toString());
        }
        if (value instanceof LocalDate day) {
            return date(day);
        }
        if (value instanceof Period period) {
            return text("format.period", period.from(), period.to());
        }
        if (value instanceof YearMonth month) {
            return text("format.month", month.getMonth(), String.valueOf(month.getYear()));
        }
        if (value instanceof LocalDateTime time) {
            return text("format.time", time.toLocalDate(), time.toLocalTime().toString());
        }
        if (value instanceof HalfYear half) {
            return text(half.second() ? "format.half.second" : "format.half.first", String.valueOf(half.year()));
        }
        if (value instanceof Enum<?> constant) {
            return constant(constant);
        }
        if (value instanceof Boolean flag) {
            return text(flag ? "format.yes" : "format.no");
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(this::figure).toList());
        }
        if (value instanceof Reason part) {
            return of(part);
        }
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(
                "a sentence cannot show " + value.getClass().getName());
    }

    private String constant(Enum<?> constant) {
        String type = constant.getDeclaringClass().getName();
        return text("enum." + type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + constant.name());
    }

    private String date(LocalDate day) {
        return text(
                day.getDayOfMonth() == 1 ? "format.date.first" : "format.date",
                String.valueOf(day.getDayOfMonth()),
                day.getMonth(),
                String.valueOf(day.getYear()));
    }

    private String number(String plain) {
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String sign = whole.startsWith("-") ? "-" : "";
        StringBuilder grouped = new StringBuilder(whole.substring(sign.length()));
        for (int i = grouped.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, french ? '\u202F' : ',');
        }
        return sign + grouped + (point < 0 ? "" : (french ? "," : ".") + plain.substring(point + 1));
    }
}
