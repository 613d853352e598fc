package org.prorata.store;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.prorata.postgres.DatabaseUnavailable;

/** Says in one line why a server did not let us in; never with the password. */
final class Refusal {

    private Refusal() {
    }

    static DatabaseUnavailable of(DatabaseSettings.External external, Exception failure) {
        String database = "the database " + DatabaseAddress.withoutQuery(external.jdbcUrl());
        String user = external.user() == null ? "the user of this system" : "the user " + external.user();
        SQLException sql = first(failure, SQLException.class);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        String why = switch (state) {
            case "28P01", "28000" -> " refused " + user + ": wrong password, or no such user, or no right to connect";
            case "3D000" -> " does not exist on that server; create it (create database …) or correct the name";
            case "53300" -> " has no free connection; close other programs or raise max_connections";
            case "57P03" -> " is starting or stopping; try again in a moment";
            case "08004" -> " needs a password for " + user + "; give one in the address or in SPRING_DATASOURCE_PASSWORD";
            default -> unreached(failure, sql);
        };
        return new DatabaseUnavailable(database + why, failure);
    }

    private static String unreached(Exception failure, SQLException sql) {
        if (first(failure, UnknownHostException.class) != null) {
            return " is on an unknown host; correct the name";
        }
        if (first(failure, ConnectException.class) != null) {
            return " is down or elsewhere: nothing listens at that address";
        }
        if (first(failure, SocketTimeoutException.class) != null) {
            return " does not answer";
        }
        if (first(failure, EOFException.class) != null) {
            return " is no PostgreSQL: what listens there does not speak its protocol";
        }
        Throwable told = sql == null ? failure : sql;
        return " cannot be used: " + told.getMessage().lines().findFirst().orElse(told.getClass().getSimpleName());
    }

    private static <T extends Throwable> T first(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
