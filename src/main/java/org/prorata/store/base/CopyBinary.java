package org.prorata.store.base;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.postgresql.util.ByteConverter;
import org.prorata.contract.naming.RecordFields;
import org.prorata.decision.Decision;
import org.prorata.decision.explain.CanonicalJson;
import org.prorata.decision.explain.Utf8;

/** Rows in the binary format of COPY, which the database need not parse; each cell must fit the type of its column. */
final class CopyBinary extends CopyFormat {

    private static final byte[] BEGIN = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int NOTHING = -1;
    /** The day that PostgreSQL counts from. */
    private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
    /** A digit of a numeric is four of ours. */
    private static final int BASE = 10_000;

    private static final int DIGITS = 4;
    private static final int NEGATIVE = 0x4000;
    /** So many of our digits, and those that fill up the last group, a long holds. */
    private static final int FITS = 15;

    private static final int[] FILL = {1, 1_000, 100, 10};

    private final CopyType[] types;
    private final Utf8 decided = new Utf8();
    private final short[] digits = new short[FITS];

    /** The types of columns that it knows. */
    private enum CopyType {
        TEXT,
        BIGINT,
        INTEGER,
        NUMERIC,
        DATE,
        BOOLEAN
    }

    /** @param types of the columns, as PostgreSQL calls them */
    CopyBinary(List<String> types) {
        super(types.size());
        this.types = types.stream()
                .map(type -> CopyType.valueOf(type.toUpperCase(Locale.ROOT)))
                .toArray(CopyType[]::new);
        clear();
    }

    @Override
    String options() {
        return " (format binary)";
    }

    @Override
    void clear() {
        super.clear();
        raw(BEGIN, BEGIN.length);
    }

    @Override
    void end() {
        two(NOTHING);
    }

    @Override
    void row(Object[] cells) {
        two(cells.length);
        for (int i = 0; i < cells.length; i++) {
            cell(types[i], cells[i]);
        }
    }

    private void cell(CopyType type, Object value) {
        if (value == null) {
            four(NOTHING);
            return;
        }
        switch (type) {
            case TEXT -> text(value);
            case BIGINT -> {
                four(Long.BYTES);
                long number = ((Number) value).longValue();
                four((int) (number >>> Integer.SIZE));
                four((int) number);
            }
            case INTEGER -> {
                four(Integer.BYTES);
                four((Integer) value);
            }
            case NUMERIC -> numeric((BigDecimal) value);
            case DATE -> {
                four(Integer.BYTES);
                four(Math.toIntExact(((LocalDate) value).toEpochDay() - EPOCH));
            }
            case BOOLEAN -> {
                four(1);
                one((Boolean) value ? 1 : 0);
            }
        }
    }

    private void text(Object value) {
        if (value instanceof Decision decision) {
            CanonicalJson.write(decision, decided.clear());
            four(decided.length());
            raw(decided.bytes(), decided.length());
        } else if (value instanceof Enum<?> constant) {
            letters(RecordFields.constant(constant));
        } else if (value instanceof Currency currency) {
            letters(currency.getCurrencyCode());
        } else {
            byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
            four(text.length);
            raw(text, text.length);
        }
    }

    private void letters(String ascii) {
        four(ascii.length());
        ascii(ascii);
    }

    /** A number as digits of ten thousand, the weight of the first one, a sign and how many places are shown. */
    private void numeric(BigDecimal number) {
        int scale = number.scale();
        if (scale < 0 || number.precision() > FITS) {
            byte[] large = ByteConverter.numeric(number.scale() < 0 ? number.setScale(0) : number);
            four(large.length);
            raw(large, large.length);
            return;
        }
        long unscaled = number.unscaledValue().longValueExact();
        int count = 0;
        for (long rest = Math.abs(unscaled) * FILL[scale % DIGITS]; rest != 0; rest /= BASE) {
            digits[count++] = (short) (rest % BASE);
        }
        four((DIGITS + count) * Short.BYTES);
        two(count);
        two(count == 0 ? 0 : count - 1 - (scale + DIGITS - 1) / DIGITS);
        two(unscaled < 0 ? NEGATIVE : 0);
        two(scale);
        while (count > 0) {
            two(digits[--count]);
        }
    }

    private void raw(byte[] more, int count) {
        room(count);
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
    }

    private void two(int number) {
        room(Short.BYTES);
        bytes[length++] = (byte) (number >> Byte.SIZE);
        bytes[length++] = (byte) number;
    }

    private void four(int number) {
        room(Integer.BYTES);
        ByteConverter.int4(bytes, length, number);
        length += Integer.BYTES;
    }
}
