package org.prorata.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.prorata.store.base.Database;
import org.prorata.store.base.Migration;
import org.prorata.store.base.RunLock;
import org.prorata.store.base.Schema;
import org.prorata.store.base.Session;
import org.prorata.store.postgres.DatabaseUnavailable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database without any rows on its way to hold those of a backup. All of it is one transaction: whatever breaks off
 * leaves the place as it was.
 */
public final class EmptyPlace implements AutoCloseable {

    private static final int MOST_NAMED = 3;

    private final Session session;
    private final RunLock lock;
    private final Connection connection;
    private final DataSource pinned;
    private final JdbcClient client;
    private final Catalogue catalogue;
    private final TableText text;
    private final Set<Catalogue.SchemaThing> before;
    private final Set<Catalogue.SchemaThing> made = new LinkedHashSet<>();
    private List<Switch> afterwards = List.of();

    /** An order that makes loading free, and the one that takes it back. */
    private record Switch(String off, String on) {}

    private EmptyPlace(Session session, RunLock lock, Connection connection) throws SQLException {
        this.session = session;
        this.lock = lock;
        this.connection = connection;
        connection.setAutoCommit(false);
        this.pinned = PinnedConnection.of(connection);
        this.client = JdbcClient.create(pinned);
        this.catalogue = new Catalogue(client);
        this.text = new TableText(connection);
        refuseRows();
        this.before = new LinkedHashSet<>(catalogue.standing());
    }

    /**
     * Takes the place for oneself.
     *
     * @throws DatabaseUnavailable when rows stand there, which it names
     */
    public static EmptyPlace take(Session session) {
        RunLock lock = RunLock.take(session, false);
        if (lock == null) {
            throw new DatabaseUnavailable("a run or another restore is under way in the database "
                    + session.database().name() + "; nothing is restored");
        }
        try {
            Connection connection = session.dataSource().getConnection();
            try {
                return new EmptyPlace(session, lock, connection);
            } catch (SQLException | RuntimeException e) {
                try (connection) {
                    connection.rollback();
                }
                throw e;
            }
        } catch (SQLException e) {
            lock.close();
            throw new UncategorizedSQLException("restore", null, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Why tables that these migrations made cannot be made here, if so. */
    public Optional<String> refusal(List<Migration> migrations) {
        return Schema.refusal(migrations, pinned, session.database().migrations());
    }

    /** Makes all tables as these migrations made them, ready to be filled, and says which ones they are. */
    public List<StoredTable> make(List<Migration> migrations) {
        for (Catalogue.SchemaThing each : before) {
            client.sql("drop " + each.kind() + " if exists " + each.name() + " cascade")
                    .update();
        }
        Schema.migrate(
                pinned,
                session.database().migrations(),
                migrations.get(migrations.size() - 1).version(),
                session.database().name());
        made.addAll(catalogue.standing());
        // another command may have made the tables first, and filled them
        refuseRows();
        afterwards = switches();
        afterwards.forEach(each -> client.sql(each.off()).update());
        return filled();
    }

    /**
     * Fills a table; returns the number of its rows.
     *
     * @throws RowsRefused when the server does not take them
     */
    public long write(StoredTable table, InputStream rows) throws IOException {
        try {
            return text.write(table, rows);
        } catch (DataAccessException e) {
            throw refused(e);
        }
    }

    /** Hands out what a table holds now. */
    public void read(StoredTable table, TableRows rows) throws IOException {
        text.read(table, rows);
    }

    /** Sets the sequences, all of which must be here. */
    public void count(List<Counter> counters) {
        for (Counter counter : counters) {
            client.sql("select setval(?::regclass, ?, ?)")
                    .param(Catalogue.quoted(counter.name()))
                    .param(counter.last())
                    .param(counter.called())
                    .query()
                    .singleRow();
        }
    }

    public List<Counter> counters() {
        return catalogue.counters();
    }

    /**
     * Holds the rows to their references again, brings the tables to this program's version and keeps all of it.
     *
     * @return the version of the schema now
     * @throws RowsRefused when rows do not go together
     */
    public String keep() {
        try {
            afterwards.forEach(each -> client.sql(each.on()).update());
        } catch (DataAccessException e) {
            throw refused(e);
        }
        Schema.migrate(
                pinned,
                session.database().migrations(),
                null,
                session.database().name());
        made.addAll(catalogue.standing());
        List<String> foreign = before.stream()
                .filter(each -> !made.contains(each))
                .map(each -> each.kind() + " " + each.name())
                .toList();
        if (!foreign.isEmpty()) {
            throw new DatabaseUnavailable("the database " + session.database().name()
                    + " also holds what is not Prorata's: " + named(foreign) + "; restore into a database of its own");
        }
        filled().forEach(table ->
                client.sql("analyze " + Catalogue.quoted(table.name())).update());
        List<Migration> now = Objects.requireNonNull(catalogue.migrations(), "our tables were just made");
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("restore", "commit", e);
        }
        return now.get(now.size() - 1).version();
    }

    private static RuntimeException refused(DataAccessException failure) {
        return Database.isGone(failure) ? failure : new RowsRefused(failure);
    }

    private List<StoredTable> filled() {
        return catalogue.tables().stream()
                .filter(table -> LeftOut.of(table.name()).isEmpty())
                .toList();
    }

    private void refuseRows() {
        List<StoredTable> tables = filled();
        if (tables.isEmpty()) {
            return;
        }
        client.sql("lock table "
                        + tables.stream()
                                .map(table -> Catalogue.quoted(table.name()))
                                .collect(Collectors.joining(", ")) + " in access exclusive mode")
                .update();
        List<String> full = tables.stream()
                .map(table -> Catalogue.quoted(table.name()))
                .filter(table -> client.sql("select exists (select from " + table + ")")
                        .query(Boolean.class)
                        .single())
                .map(table -> table + " with "
                        + client.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single() + " rows")
                .map(each -> each.replace("\"", ""))
                .toList();
        if (!full.isEmpty()) {
            throw new DatabaseUnavailable("the database " + session.database().name() + " is not empty: it holds "
                    + named(full) + "; restore into an empty one, such as --data with a new folder");
        }
    }

    private static String named(List<String> all) {
        return all.size() <= MOST_NAMED
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, MOST_NAMED)) + " and " + (all.size() - MOST_NAMED) + " more";
    }

    /** References would ask for an order among tables that need not exist; triggers would act on what they did already. */
    private List<Switch> switches() {
        return client.sql("""
                select 'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname),
                    'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid)
                from pg_constraint where contype = 'f' and conparentid = 0
                    and connamespace = (select oid from pg_namespace where nspname = current_schema())
                union all
                select 'alter table ' || t.tgrelid::regclass || ' disable trigger ' || quote_ident(t.tgname),
                    'alter table ' || t.tgrelid::regclass || ' enable trigger ' || quote_ident(t.tgname)
                from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled = 'O'
                    and c.relnamespace = (select oid from pg_namespace where nspname = current_schema())""")
                .query((row, number) -> new Switch(row.getString(1), row.getString(2)))
                .list();
    }

    @Override
    public void close() {
        try (lock;
                connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("restore", "rollback", e);
        }
    }
}
