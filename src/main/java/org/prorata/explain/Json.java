package org.prorata.explain;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.calendar.HalfYear;
import org.prorata.calendar.Period;
import org.prorata.naming.RecordFields;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Ordered fields as JSON on one line; decimals with exactly the digits they have. */
public final class Json {

    private static final JsonFactory JSON = new JsonFactory();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** Most texts are shorter. */
    private static final int INITIAL = 1024;

    private Json() {
    }

    /** The text of a map, list, record or single value. */
    public static String text(Object value) {
        StringBuilder text = new StringBuilder(INITIAL);
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
    static void write(StringBuilder text, Object value) {
        if (value instanceof String string) {
            quote(text, string);
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value == null || value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Temporal || value instanceof Period || value instanceof HalfYear || value instanceof Currency) {
            quote(text, value.toString());
        } else if (value instanceof Enum<?> constant) {
            quote(text, RecordFields.constant(constant));
        } else if (value instanceof Map<?, ?> map) {
            object(text, map);
        } else if (value instanceof Collection<?> list) {
            array(text, list);
        } else if (value instanceof Record fact) {
            object(text, RecordFields.of(fact));
        } else {
            throw new IllegalArgumentException("no JSON form for " + value.getClass().getName());
        }
    }

    private static void object(StringBuilder text, Map<?, ?> map) {
        text.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> field : map.entrySet()) {
            name(text, (String) field.getKey(), first);
            write(text, field.getValue());
            first = false;
        }
        text.append('}');
    }

    static void name(StringBuilder text, String name, boolean first) {
        if (!first) {
            text.append(',');
        }
        quote(text, name);
        text.append(':');
    }

    private static void array(StringBuilder text, Collection<?> list) {
        text.append('[');
        boolean first = true;
        for (Object each : list) {
            if (!first) {
                text.append(',');
            }
            write(text, each);
            first = false;
        }
        text.append(']');
    }

    private static void quote(StringBuilder text, String string) {
        text.append('"');
        int plainFrom = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(string, plainFrom, i).append('\\');
                escape(text, c);
                plainFrom = i + 1;
            }
        }
        (plainFrom == 0 ? text.append(string) : text.append(string, plainFrom, string.length())).append('"');
    }

    private static void escape(StringBuilder text, char c) {
        switch (c) {
            case '\b' -> text.append('b');
            case '\t' -> text.append('t');
            case '\n' -> text.append('n');
            case '\f' -> text.append('f');
            case '\r' -> text.append('r');
            case '"', '\\' -> text.append(c);
            default -> text.append("u00").append(HEX.toHexDigits((byte) c));
        }
    }
}
