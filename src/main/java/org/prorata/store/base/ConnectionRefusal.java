package org.prorata.store.base;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.prorata.store.postgres.DatabaseUnavailable;

/** Says in one line why a server did not let us in; never with the password. */
final class ConnectionRefusal {

    private static final String CONNECTING_TIMED_OUT = PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState();

    private ConnectionRefusal() {}

    static DatabaseUnavailable of(DatabaseSettings.External external, SQLException failure) {
        String user = external.user() == null ? "the user of this system" : "the user " + external.user();
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String why = switch (state) {
            case "28P01", "28000" -> "refused " + user + ": wrong password, or no such user, or no right to connect";
            case "3D000" -> "does not exist on that server; create it (create database …) or correct the name";
            case "53300" -> "has no free connection; close other programs or raise max_connections";
            case "57P03" -> "is starting or stopping; try again in a moment";
            case "08004" ->
                "needs a password for " + user + "; give one in the address or in SPRING_DATASOURCE_PASSWORD";
            default -> unreached(failure, state);
        };
        return new DatabaseUnavailable(
                "the database " + DatabaseAddress.withoutQuery(external.jdbcUrl()) + " " + why, failure);
    }

    private static String unreached(SQLException failure, String state) {
        boolean serverSpoke = failure instanceof PSQLException driver && driver.getServerErrorMessage() != null;
        if (serverSpoke) {
            return "cannot be used: " + firstLine(failure);
        }
        if (failure.getCause() instanceof UnknownHostException) {
            return "is on an unknown host; correct the name";
        }
        if (failure.getCause() instanceof ConnectException) {
            return "is down or elsewhere: nothing listens at that address";
        }
        if (failure.getCause() instanceof EOFException || state.equals(PSQLState.PROTOCOL_VIOLATION.getState())) {
            return "is no PostgreSQL: what listens there does not speak its protocol";
        }
        if (failure.getCause() instanceof SocketTimeoutException || state.equals(CONNECTING_TIMED_OUT)) {
            return "does not answer";
        }
        return "cannot be used: " + firstLine(failure);
    }

    private static String firstLine(SQLException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "")
                .lines()
                .findFirst()
                .orElseGet(failure::getSQLState);
    }
}
