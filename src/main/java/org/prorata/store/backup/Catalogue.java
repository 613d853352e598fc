package org.prorata.store.backup;

import java.sql.Array;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prorata.store.base.Migration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in our schema, as the database itself lists it, so that later migrations are seen without being known here. */
final class Catalogue {

    private static final String OURS = "(select oid from pg_namespace where nspname = current_schema())";

    private final JdbcClient client;

    Catalogue(JdbcClient client) {
        this.client = client;
    }

    /** All tables, those that backups leave out too, by their names. */
    List<StoredTable> tables() {
        return client.sql("""
                select c.relname, array(select a.attname::text from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum)
                from pg_class c
                where c.relnamespace = $ours and c.relkind in ('r', 'p') and not c.relispartition and not exists (
                    select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                order by c.relname collate "C" """.replace("$ours", OURS))
                .query((row, number) -> {
                    Array columns = row.getArray(2);
                    return new StoredTable(row.getString(1), List.of((String[]) columns.getArray()));
                })
                .list();
    }

    /** All sequences, those of identity columns too. */
    List<Counter> counters() {
        return client.sql("""
                select c.relname from pg_class c where c.relnamespace = $ours and c.relkind = 'S' and not exists (
                    select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                order by c.relname collate "C" """.replace("$ours", OURS)).query(String.class).list().stream()
                .map(name -> client.sql("select last_value, is_called from " + quoted(name))
                        .query((row, number) -> new Counter(name, row.getLong(1), row.getBoolean(2)))
                        .single())
                .toList();
    }

    /** The migrations that made the tables, in their order; null when no migration of ours ever ran here. */
    @Nullable
    List<Migration> migrations() {
        boolean kept = client.sql(
                        "select exists (select from pg_class where relnamespace = $ours and relname = 'flyway_schema_history')"
                                .replace("$ours", OURS))
                .query(Boolean.class)
                .single();
        return !kept
                ? null
                : client.sql("""
                select version, script, checksum from flyway_schema_history
                where success and version is not null and checksum is not null order by installed_rank""")
                        .query((row, number) -> new Migration(row.getString(1), row.getString(2), row.getInt(3)))
                        .list();
    }

    /** Everything that makes up the schema and belongs to no extension. */
    List<SchemaThing> standing() {
        return client.sql("""
                select kind, name from (
                    select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                        when 'f' then 'foreign table' when 'c' then 'type' else 'table' end as kind,
                        oid::regclass::text as name, 1 as turn, 'pg_class'::regclass as class, oid
                    from pg_class where relnamespace = $ours and relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c') and not relispartition
                    union all
                    select 'routine', oid::regprocedure::text, 2, 'pg_proc'::regclass, oid
                    from pg_proc where pronamespace = $ours
                    union all
                    select 'type', oid::regtype::text, 3, 'pg_type'::regclass, oid
                    from pg_type where typnamespace = $ours and typtype in ('d', 'e', 'r')) s
                where not exists (select from pg_depend d where d.classid = s.class and d.objid = s.oid and d.deptype = 'e')
                order by turn, name""".replace("$ours", OURS))
                .query((row, number) -> new SchemaThing(row.getString(1), row.getString(2)))
                .list();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A thing in the schema: its kind and its name as SQL writes it. */
    record SchemaThing(String kind, String name) {}
}
