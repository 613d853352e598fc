package org.prorata.store.base;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import org.prorata.contract.naming.RecordFields;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.CanonicalJson;
import org.prorata.decision.explain.Utf8;

/** Rows in the text format of COPY, whatever the types of the columns. */
final class CopyText extends CopyFormat {

    private final Utf8 decided = new Utf8();

    CopyText(int columns) {
        super(columns);
    }

    @Override
    String options() {
        return "";
    }

    @Override
    void row(Object[] cells) {
        for (int i = 0; i < cells.length; i++) {
            cell(cells[i]);
            one(i + 1 < cells.length ? '\t' : '\n');
        }
    }

    private void cell(Object value) {
        if (value == null) {
            ascii("\\N");
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Decision decision) {
            CanonicalJson.write(decision, decided.clear());
            escape(decided.bytes(), decided.length());
        } else if (value instanceof BigDecimal number) {
            ascii(number.toPlainString());
        } else if (value instanceof LocalDate || value instanceof Number || value instanceof Boolean) {
            ascii(value.toString());
        } else if (value instanceof Enum<?> constant) {
            ascii(RecordFields.constant(constant));
        } else if (value instanceof Currency currency) {
            ascii(currency.getCurrencyCode());
        } else {
            string(value.toString());
        }
    }

    private void string(String string) {
        byte[] text = string.getBytes(StandardCharsets.UTF_8);
        escape(text, text.length);
    }

    private void escape(byte[] text, int count) {
        room(2 * count);
        for (int i = 0; i < count; i++) {
            byte b = text[i];
            // all that is escaped is below the space, but for the backslash
            if (b >= ' ' && b != '\\' || b < 0) {
                bytes[length++] = b;
            } else {
                escape(b);
            }
        }
    }

    private void escape(byte b) {
        byte letter = switch (b) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
        if (letter != 0) {
            bytes[length++] = '\\';
        }
        bytes[length++] = letter == 0 ? b : letter;
    }
}
