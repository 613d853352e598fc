package org.prorata.histories;

import org.prorata.store.base.DatabaseSettings;
import org.prorata.store.base.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database of a history: its address for commands, and one connection that looks at its rows. */
final class Place implements AutoCloseable {

    private static final String LOGIN = "histories";

    private final TestDatabase database;
    private final String url;
    private final SingleConnectionDataSource connection;
    private final JdbcClient client;

    /** @param bare without any table */
    Place(boolean bare) {
        database = bare ? TestDatabase.bare() : new TestDatabase();
        database.beforeAll(null);
        DatabaseSettings.External at = database.settings().asOwner();
        // many short commands log in: a login whose password costs nothing to prove
        database.client().sql("""
                do $$ begin
                    set local scram_iterations = 1;
                    if not exists (select from pg_roles where rolname = 'histories') then
                        create role histories superuser login password 'histories';
                    end if;
                end $$""").update();
        url = at.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + LOGIN + ":" + LOGIN + "@");
        connection = new SingleConnectionDataSource(at.jdbcUrl(), LOGIN, LOGIN, true);
        client = JdbcClient.create(connection);
    }

    String url() {
        return url;
    }

    JdbcClient client() {
        return client;
    }

    TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        connection.destroy();
        database.afterAll(null);
    }
}
