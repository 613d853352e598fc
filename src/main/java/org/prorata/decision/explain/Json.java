package org.prorata.decision.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.naming.RecordFields;
import org.prorata.values.HalfYear;
import org.prorata.values.Period;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Ordered fields as JSON on one line; decimals with exactly the digits they have. */
public final class Json {

    private static final JsonFactory JSON = new JsonFactory();

    private Json() {}

    /** The text of a map, list, record or single value. */
    public static String text(Object value) {
        Utf8 text = new Utf8();
        write(text, value);
        return text.toString();
    }

    /** A document read back: maps in the order written, lists, texts, decimals with the digits they have, yes/no, null. */
    public static Object read(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return value(parser, parser.nextToken());
        }
    }

    private static Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    fields.put(name, value(parser, parser.nextToken()));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    values.add(value(parser, next));
                }
                yield values;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getString());
            default -> parser.getString();
        };
    }

    /**
     * Written by hand, as a bill run writes a million of them: a general writer took twice as long over maps made for it as
     * all the rules.
     */
    static void write(Utf8 text, Object value) {
        if (value instanceof String string) {
            text.letter('"').escaped(string).letter('"');
        } else if (value instanceof BigDecimal number) {
            text.number(number);
        } else if (value instanceof LocalDate day) {
            text.letter('"').day(day).letter('"');
        } else if (value instanceof Period period) {
            text.letter('"').ascii(period.toString()).letter('"');
        } else if (value == null || value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            text.ascii(String.valueOf(value));
        } else if (value instanceof Temporal || value instanceof HalfYear || value instanceof Currency) {
            text.letter('"').ascii(value.toString()).letter('"');
        } else if (value instanceof Enum<?> constant) {
            text.letter('"').ascii(RecordFields.constant(constant)).letter('"');
        } else if (value instanceof Map<?, ?> map) {
            object(text, map);
        } else if (value instanceof Collection<?> list) {
            array(text, list);
        } else if (value instanceof Record fact) {
            object(text, RecordFields.of(fact));
        } else {
            throw new IllegalArgumentException(
                    "no JSON form for " + value.getClass().getName());
        }
    }

    private static void object(Utf8 text, Map<?, ?> map) {
        text.letter('{');
        boolean first = true;
        for (Map.Entry<?, ?> field : map.entrySet()) {
            name(text, (String) field.getKey(), first);
            write(text, field.getValue());
            first = false;
        }
        text.letter('}');
    }

    static void name(Utf8 text, String name, boolean first) {
        if (!first) {
            text.letter(',');
        }
        text.letter('"').escaped(name).letter('"').letter(':');
    }

    private static void array(Utf8 text, Collection<?> list) {
        text.letter('[');
        boolean first = true;
        for (Object each : list) {
            if (!first) {
                text.letter(',');
            }
            write(text, each);
            first = false;
        }
        text.letter(']');
    }
}
