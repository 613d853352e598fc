package org.prorata.store.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.store.people.Identities;
import org.prorata.store.postgres.DatabaseUnavailable;
import org.prorata.store.postgres.UnpackedPrograms;

@DisplayName("The application's role")
class DatabaseRolesTest {

    @RegisterExtension
    static final TestDatabase OWNED = new TestDatabase();

    /** What may change, and what may go; everything else is only added and read. */
    private static final String RIGHTS = """
            select relname || ' ' || (case when has_table_privilege(?, oid, 'update') then 'changed ' else '' end)
                   || (case when has_table_privilege(?, oid, 'delete') then 'taken away' else '' end)
            from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
            and (has_table_privilege(?, oid, 'update') or has_table_privilege(?, oid, 'delete')) order by relname""";

    @Test
    @DisplayName(
            "adds and reads; it changes only what says how far work is and who may do it, and takes away only previews, messages and who worked at which part")
    void rights() {
        String role = role("rights");
        try (Database application = Database.open(settings(role))) {
            assertThat(OWNED.client()
                            .sql(RIGHTS)
                            .params(role, role, role, role)
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "batch_job_execution changed taken away",
                            "batch_job_execution_context changed taken away",
                            "batch_job_execution_params changed taken away",
                            "batch_job_instance changed taken away",
                            "batch_step_execution changed taken away",
                            "batch_step_execution_context changed taken away",
                            "identity changed ",
                            "identity_token changed ",
                            "impact_failure taken away",
                            "impact_line taken away",
                            "impact_total taken away",
                            "int_channel_message changed taken away",
                            "preview_correction taken away",
                            "preview_invoice taken away",
                            "preview_line taken away",
                            "preview_note taken away",
                            "preview_note_line taken away",
                            "preview_opening taken away",
                            "preview_opening_line taken away",
                            "preview_tax taken away",
                            "run changed ",
                            "run_part changed ",
                            "run_total changed ",
                            "series changed ",
                            "worker changed taken away");
            assertThat(OWNED.client()
                            .sql("""
                    select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                    and not (has_table_privilege(?, oid, 'select') and has_table_privilege(?, oid, 'insert')) order by 1""")
                            .params(role, role)
                            .query(String.class)
                            .list())
                    .containsExactly("flyway_schema_history");
            assertThat(TestDatabase.session(application)
                            .client()
                            .sql("select count(*) from flyway_schema_history")
                            .query(Long.class)
                            .single())
                    .isPositive();
            for (String refused : List.of(
                    "update invoice set net = 0",
                    "delete from invoice_line",
                    "update issued set number = 7",
                    "insert into flyway_schema_history (installed_rank, description, type, script, installed_by, execution_time, success)"
                            + " values (999, 'x', 'SQL', 'x', 'x', 0, true)",
                    "truncate invoice",
                    "drop table issued",
                    "alter table invoice disable trigger all",
                    "delete from recording",
                    "update event set payload = '{}'",
                    "delete from flyway_schema_history",
                    "update audit_entry set actor = 'x'",
                    "delete from audit_entry",
                    "truncate audit_entry",
                    "delete from identity",
                    "delete from identity_token",
                    "update identity_rule set required = false",
                    "create table more (id int)")) {
                assertThatThrownBy(() -> TestDatabase.session(application)
                                .client()
                                .sql(refused)
                                .update())
                        .as(refused)
                        .hasStackTraceContaining(
                                refused.startsWith("drop") || refused.startsWith("alter")
                                        ? "must be owner"
                                        : "permission denied");
            }
            assertThat(TestDatabase.session(application)
                            .client()
                            .sql("select count(*) from invoice")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    @DisplayName("gets the rights that it lacks each time the database is opened")
    void regained() {
        String role = role("regained");
        Database.open(settings(role)).close();
        OWNED.client().sql("revoke all on invoice from " + role).update();
        try (Database application = Database.open(settings(role))) {
            assertThat(TestDatabase.session(application)
                            .client()
                            .sql("select count(*) from invoice")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    @DisplayName("gets them also when a worker joins before any other command has opened the database")
    void joined() {
        String role = role("joined");
        try (Database worker = Database.join(settings(role))) {
            assertThat(new Identities(TestDatabase.session(worker)).required()).isFalse();
        }
    }

    @Test
    @DisplayName("works alone once the owner has opened the database, and is told in one line when it cannot")
    void alone() {
        String role = role("alone");
        DatabaseSettings.External alone =
                new DatabaseSettings.External(settings(role).jdbcUrl(), role, "secret");
        for (java.util.function.Function<DatabaseSettings, Database> way :
                List.<java.util.function.Function<DatabaseSettings, Database>>of(Database::open, Database::join)) {
            assertThatThrownBy(() -> way.apply(alone))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageMatching(
                            "the user " + role + " has no right to the"
                                    + " tables of the database [^ ]+; a command in the name of the owner of the tables gives them: SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD");
        }
        Database.open(settings(role)).close();
        for (java.util.function.Function<DatabaseSettings, Database> way :
                List.<java.util.function.Function<DatabaseSettings, Database>>of(
                        Database::open, Database::join, Database::own, Database::reach)) {
            try (Database application = way.apply(alone)) {
                assertThat(TestDatabase.session(application)
                                .client()
                                .sql("select current_user")
                                .query(String.class)
                                .single())
                        .isEqualTo(role);
                assertThat(new Identities(TestDatabase.session(application)).required())
                        .isFalse();
                assertThatThrownBy(() -> TestDatabase.session(application)
                                .client()
                                .sql("delete from invoice")
                                .update())
                        .hasStackTraceContaining("permission denied");
            }
        }
    }

    @Test
    @DisplayName("with a wrong password, or unknown, is told in one line before anything is done")
    void refused() {
        String role = role("refused");
        DatabaseSettings.External right = settings(role);
        String refusal = "the database " + DatabaseAddress.withoutQuery(right.jdbcUrl())
                + " refused the user %s: wrong password, or no such user, or no" + " right to connect";
        assertThatThrownBy(() ->
                        Database.open(new DatabaseSettings.External(right.jdbcUrl(), role, "other", right.owner())))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage(refusal.formatted(role));
        assertThatThrownBy(() -> Database.open(
                        new DatabaseSettings.External(right.jdbcUrl(), "nobody_here", "secret", right.owner())))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage(refusal.formatted("nobody_here"));
        assertThatThrownBy(() ->
                        Database.join(new DatabaseSettings.External(right.jdbcUrl(), role, "other", right.owner())))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage(refusal.formatted(role));
        assertThatThrownBy(
                        () -> Database.open(new DatabaseSettings.External(right.jdbcUrl(), role, null, right.owner())))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(" needs a password for the user " + role);
        assertThatThrownBy(() -> Database.open(new DatabaseSettings.External(
                        right.jdbcUrl(), role, "secret", new DatabaseSettings.Login("nobody_here", "x"))))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage(refusal.formatted("nobody_here"));
    }

    @Test
    @DisplayName("of the embedded server is made with it, and is not the owner")
    void embedded(@org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        UnpackedPrograms.in(folder);
        try (Database application = Database.open(new DatabaseSettings.Embedded(folder))) {
            assertThat(TestDatabase.session(application)
                            .client()
                            .sql("select current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("prorata_app");
            assertThatThrownBy(() -> TestDatabase.session(application)
                            .client()
                            .sql("delete from invoice")
                            .update())
                    .hasStackTraceContaining("permission denied");
            try (Database owner = Database.reach(new DatabaseSettings.Embedded(folder))) {
                assertThat(TestDatabase.session(owner)
                                .client()
                                .sql("select current_user")
                                .query(String.class)
                                .single())
                        .isNotEqualTo("prorata_app");
            }
        }
    }

    private static String role(String name) {
        String role = "app_" + name + "_" + ProcessHandle.current().pid();
        OWNED.client().sql("create role " + role + " login password 'secret'").update();
        return role;
    }

    private static DatabaseSettings.External settings(String role) {
        DatabaseSettings.External owner = OWNED.settings().asOwner();
        return new DatabaseSettings.External(
                owner.jdbcUrl(), role, "secret", new DatabaseSettings.Login(owner.user(), owner.password()));
    }
}
