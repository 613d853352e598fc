package org.prorata.contract.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.prorata.contract.naming.RecordFields;

/** Ordered fields as YAML: one field a line down to the contract, rows of lists as {@code {…}} on one line each. */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    /** Words that some YAML reader takes for something else than a text. */
    private static final Pattern SPECIAL = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null");

    private static final Set<String> BLOCKS = Set.of("contract", DossierReader.MARK);

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    static String of(Map<String, Object> fields) {
        YamlText text = new YamlText();
        fields.forEach((name, value) -> {
            if (BLOCKS.contains(name) && value instanceof Map<?, ?> block) {
                text.out.append(name).append(":\n");
                block.forEach((key, inner) -> text.field("  ", (String) key, inner));
            } else {
                text.field("", name, value);
            }
        });
        return text.out.toString();
    }

    private void field(String indent, String name, Object value) {
        out.append(indent).append(name).append(':');
        if (value instanceof List<?> list && !list.isEmpty()) {
            out.append('\n');
            for (Object row : list) {
                out.append(indent).append("  - ");
                flow(row);
                out.append('\n');
            }
        } else {
            out.append(' ');
            flow(value);
            out.append('\n');
        }
    }

    private void flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator).append(entry.getKey()).append(": ");
                flow(entry.getValue());
                separator = ", ";
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            String separator = "";
            for (Object each : list) {
                out.append(separator);
                flow(each);
                separator = ", ";
            }
            out.append(']');
        } else {
            out.append(scalar(value));
        }
    }

    private static String scalar(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Enum<?> constant) {
            return RecordFields.constant(constant);
        }
        if (value == null
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof LocalDate
                || value instanceof YearMonth) {
            return String.valueOf(value);
        }
        String text = value.toString();
        return PLAIN.matcher(text).matches() && !SPECIAL.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
