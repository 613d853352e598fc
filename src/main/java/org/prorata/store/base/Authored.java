package org.prorata.store.base;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that tell the database who acts on them, so that no row can be stored without its author. */
final class Authored extends DelegatingDataSource {

    private final Map<PGConnection, String> told = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile String author;

    Authored(DataSource connections) {
        super(connections);
    }

    void author(String name) {
        author = name;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            tell(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private void tell(Connection connection) throws SQLException {
        String now = author;
        PGConnection server = connection.unwrap(PGConnection.class);
        if (!Objects.equals(told.get(server), now)) {
            try (PreparedStatement statement =
                    connection.prepareStatement("select set_config('prorata.author', ?, false)")) {
                statement.setString(1, now == null ? "" : now);
                statement.execute();
            }
            told.put(server, now);
        }
    }
}
