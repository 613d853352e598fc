package org.prorata.store;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.prorata.postgres.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database for each test class, on one server for the whole test run:
 * {@code @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();}
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final AtomicInteger MADE = new AtomicInteger();

    private final String name = "test_" + ProcessHandle.current().pid() + "_" + MADE.incrementAndGet();
    private final String migrations;
    private final boolean bare;
    private Database database;

    /** With the schema of the program. */
    public TestDatabase() {
        this("classpath:db/migration");
    }

    public TestDatabase(String migrations) {
        this(migrations, false);
    }

    private TestDatabase(String migrations, boolean bare) {
        this.migrations = migrations;
        this.bare = bare;
    }

    /** Without any table, until these migrations make some. */
    public static TestDatabase bare(String migrations) {
        return new TestDatabase(migrations, true);
    }

    /** Without any table. */
    public static TestDatabase bare() {
        return bare("classpath:db/migration");
    }

    /** The same database with the schema that other migrations make. */
    public Database open(String others) {
        return Database.open(settings(), others);
    }

    public Database database() {
        return database;
    }

    public JdbcClient client() {
        return database.client();
    }

    public TransactionTemplate tx() {
        return database.tx();
    }

    /** To open the same database once more, as another command would. */
    public DatabaseSettings.External settings() {
        EmbeddedPostgres server = Server.SHARED;
        return new DatabaseSettings.External(server.jdbcUrl().replaceFirst("[^/]*$", name), server.user(), server.password());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        onServer("create database " + name);
        database = bare ? Database.reach(settings(), migrations) : Database.open(settings(), migrations);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (database != null) {
            database.close();
        }
        onServer("drop database " + name + " with (force)");
    }

    private static void onServer(String order) {
        EmbeddedPostgres server = Server.SHARED;
        JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()))
                .sql(order).update();
    }

    /** Started when first asked for; the end of the process stops it. */
    private static final class Server {
        static final EmbeddedPostgres SHARED = EmbeddedPostgres.join(Path.of("target", "test-database"));
    }
}
