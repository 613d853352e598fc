package org.prorata.store.base;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.prorata.access.Caller;
import org.prorata.store.postgres.AtExit;
import org.prorata.store.postgres.DatabaseUnavailable;
import org.prorata.store.postgres.EmbeddedPostgres;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionSystemException;

/** An open database with our schema in it, at the version of this program. */
public final class Database implements AutoCloseable {

    /** This process, as people find it: number and machine. */
    public static final String OWNER = ManagementFactory.getRuntimeMXBean().getName();

    public static final String APPLICATION = "prorata ";
    private static final String APPLICATION_ROLE = "prorata_app";

    private static final String MIGRATIONS = "classpath:db/migration";
    private static final int OLDEST_MAJOR = 14;
    private static final int MOST_CONNECTIONS = 8;
    private static final String LOGIN_SECONDS = "15";
    /** A server that was killed does not come back by itself. */
    private static final long MOST_WAIT_MILLIS = 5_000;
    /** The least that the pool allows. */
    private static final long HARDLY_MILLIS = 250;

    private static final int MOST_EXIT_SECONDS = 60;
    private static final String POOL_CLOSED = "Connection is closed";
    /** The server ended a connection that did nothing within a transaction for too long. */
    private static final String STOOD_STILL = "25P03";
    /** Classes and states of errors of a connection that broke or a server that stops. */
    private static final List<String> GONE = List.of("08", "57P01", "57P02", "57P03", STOOD_STILL);

    private final HikariDataSource pool;
    private final @Nullable EmbeddedPostgres embedded;
    private final String name;
    private final String migrations;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Database(HikariDataSource pool, @Nullable EmbeddedPostgres embedded, String name, String migrations) {
        this.pool = pool;
        this.embedded = embedded;
        this.name = name;
        this.migrations = migrations;
    }

    /** Whether it is the one whose files lie here. */
    public boolean embedded() {
        return embedded != null;
    }

    /** Starts or reaches the database, brings its schema to this program's version and works as the application. */
    public static Database open(DatabaseSettings settings) {
        return open(settings, MIGRATIONS);
    }

    /** The same as the owner of the tables, who may do more. */
    public static Database own(DatabaseSettings settings) {
        return at(
                settings,
                MIGRATIONS,
                (owner, external) -> ready(owner, external, MIGRATIONS).asOwner());
    }

    /** Starts or reaches the database as the owner of its tables and leaves its schema as it is, even when there is none. */
    public static Database reach(DatabaseSettings settings) {
        return reach(settings, MIGRATIONS);
    }

    /**
     * Reaches the database as it is, for who only helps others.
     *
     * @throws DatabaseUnavailable when its schema is another than this program's
     */
    public static Database join(DatabaseSettings settings) {
        return join(settings, MIGRATIONS);
    }

    static Database join(DatabaseSettings settings, String migrations) {
        return at(settings, migrations, (owner, external) -> {
            Schema.refuseOther(owner, migrations, DatabaseAddress.withoutQuery(external.jdbcUrl()));
            // who made the tables may not have come to the rights yet
            grant(owner, external);
            return external;
        });
    }

    static Database open(DatabaseSettings settings, String migrations) {
        return at(settings, migrations, (owner, external) -> ready(owner, external, migrations));
    }

    /** The tables as this program has them, with the rights of the application. */
    private static DatabaseSettings.External ready(
            DataSource owner, DatabaseSettings.External external, String migrations) {
        Schema.bringUpToDate(owner, migrations, DatabaseAddress.withoutQuery(external.jdbcUrl()));
        grant(owner, external);
        return external;
    }

    private static void grant(DataSource owner, DatabaseSettings.External external) {
        if (external.owner() != null) {
            // the pool would tell it late, and at length
            check(external);
            DatabaseRoles.grant(owner, Objects.requireNonNull(external.user(), "the application has a login"));
        }
    }

    static Database reach(DatabaseSettings settings, String migrations) {
        return at(settings, migrations, (owner, external) -> external.asOwner());
    }

    /** What is done as the owner before the database is opened; returns how it is opened. */
    private interface Before {
        DatabaseSettings.External as(DataSource owner, DatabaseSettings.External external);
    }

