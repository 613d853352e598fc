package org.prorata.store.base;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Keeps other runs out until it is closed. The lock belongs to a connection of its own, so that the database lets it go
 * when the process is killed.
 */
public final class RunLock implements AutoCloseable {

    private static final long KEY = 0x50524f5241544102L;

    private final Connection connection;
    private final String unlock;

    private RunLock(Connection connection, String unlock) {
        this.connection = connection;
        this.unlock = unlock;
    }

    /** The lock, or null when somebody else has it; shared ones go together. */
    public static @Nullable RunLock take(Session session, boolean shared) {
        String kind = shared ? "_shared" : "";
        try {
            Connection connection = session.dataSource().getConnection();
            try {
                if (ask(connection, "select pg_try_advisory_lock" + kind + "(?)")) {
                    return new RunLock(connection, "select pg_advisory_unlock" + kind + "(?)");
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return null;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("lock runs", null, e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, unlock);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("unlock runs", unlock, e);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
