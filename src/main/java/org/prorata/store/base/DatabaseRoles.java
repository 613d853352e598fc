package org.prorata.store.base;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The two roles: the owner makes the tables, the application adds rows and reads them. It changes only what says how far
 * work is and who may do it, and takes away only what is no record: previews, messages and who worked at which part.
 */
final class DatabaseRoles {

    private static final long LOCK = 0x50524f5241544103L;

    /** What says how far work is, and who may do it. */
    private static final String CHANGED =
            "^(run|run_part|run_total|series|worker|identity|identity_token|batch_.*|int_.*)$";
    /** What is no record. */
    private static final String TAKEN_AWAY = "^(preview_.*|impact_.*|worker|batch_.*|int_.*)$";
    /** What only migrations write; the application reads it to see that the tables are its own. */
    private static final String OWNERS = "^flyway_schema_history$";

    /** The rights that a table still lacks, as the statements that grant them. */
    private static final String MISSING = """
            select format('grant %%s on %%I to %%I', wanted.right, c.relname, ?::text)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
            cross join (values ('select', '.*'), ('insert', '.*'), ('update', '%1$s'), ('delete', '%2$s')) as wanted("right", tables)
            where c.relkind in ('r', 'p', 'v') and c.relname ~ wanted.tables and (wanted."right" = 'select' or c.relname !~ '%3$s')
            and not has_table_privilege(?::text, c.oid, wanted.right)
            union all
            select format('grant usage, select on sequence %%I to %%I', c.relname, ?::text)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
            where case c.relkind when 'S' then not has_sequence_privilege(?::text, c.oid, 'usage') else false end
            union all
            select format('grant execute on function %%s to %%I', p.oid::regprocedure, ?::text)
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = current_schema()
            where p.prosecdef and not has_function_privilege(?::text, p.oid, 'execute')""".formatted(CHANGED, TAKEN_AWAY, OWNERS);

    private DatabaseRoles() {}

    /** Makes the application's role of the embedded server, which knows no other way to it. */
    static void make(DataSource owner, String application, String password) {
        locked(owner, client -> {
            if (!client.sql("select exists (select from pg_roles where rolname = ?)")
                    .param(application)
                    .query(Boolean.class)
                    .single()) {
                // a role takes no parameters; format quotes both
                String sql = client.sql("select format('create role %I login password %L', ?::text, ?::text)")
                        .param(application)
                        .param(password)
                        .query(String.class)
                        .single();
                client.sql(sql).update();
            }
        });
    }

    /** Gives the application the rights that it needs and does not have yet, after a new migration for example. */
    static void grant(DataSource owner, String application) {
        if (!missing(JdbcClient.create(owner), application).isEmpty()) {
            locked(
                    owner,
                    client -> missing(client, application)
                            .forEach(sql -> client.sql(sql).update()));
        }
    }

    private static List<String> missing(JdbcClient client, String application) {
        return client.sql(MISSING)
                .params(application, application, application, application, application, application)
                .query(String.class)
                .list();
    }

    /** Two who grant at once would be in each other's way. */
    private static void locked(DataSource owner, java.util.function.Consumer<JdbcClient> work) {
        JdbcClient client = JdbcClient.create(owner);
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(status -> {
            client.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
            work.accept(client);
        });
    }
}
