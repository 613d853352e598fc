package org.prorata.store.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.prorata.store.base.Migration;
import org.prorata.store.base.Session;
import org.prorata.store.postgres.DatabaseUnavailable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** All tables as they stood at one moment, however long the reading takes and whoever writes beside it. */
public final class Snapshot implements AutoCloseable {

    private final Connection connection;
    private final TableText text;
    private final State state;

    /**
     * What is known of it before a table is read.
     *
     * @param id     the transactions that it sees, as the server writes them
     * @param server version of the server
     */
    public record State(
            OffsetDateTime taken,
            String id,
            String server,
            List<Migration> migrations,
            List<StoredTable> tables,
            List<Counter> counters,
            List<LeftOut> leftOut) {}

    private Snapshot(Connection connection, Session session) throws SQLException {
        this.connection = connection;
        JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        Catalogue catalogue = new Catalogue(client);
        List<StoredTable> before = catalogue.tables();
        if (before.stream().noneMatch(table -> table.name().equals("flyway_schema_history"))) {
            throw new DatabaseUnavailable("the database " + session.database().name()
                    + " holds nothing of Prorata; there is nothing to back up");
        }
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        this.text = new TableText(connection);
        // locked before the first look, so that no table changes its form between the look and its reading
        client.sql("lock table "
                        + before.stream()
                                .map(table -> Catalogue.quoted(table.name()))
                                .collect(Collectors.joining(", ")) + " in access share mode")
                .update();
        List<StoredTable> tables = catalogue.tables();
        if (!tables.equals(before)) {
            throw new DatabaseUnavailable(
                    "the tables of the database " + session.database().name() + " are being changed by another program;"
                            + " give the same command again");
        }
        this.state = client.sql("select now(), pg_current_snapshot()::text, current_setting('server_version')")
                .query((row, number) -> new State(
                        row.getObject(1, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                        row.getString(2),
                        row.getString(3),
                        Objects.requireNonNull(catalogue.migrations(), "a database with our tables"),
                        tables.stream()
                                .filter(table -> LeftOut.of(table.name()).isEmpty())
                                .toList(),
                        catalogue.counters(),
                        tables.stream()
                                .flatMap(table -> LeftOut.of(table.name()).stream())
                                .toList()))
                .single();
    }

    /**
     * Everything as it stands now.
     *
     * @throws DatabaseUnavailable when there is nothing of ours
     */
    public static Snapshot of(Session session) {
        try {
            Connection connection = session.dataSource().getConnection();
            try {
                return new Snapshot(connection, session);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("snapshot", null, e);
        }
    }

    public State state() {
        return state;
    }

    /** Hands out a table, row by row. */
    public void read(StoredTable table, TableRows rows) throws IOException {
        text.read(table, rows);
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("end of the snapshot", null, e);
        }
    }
}
