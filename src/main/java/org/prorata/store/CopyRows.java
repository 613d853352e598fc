package org.prorata.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.prorata.decision.Decision;
import org.prorata.explain.CanonicalJson;
import org.prorata.explain.Utf8;
import org.prorata.naming.RecordFields;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Rows on their way into one table, in the text format of COPY. */
final class CopyRows {

    private static final int INITIAL = 1 << 13;

    private final String order;
    private final int columns;
    private byte[] text = new byte[INITIAL];
    private int length;
    private final Utf8 decided = new Utf8();
    private int count;

    CopyRows(String table, List<String> columns) {
        this.order = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
        this.columns = columns.size();
    }

    CopyRows(String table, String... columns) {
        this(table, List.of(columns));
    }

    /** Adds a row, its cells in the order of the columns; null is no value; a decision is its canonical text. */
    void row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + order);
        }
        for (int i = 0; i < cells.length; i++) {
            cell(cells[i]);
            // the last tabulator makes room for the end of the row
            text[length - 1] = (byte) (i + 1 < cells.length ? '\t' : '\n');
        }
        count++;
    }

    int count() {
        return count;
    }

    /** Hands the rows to the database, within the transaction of the thread; afterwards there are none left. */
    void send(Database database) {
        send(database.dataSource());
    }

    /** The same for who has a connection of his own. */
    void send(DataSource source) {
        if (count == 0) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(order);
            try {
                copy.writeToCopy(text, 0, length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            RuntimeException translated = new SQLExceptionSubclassTranslator().translate("copy", order, e);
            throw translated == null ? new UncategorizedSQLException("copy", order, e) : translated;
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        length = 0;
        count = 0;
    }

    /** Writes a cell and one byte to be replaced by what follows it. */
    private void cell(Object value) {
        if (value == null) {
            plain("\\N");
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Decision decision) {
            CanonicalJson.write(decision, decided.clear());
            escape(decided.bytes(), decided.length());
        } else if (value instanceof BigDecimal number) {
            plain(number.toPlainString());
        } else if (value instanceof LocalDate || value instanceof Number || value instanceof Boolean) {
            plain(value.toString());
        } else if (value instanceof Enum<?> constant) {
            plain(RecordFields.constant(constant));
        } else if (value instanceof Currency currency) {
            plain(currency.getCurrencyCode());
        } else {
            string(value.toString());
        }
        length++;
    }

    /** Text of ASCII letters without a backslash. */
    @SuppressWarnings("deprecation")
    private void plain(String string) {
        room(string.length());
        // the low bytes of the letters, which for ASCII are all of them
        string.getBytes(0, string.length(), text, length);
        length += string.length();
    }

    private void string(String string) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        escape(bytes, bytes.length);
    }

    private void escape(byte[] bytes, int count) {
        room(2 * count);
        byte[] to = text;
        int at = length;
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            // all that is escaped is below the space, but for the backslash
            if (b >= ' ' && b != '\\' || b < 0) {
                to[at++] = b;
            } else {
                at = escape(b, to, at);
            }
        }
        length = at;
    }

    private static int escape(byte b, byte[] to, int from) {
        int at = from;
        byte letter = switch (b) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
        if (letter != 0) {
            to[at++] = '\\';
        }
        to[at++] = letter == 0 ? b : letter;
        return at;
    }

    /** For so many bytes and one more. */
    private void room(int more) {
        if (length + more + 1 > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + more + 1));
        }
    }
}
