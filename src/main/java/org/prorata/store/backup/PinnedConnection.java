package org.prorata.store.backup;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A connection within a transaction, lent to somebody who begins and commits transactions of his own: those become parts
 * of the one that is under way, which ends only as a whole.
 */
final class PinnedConnection implements InvocationHandler {

    private final Connection connection;
    private boolean saysAutoCommit = true;

    private PinnedConnection(Connection connection) {
        this.connection = connection;
    }

    static DataSource of(Connection connection) {
        Connection pinned = (Connection) Proxy.newProxyInstance(
                PinnedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new PinnedConnection(connection));
        return new SingleConnectionDataSource(pinned, true);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        int given = arguments == null ? 0 : arguments.length;
        switch (method.getName()) {
            case "commit", "close", "abort" -> {
                return null;
            }
            case "setAutoCommit" -> {
                saysAutoCommit = (boolean) arguments[0];
                return null;
            }
            case "getAutoCommit" -> {
                return saysAutoCommit;
            }
            case "rollback" -> {
                // back to a savepoint is within the whole; else the failure that follows ends it
                if (given == 0) {
                    return null;
                }
            }
            default -> {}
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
