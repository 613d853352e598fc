package org.prorata.store.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prorata.store.base.DatabaseSettings.External;
import org.prorata.store.postgres.DatabaseUnavailable;

class DatabaseTest {

    private static final String TRIAL = "classpath:db/trial";
    private static final String LATER_TRIAL = "classpath:db/trial-later";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase(TRIAL);

    @RegisterExtension
    static final TestDatabase NEWER = new TestDatabase(LATER_TRIAL);

    @RegisterExtension
    static final TestDatabase GROWING = new TestDatabase(TRIAL);

    @RegisterExtension
    static final TestDatabase BARE = TestDatabase.bare(TRIAL);

    @Test
    void anOpenDatabaseHasItsTablesAndRollsBackWhatFails() {
        assertThatThrownBy(() -> DATABASE.session().tx().executeWithoutResult(status -> {
                    DATABASE.session()
                            .client()
                            .sql("insert into note values (1, 'lost')")
                            .update();
                    throw new IllegalStateException("parked");
                }))
                .hasMessage("parked");
        DATABASE.session()
                .tx()
                .executeWithoutResult(status -> DATABASE.session()
                        .client()
                        .sql("insert into note values (2, 'kept')")
                        .update());

        assertThat(DATABASE.session()
                        .client()
                        .sql("select text from note")
                        .query(String.class)
                        .list())
                .containsExactly("kept");
    }

    @Test
    void aServerThatGoesAwayIsToldFromAnOrderThatFails() {
        assertThatThrownBy(() -> DATABASE.session()
                        .client()
                        .sql("select pg_terminate_backend(pg_backend_pid())")
                        .query()
                        .listOfRows())
                .satisfies(failure -> assertThat(Database.isGone(failure)).isTrue());
        assertThatThrownBy(() -> DATABASE.session()
                        .tx()
                        .executeWithoutResult(status -> DATABASE.session()
                                .client()
                                .sql("select pg_terminate_backend(pg_backend_pid())")
                                .query()
                                .listOfRows()))
                .satisfies(failure -> assertThat(Database.isGone(failure)).isTrue());
        assertThatThrownBy(() -> DATABASE.session()
                        .client()
                        .sql("select nothing")
                        .query()
                        .listOfRows())
                .satisfies(failure -> assertThat(Database.isGone(failure)).isFalse());
    }

    @Test
    void anOlderSchemaIsBroughtUpToDate() {
        GROWING.client().sql("insert into note values (1, 'old')").update();

        try (Database later = Database.open(GROWING.settings(), LATER_TRIAL)) {
            assertThat(TestDatabase.session(later)
                            .client()
                            .sql("select count(*) from note where day is null")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void aSchemaOfANewerProgramIsRefused() {
        assertThatThrownBy(() -> Database.open(NEWER.settings(), TRIAL))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the database " + shown(NEWER.settings()) + " has schema version 002 and this program knows"
                        + " versions up to 001; use the newer program that made it");
    }

    @Test
    void aSchemaMadeByOtherMigrationsIsRefused() {
        assertThatThrownBy(() -> Database.open(DATABASE.settings(), "classpath:db/trial-edited"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the schema of the database " + shown(DATABASE.settings()) + " was not made by the"
                        + " migrations of this program: Migration checksum mismatch for migration version 001");
    }

    @Test
    void whoOnlyHelpsOthersIsRefusedByAnyOtherSchema() {
        helperRefused(
                NEWER,
                TRIAL,
                "the database %s has schema version 002 and this program knows versions up to 001; use the newer program"
                        + " that made it");
        helperRefused(
                DATABASE,
                "classpath:db/trial-later",
                "the database %s has schema version 001 and this program needs version 002;"
                        + " a command such as prorata runs brings it up to date");
        helperRefused(
                DATABASE,
                "classpath:db/trial-edited",
                "the schema of the database %s was not made by the migrations of this program:"
                        + " Migration checksum mismatch for migration version 001");
        helperRefused(
                BARE,
                TRIAL,
                "the database %s has none of this program's tables yet; a command such as prorata import makes them");
    }

    private static void helperRefused(TestDatabase database, String migrations, String message) {
        assertThatThrownBy(() -> Database.join(database.settings(), migrations))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage(message.formatted(shown(database.settings())));
    }

    @Test
    void aMigrationThatFailsSaysWhatTheServerSaid() {
        assertThatThrownBy(() -> Database.open(DATABASE.settings(), "classpath:db/trial-broken"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the schema of the database " + shown(DATABASE.settings()) + " could not be brought up to"
                        + " date: V002__breaks.sql: ERROR: relation \"nothing\" does not exist");
    }

    @Test
    void aDatabaseThatIsDownIsToldInOneLine() throws IOException {
        int port;
        try (ListeningServer gone = ListeningServer.hangingUp()) {
            port = gone.port();
        }
        refused(at(port, "books"), " is down or elsewhere: nothing listens at that address");
    }

    @Test
    void aServerThatIsNoPostgresIsToldInOneLine() throws IOException {
        try (ListeningServer brief = ListeningServer.hangingUp();
                ListeningServer web = ListeningServer.web()) {
            refused(at(brief.port(), "books"), " is no PostgreSQL: what listens there does not speak its protocol");
            refused(at(web.port(), "books"), " is no PostgreSQL: what listens there does not speak its protocol");
        }
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedForLong() throws IOException {
        try (ListeningServer silent = ListeningServer.silent()) {
            External patientForASecond = new External(
                    "jdbc:postgresql://127.0.0.1:" + silent.port() + "/books?loginTimeout=1", "ann", "s3cret");

            assertThatThrownBy(() -> Database.open(patientForASecond, TRIAL))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessage("the database postgresql://127.0.0.1:" + silent.port() + "/books does not answer");
        }
    }

    @Test
    void aPostgresThatIsTooOldIsRefused() throws IOException {
        try (ListeningServer old = ListeningServer.postgres("13.23")) {
            refused(at(old.port(), "books"), " is PostgreSQL 13; version 14 or newer is needed");
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutRepeatingIt() {
        External right = DATABASE.settings();
        External wrong = new External(right.jdbcUrl(), right.user(), "s3cret");

        refused(wrong, " refused the user prorata: wrong password, or no such user, or no right to connect");
    }

    @Test
    void aMissingPasswordIsToldWithHowToGiveIt() {
        External right = DATABASE.settings();

        refused(
                new External(right.jdbcUrl(), right.user(), null),
                " needs a password for the user prorata;"
                        + " give one in the address or in SPRING_DATASOURCE_PASSWORD");
    }

    @Test
    void aDatabaseThatTheServerDoesNotHaveIsNamed() {
        External right = DATABASE.settings();
        External missing =
                new External(right.jdbcUrl().replaceFirst("[^/]*$", "nowhere"), right.user(), right.password());

        refused(missing, " does not exist on that server; create it (create database …) or correct the name");
    }

    @Test
    void anUnknownHostIsTold() {
        refused(
                new External("jdbc:postgresql://no-such-host.invalid/books", "ann", "s3cret"),
                " is on an unknown host; correct the name");
    }

    private static void refused(External settings, String why) {
        assertThatThrownBy(() -> Database.open(settings, TRIAL))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the database " + shown(settings) + why)
                .hasMessageNotContaining("s3cret");
    }

    private static String shown(External settings) {
        return settings.jdbcUrl().substring("jdbc:".length());
    }

    private static External at(int port, String name) {
        return new External("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "ann", "s3cret");
    }
}
