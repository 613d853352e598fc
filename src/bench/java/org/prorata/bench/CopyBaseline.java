package org.prorata.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.prorata.store.base.Session;
import org.prorata.store.facts.FactTable;
import org.prorata.store.facts.FactTables;

/**
 * The least that a run can cost: its lines, all their columns, by bare binary COPY into a table with nothing but a primary key, and
 * its facts read in the order of their keys and not looked at. What the run itself stored stays as it is.
 */
public final class CopyBaseline {

    private static final String TABLE = "floor_line";
    private static final int FETCHED = 5_000;

    private final Session session;
    private final Path folder;
    private final List<Range> ranges = new ArrayList<>();

    /** Contracts from one up to another, both included, and the file of their lines. */
    private record Range(String from, String to, Path lines) {}

    /** Times in nanoseconds. */
    public record Times(long copy, long read) {

        public long total() {
            return copy + read;
        }
    }

    private interface BaselineWork {
        void on(Connection connection, Range range) throws SQLException, IOException;
    }

    /**
     * @param connections as many as the run had workers
     * @param folder      where the lines lie meanwhile
     */
    public CopyBaseline(Session session, int connections, Path folder) {
        this.session = session;
        this.folder = folder;
        session.client().sql("""
                select min(contract_id), max(contract_id) from (
                    select contract_id, ntile(?) over (order by contract_id) as part from (
                        select distinct contract_id from contract) as known) as parts
                group by part order by part""").param(connections).query(row -> {
            ranges.add(new Range(row.getString(1), row.getString(2), folder.resolve("floor-" + ranges.size())));
        });
    }

    /** The best of some tries of the lines of a run, and the best of as many reads. */
    public Times best(long run, int tries) {
        each((connection, range) -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(range.lines()), 1 << 20)) {
                copy(connection)
                        .copyOut(
                                "copy (select l.* from invoice_line l join invoice i on i.id = l.invoice where i.run = "
                                        + run + " and l.contract_id between '" + range.from() + "' and '" + range.to()
                                        + "' order by l.invoice, l.position) to stdout (format binary)",
                                out);
            }
        });
        long copy = Long.MAX_VALUE;
        long read = Long.MAX_VALUE;
        for (int i = 0; i < tries; i++) {
            order("create table " + TABLE
                    + " (like invoice_line, primary key (contract_id, item, reason, first_day, supersession))");
            order("checkpoint");
            copy = Math.min(copy, each((connection, range) -> {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(range.lines()), 1 << 20)) {
                    copy(connection).copyIn("copy " + TABLE + " from stdin (format binary)", in, 1 << 16);
                }
            }));
            order("drop table " + TABLE);
            read = Math.min(read, each(CopyBaseline::read));
        }
        return new Times(copy, read);
    }

    private static void read(Connection connection, Range range) throws SQLException {
        // rows come in pieces only inside a transaction
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            for (FactTable<?> table : FactTables.ALL) {
                try (ResultSet rows = statement.executeQuery(
                        "select * from " + table.name() + " where contract_id between '" + range.from() + "' and '"
                                + range.to() + "' order by contract_id, number, recording")) {
                    while (rows.next()) {
                        rows.getRow();
                    }
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void order(String sql) {
        session.client().sql(sql).update();
    }

    /** Does the work on all ranges at once, each on a connection of its own; returns how long it took. */
    private long each(BaselineWork work) {
        ExecutorService threads = Executors.newFixedThreadPool(ranges.size());
        try {
            long begin = System.nanoTime();
            List<Future<?>> working = new ArrayList<>();
            for (Range range : ranges) {
                working.add(threads.submit(() -> {
                    try (Connection connection = session.dataSource().getConnection()) {
                        work.on(connection, range);
                    }
                    return null;
                }));
            }
            for (Future<?> one : working) {
                one.get();
            }
            return System.nanoTime() - begin;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the floor could not be measured in " + folder, e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Removes the files of the lines. */
    public void clear() {
        try {
            for (Range range : ranges) {
                Files.deleteIfExists(range.lines());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
