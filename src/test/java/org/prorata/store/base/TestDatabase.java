package org.prorata.store.base;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.prorata.access.Caller;
import org.prorata.access.Identity;
import org.prorata.store.postgres.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database for each test class, on one server for the whole test run:
 * {@code @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();}
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final String PROGRAMS = "classpath:db/migration";
    private static final String APPLICATION = "test_app";

    static {
        // commands of tests keep their logs by a key of the tests
        System.setProperty(
                "prorata.audit.key-file", Path.of("target", "test-audit.key").toString());
    }

    private final String name = "test_" + ProcessHandle.current().pid() + "_" + MADE.incrementAndGet();
    private final String migrations;
    private final boolean bare;
    private Database database;
    private Session session;
    private DriverManagerDataSource owner;

    /** With the schema of the program. */
    public TestDatabase() {
        this(PROGRAMS);
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
        return bare(PROGRAMS);
    }

    /** The same database with the schema that other migrations make. */
    public Database open(String others) {
        return Database.open(settings(), others);
    }

    public Database database() {
        return database;
    }

    /** The database for the tester, without an audit log. */
    public Session session() {
        return session;
    }

    /** An open database for the tester, without an audit log. */
    public static Session session(Database open) {
        return open.session(tester());
    }

    /** Whoever runs the tests. */
    public static Caller tester() {
        return new Caller(Identity.local("test"), Locale.ENGLISH, LocalDate.now());
    }

    /** With the rights of the owner, who may also do what the program never does. */
    public JdbcClient client() {
        return JdbcClient.create(owner);
    }

    /** Transactions of the same. */
    public TransactionTemplate tx() {
        return new TransactionTemplate(new JdbcTransactionManager(owner));
    }

    /** To open the same database once more, as another command would. */
    public DatabaseSettings.External settings() {
        EmbeddedPostgres server = Server.SHARED;
        String url = server.jdbcUrl().replaceFirst("[^/]*$", name);
        return bare || !migrations.equals(PROGRAMS)
                ? new DatabaseSettings.External(url, server.user(), server.password())
                : new DatabaseSettings.External(
                        url, APPLICATION, "secret", new DatabaseSettings.Login(server.user(), server.password()));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        onServer(
                "create database " + name + (bare || !migrations.equals(PROGRAMS) ? "" : " template " + Template.NAME));
        DatabaseSettings.External login = settings().asOwner();
        owner = new DriverManagerDataSource(login.jdbcUrl(), login.user(), login.password());
        database = bare ? Database.reach(settings(), migrations) : Database.open(settings(), migrations);
        session = session(database);
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
                .sql(order)
                .update();
    }

    /** With the tables of the program, made once to be copied. */
    private static final class Template {
        static final String NAME = "test_" + ProcessHandle.current().pid() + "_template";

        static {
            onServer("create database " + NAME);
            EmbeddedPostgres server = Server.SHARED;
            Database.own(new DatabaseSettings.External(
                            server.jdbcUrl().replaceFirst("[^/]*$", NAME), server.user(), server.password()))
                    .close();
        }
    }

    /** Started when first asked for; the end of the process stops it. */
    private static final class Server {
        static final EmbeddedPostgres SHARED = EmbeddedPostgres.join(Path.of("target", "test-database"));

        static {
            DatabaseRoles.make(
                    new DriverManagerDataSource(SHARED.jdbcUrl(), SHARED.user(), SHARED.password()),
                    APPLICATION,
                    "secret");
        }
    }
}
