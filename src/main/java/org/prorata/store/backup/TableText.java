package org.prorata.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.UncategorizedSQLException;

/** Tables as rows of text and back, in the form of COPY that every version of the server reads, whatever its settings. */
final class TableText {

    /** What could make another text of the same value, or end a long reading. */
    private static final String SETTINGS = """
            set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0;
            set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
            set local extra_float_digits = 1; set local bytea_output = 'hex'; set local xmloption = 'content';
            set local row_security = off""";

    private final Connection connection;

    /** In a transaction that has begun. */
    TableText(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
    }

    /** Hands out each row with its line's end. */
    void read(StoredTable table, TableRows rows) throws IOException {
        String order = "copy (select " + columns(table) + " from " + Catalogue.quoted(table.name())
                + ") to stdout (format text, encoding 'UTF8')";
        try {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(order);
            try {
                for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                    rows.row(row);
                }
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("copy", order, e);
        }
    }

    /** Takes rows in; returns how many there were. */
    long write(StoredTable table, InputStream text) throws IOException {
        String order = "copy " + Catalogue.quoted(table.name()) + " (" + columns(table)
                + ") from stdin (format text, encoding 'UTF8')";
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(order, text);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("copy", order, e);
        }
    }

    private static String columns(StoredTable table) {
        return table.columns().stream().map(Catalogue::quoted).collect(Collectors.joining(", "));
    }
}
