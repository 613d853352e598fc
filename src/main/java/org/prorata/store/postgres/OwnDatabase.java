package org.prorata.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The database named prorata inside the embedded server. */
final class OwnDatabase {

    static final String NAME = "prorata";

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final String CONNECTION = "08";
    private static final String SERVER_ENDS = "57P";
    private static final String WRONG_PASSWORD = "28P01";

    private OwnDatabase() {}

    static void ensure(DataFolder folder, int port, String password) {
        try {
            if (!exists(port, password)) {
                create(port, password);
            }
        } catch (SQLException e) {
            throw WRONG_PASSWORD.equals(e.getSQLState())
                    ? new DatabaseUnavailable(
                            "the password in " + folder.passwordFile() + " is not that of the database in "
                                    + folder.cluster() + "; put the right file back",
                            e)
                    : new DatabaseUnavailable(
                            "PostgreSQL in " + folder.cluster() + " does not answer on port " + port + ": "
                                    + e.getMessage(),
                            e);
        }
    }

    /** Whether the server broke off, or is about to start or to stop. */
    static boolean mayComeBack(DatabaseUnavailable failure) {
        return failure.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith(CONNECTION)
                        || sql.getSQLState().startsWith(SERVER_ENDS));
    }

    private static boolean exists(int port, String password) throws SQLException {
        try (Connection connected = connect(port, NAME, password)) {
            return connected.isValid(0);
        } catch (SQLException e) {
            if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    static void create(int port, String password) throws SQLException {
        try (Connection server = connect(port, "postgres", password);
                Statement statement = server.createStatement()) {
            statement.execute("create database " + NAME);
        } catch (SQLException e) {
            // the server may just have finished what it was told by a command that was killed
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static Connection connect(int port, String database, String password) throws SQLException {
        return DriverManager.getConnection(url(port, database), Cluster.USER, password);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
