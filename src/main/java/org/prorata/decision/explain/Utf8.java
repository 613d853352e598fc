package org.prorata.decision.explain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** A growing text in UTF-8. */
public final class Utf8 {

    private static final int INITIAL = 1024;
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private byte[] bytes = new byte[INITIAL];
    private int length;

    /** A letter of ASCII. */
    Utf8 letter(char c) {
        room(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /** Letters of ASCII only. */
    @SuppressWarnings("deprecation")
    Utf8 ascii(String text) {
        room(text.length());
        // the low bytes of the letters, which for ASCII are all of them
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
        return this;
    }

    /** All digits of a number, never an exponent. */
    Utf8 number(BigDecimal number) {
        // quicker than the plain text, and the same but for very small and very large numbers
        String text = number.toString();
        return ascii(text.indexOf('E') < 0 ? text : number.toPlainString());
    }

    Utf8 day(LocalDate day) {
        int year = day.getYear();
        if (year < 0 || year >= HUNDRED * HUNDRED) {
            return ascii(day.toString());
        }
        return digits(year / HUNDRED)
                .digits(year % HUNDRED)
                .letter('-')
                .digits(day.getMonthValue())
                .letter('-')
                .digits(day.getDayOfMonth());
    }

    private Utf8 digits(int two) {
        return letter((char) ('0' + two / TEN)).letter((char) ('0' + two % TEN));
    }

    /** Any text; what JSON wants escaped is escaped. */
    Utf8 escaped(String text) {
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        int plain = 0;
        while (plain < more.length && isPlain(more[plain])) {
            plain++;
        }
        room(more.length);
        System.arraycopy(more, 0, bytes, length, plain);
        length += plain;
        for (int i = plain; i < more.length; i++) {
            byte b = more[i];
            if (isPlain(b)) {
                bytes[length++] = b;
            } else {
                escape((char) b);
                room(more.length - i);
            }
        }
        return this;
    }

    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\' || b < 0;
    }

    /** Bytes of UTF-8 as they are. */
    Utf8 bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    private void escape(char c) {
        letter('\\');
        switch (c) {
            case '\b' -> letter('b');
            case '\t' -> letter('t');
            case '\n' -> letter('n');
            case '\f' -> letter('f');
            case '\r' -> letter('r');
            case '"', '\\' -> letter(c);
            default -> ascii("u00%02X".formatted((int) c));
        }
    }

    /** Makes room for so many bytes more. */
    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    public int length() {
        return length;
    }

    /** The first {@link #length()} bytes are the text; it may not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public Utf8 clear() {
        length = 0;
        return this;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
