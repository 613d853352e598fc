package org.prorata.architecture.planted.cli;

import java.sql.Connection;
import java.sql.SQLException;
import org.prorata.architecture.planted.app.Billing;
import org.prorata.architecture.planted.book.engine.Book;
import org.prorata.architecture.planted.store.runs.Kept;

/** A command that goes past the use cases to the database. */
final class Door {

    Billing billing;
    Book book;
    Kept kept;

    void run(Connection connection) throws SQLException {
        connection.prepareStatement("select id from run").close();
    }

    String help() {
        return "prorata bill --from DAY";
    }
}
