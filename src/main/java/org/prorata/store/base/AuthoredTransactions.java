package org.prorata.store.base;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Transactions that tell the database who acts, for as long as they last: no connection keeps a name for whoever has it next. */
final class AuthoredTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final String author;

    AuthoredTransactions(DataSource connections, String author) {
        super(connections);
        this.author = author;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        tell(connection, author);
    }

    /** Names the author in a transaction that has begun on a connection, until that ends. */
    static void tell(Connection connection, String author) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('prorata.author', ?, true)")) {
            statement.setString(1, author);
            statement.execute();
        }
    }
}
