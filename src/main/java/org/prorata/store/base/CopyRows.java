package org.prorata.store.base;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Rows on their way into one table by COPY. */
public final class CopyRows {

    private final String order;
    private final CopyFormat format;
    private int count;

    private CopyRows(String table, List<String> columns, CopyFormat format) {
        this.order = "copy " + table + " (" + String.join(", ", columns) + ") from stdin" + format.options();
        this.format = format;
    }

    public CopyRows(String table, List<String> columns) {
        this(table, columns, new CopyText(columns.size()));
    }

    public CopyRows(String table, String... columns) {
        this(table, List.of(columns));
    }

    /**
     * Rows of which there are very many.
     *
     * @param columns each its name and its type: {@code on_day date}
     */
    public static CopyRows typed(String table, String... columns) {
        List<String[]> all =
                Arrays.stream(columns).map(column -> column.split(" ")).toList();
        return new CopyRows(
                table,
                all.stream().map(column -> column[0]).toList(),
                new CopyBinary(all.stream().map(column -> column[1]).toList()));
    }

    /** Adds a row, its cells in the order of the columns; null is no value; a decision is its canonical text. */
    public void row(@Nullable Object... cells) {
        if (cells.length != format.columns()) {
            throw new IllegalArgumentException(cells.length + " cells for " + order);
        }
        format.row(cells);
        count++;
    }

    public int count() {
        return count;
    }

    /** Hands the rows to the database, within the transaction of the thread; afterwards there are none left. */
    public void send(Session session) {
        send(session.dataSource());
    }

    /** The same for who has a connection of his own. */
    public void send(DataSource source) {
        if (count == 0) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            format.end();
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(order);
            try {
                copy.writeToCopy(format.bytes, 0, format.length);
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
        format.clear();
        count = 0;
    }
}
