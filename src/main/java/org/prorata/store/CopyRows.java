package org.prorata.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.prorata.naming.RecordFields;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Rows on their way into one table, in the text format of COPY. */
final class CopyRows {

    private final String order;
    private final int columns;
    private final StringBuilder text = new StringBuilder();
    private int count;

    CopyRows(String table, List<String> columns) {
        this.order = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
        this.columns = columns.size();
    }

    CopyRows(String table, String... columns) {
        this(table, List.of(columns));
    }

    /** Adds a row, its cells in the order of the columns; null is no value. */
    void row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + order);
        }
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            cell(cells[i]);
        }
        text.append('\n');
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
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(order, new StringReader(text.toString()));
        } catch (SQLException e) {
            RuntimeException translated = new SQLExceptionSubclassTranslator().translate("copy", order, e);
            throw translated == null ? new UncategorizedSQLException("copy", order, e) : translated;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        text.setLength(0);
        count = 0;
    }

    private void cell(Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof BigDecimal number) {
            text.append(number.toPlainString());
        } else if (value instanceof Enum<?> constant) {
            text.append(RecordFields.constant(constant));
        } else if (value instanceof Currency currency) {
            text.append(currency.getCurrencyCode());
        } else if (value instanceof String string) {
            escape(string);
        } else {
            text.append(value);
        }
    }

    private void escape(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