    private static Database at(DatabaseSettings settings, String migrations, Before before) {
        if (settings instanceof DatabaseSettings.External external) {
            check(external.asOwner());
            return at(external, null, migrations, before);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.join(((DatabaseSettings.Embedded) settings).dataFolder());
        try {
            DatabaseSettings.Login owner = new DatabaseSettings.Login(embedded.user(), embedded.password());
            String password = applicationPassword(embedded.password());
            DatabaseRoles.make(
                    bare(new DatabaseSettings.External(embedded.jdbcUrl(), owner.user(), owner.password())),
                    APPLICATION_ROLE,
                    password);
            return at(
                    new DatabaseSettings.External(embedded.jdbcUrl(), APPLICATION_ROLE, password, owner),
                    embedded,
                    migrations,
                    before);
        } catch (RuntimeException failure) {
            embedded.close();
            throw failure;
        }
    }

    private static Database at(
            DatabaseSettings.External external, @Nullable EmbeddedPostgres embedded, String migrations, Before before) {
        DatabaseSettings.External opened = before.as(bare(external.asOwner()), external);
        return new Database(pool(opened), embedded, DatabaseAddress.withoutQuery(external.jdbcUrl()), migrations);
    }

    /** Connections that nobody keeps. */
    private static DataSource bare(DatabaseSettings.External external) {
        DriverManagerDataSource bare = new DriverManagerDataSource(external.jdbcUrl());
        if (external.user() != null) {
            bare.setUsername(external.user());
        }
        if (external.password() != null) {
            bare.setPassword(external.password());
        }
        return bare;
    }

    /** The application's password on the embedded server follows from the owner's, which alone is kept. */
    private static String applicationPassword(String owner) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(APPLICATION_ROLE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static HikariDataSource pool(DatabaseSettings.External external) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("prorata");
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(external.jdbcUrl());
        config.setUsername(external.user());
        config.setPassword(external.password());
        // others find the connections of a process that stands still by this name
        config.addDataSourceProperty("ApplicationName", APPLICATION + OWNER);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(MOST_WAIT_MILLIS);
        return new HikariDataSource(config);
    }

    /** A look before the pool's own, which would take a second to tell that there is no database. */
    private static void check(DatabaseSettings.External external) {
        Properties properties = new Properties();
        properties.setProperty("loginTimeout", LOGIN_SECONDS);
        if (external.user() != null) {
            properties.setProperty("user", external.user());
        }
        if (external.password() != null) {
            properties.setProperty("password", external.password());
        }
        try (Connection connection = DriverManager.getConnection(external.jdbcUrl(), properties)) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new DatabaseUnavailable("the database " + DatabaseAddress.withoutQuery(external.jdbcUrl())
                        + " is PostgreSQL " + major + "; version " + OLDEST_MAJOR + " or newer is needed");
            }
        } catch (SQLException e) {
            throw ConnectionRefusal.of(external, e);
        }
    }

    /** Whether a failure says that the server is not there any more, however it is wrapped. */
    public static boolean isGone(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && isGone(sql)) {
                return true;
            }
            // what failed first hides behind the rollback that failed for the same reason
            if (each instanceof TransactionSystemException rollback
                    && rollback.getApplicationException() != null
                    && isGone(rollback.getApplicationException())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGone(SQLException failure) {
        String state = failure.getSQLState();
        // the pool gives no state for a connection that it has already thrown away
        return state == null
                ? POOL_CLOSED.equals(failure.getMessage())
                : GONE.stream().anyMatch(state::startsWith);
    }

    /** Its address, fit to be shown. */
    public String name() {
        return name;
    }

    /** Where the migrations lie that make its schema. */
    public String migrations() {
        return migrations;
    }

    /** The database for a caller, whose writing the audit log follows by these keys. */
    public Session session(Caller caller, AuditKeys keys) {
        return new Session(this, pool, caller, keys);
    }

    /** The same without an audit log, as on a database that only a benchmark writes. */
    public Session session(Caller caller) {
        return new Session(this, pool, caller, null);
    }

    /** Where connections of other kinds than the pool's are opened, with the same login. */
    public Login login() {
        return new Login(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    /** Address and login of an open database; never shown. */
    public record Login(String jdbcUrl, String user, String password) {

        @Override
        public String toString() {
            return "the login of a database";
        }
    }

    /** The server went away under work that many share: each of them need not wait for it anew. */
    public void hurry() {
        pool.setConnectionTimeout(HARDLY_MILLIS);
    }

    /**
     * Has somebody asked to stop when the program is told to end, which then waits until this database is closed.
     *
     * @return what takes this back
     */
    public Runnable atExit(Runnable stop) {
        return AtExit.first(() -> {
            stop.run();
            try {
                if (!closed.await(MOST_EXIT_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("the work at hand was not done within " + MOST_EXIT_SECONDS
                            + " seconds; what is stored is whole");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        try {
            pool.close();
            if (embedded != null) {
                embedded.close();
            }
        } finally {
            closed.countDown();
        }
    }
}
