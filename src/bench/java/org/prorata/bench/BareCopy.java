package org.prorata.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.prorata.store.base.Session;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The least that a file of usage can cost: COPY as it is into a table with nothing but a primary key. */
public final class BareCopy {

    private BareCopy() {}

    /** Copies a file with the columns id, contract, item, on, quantity, status; the table is made before and dropped after. */
    public static long usage(Session session, Path file, Runnable begins, Runnable ends) {
        session.client().sql("""
                create table bare_copy (id text collate "C" primary key, contract text, item text, on_day date, quantity numeric,
                status text)""").update();
        begins.run();
        long rows = copy(session, file);
        ends.run();
        session.client().sql("drop table bare_copy").update();
        return rows;
    }

    private static long copy(Session session, Path file) {
        var connection = DataSourceUtils.getConnection(session.dataSource());
        try (Reader reader = Files.newBufferedReader(file)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare_copy from stdin (format csv, header)", reader);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("copy", "copy bare_copy", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, session.dataSource());
        }
    }
}
