package org.prorata.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /** One folder for all tests, for making a database is slow; each test leaves its server stopped. */
    @TempDir
    private static Path temporary;

    private final Path data = temporary.resolve("a data folder");
    private final Path cluster = data.resolve("postgres");

    @AfterEach
    void theServerIsStopped() {
        assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void twoProcessesShareOneServerAndTheLastOutStopsIt() throws Exception {
        try (OtherCommand other = OtherCommand.start(data)) {
            String address = other.joined();
            EmbeddedPostgres ours = EmbeddedPostgres.join(data);
            assertThat(ours.jdbcUrl()).isEqualTo(address);

            assertThat(other.leave()).isZero();
            assertThat(ask(ours, "select 1")).isEqualTo("1");

            ours.close();
        }
    }

    @Test
    void twoCommandsStartedAtOnceStartOneServer() throws Exception {
        try (OtherCommand one = OtherCommand.start(data);
                OtherCommand two = OtherCommand.start(data)) {
            assertThat(one.joined()).isEqualTo(two.joined());
            one.leave();
            two.leave();
        }
    }

    @Test
    void aServerWhoseCommandWasKilledIsAdopted() throws Exception {
        try (OtherCommand owner = OtherCommand.start(data)) {
            String address = owner.joined();
            long server = serverProcess();
            owner.kill();

            try (EmbeddedPostgres ours = EmbeddedPostgres.join(data)) {
                assertThat(ours.jdbcUrl()).isEqualTo(address);
                assertThat(serverProcess()).isEqualTo(server);
            }
        }
    }

    @Test
    void aCommandEndedByASignalStopsItsServer() throws Exception {
        try (OtherCommand command = OtherCommand.start(data)) {
            command.joined();
            command.terminate();
        }
    }

    @Test
    void aKilledServerKeepsWhatWasCommittedAndComesBackOnItsPort() throws Exception {
        try (EmbeddedPostgres ours = EmbeddedPostgres.join(data)) {
            tell(ours, "create table kept (amount numeric)");
            tell(ours, "insert into kept values (12.34)");
            ProcessHandle server = ProcessHandle.of(serverProcess()).orElseThrow();
            server.destroyForcibly();
            server.onExit().join();

            try (EmbeddedPostgres again = EmbeddedPostgres.join(data)) {
                assertThat(again.jdbcUrl()).isEqualTo(ours.jdbcUrl());
                assertThat(ask(again, "select amount from kept")).isEqualTo("12.34");
                tell(again, "drop table kept");
            }
            assertThat(ask(ours, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatDoesNotStopInGoodOrderStopsAtOnceAndKeepsWhatWasCommitted() throws Exception {
        try (EmbeddedPostgres ours = EmbeddedPostgres.join(data)) {
            tell(ours, "create table kept (amount numeric)");
            long checkpointer =
                    Long.parseLong(ask(ours, "select pid from pg_stat_activity where backend_type = 'checkpointer'"));
            new ProcessBuilder("sh", "-c", "kill -STOP " + checkpointer).start().waitFor();
            DataFolder folder = DataFolder.at(data);
            Binaries binaries = Binaries.unpackedUnder(folder.binaries());

            new Server(folder.cluster(), binaries, ServerUser.of(folder, binaries)).stop(Duration.ofSeconds(1));

            assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
            try (EmbeddedPostgres again = EmbeddedPostgres.join(data)) {
                tell(again, "drop table kept");
            }
        }
    }

    @Test
    void thePidFileOfADeadServerWhoseNumberAnotherProgramHasIsCleanedUp() throws Exception {
        EmbeddedPostgres.join(data).close();
        Files.write(
                cluster.resolve("postmaster.pid"),
                List.of(
                        String.valueOf(ProcessHandle.current().pid()),
                        cluster.toString(),
                        "1700000000",
                        "5432",
                        "",
                        "127.0.0.1",
                        "1 1",
                        "ready"));

        try (EmbeddedPostgres ours = EmbeddedPostgres.join(data)) {
            assertThat(ask(ours, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void isDurableAndPrivateEvenWhenItsConfigurationWasEdited() throws Exception {
        EmbeddedPostgres.join(data).close();
        Path configuration = cluster.resolve("postgresql.conf");
        String before = Files.readString(configuration);
        Files.writeString(
                configuration,
                "fsync = off\nsynchronous_commit = off\nlisten_addresses = '*'\n",
                StandardOpenOption.APPEND);

        try (EmbeddedPostgres ours = EmbeddedPostgres.join(data)) {
            assertThat(ask(ours, "show fsync")).isEqualTo("on");
            assertThat(ask(ours, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(ours, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(ours, "show data_checksums")).isEqualTo("on");
            assertThat(ask(ours, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(ours, "show password_encryption")).isEqualTo("scram-sha-256");
        }
        Files.writeString(configuration, before);
    }

    @Test
    void asksForItsPasswordWhichOnlyTheOwnerMayRead() throws Exception {
        try (EmbeddedPostgres ours = EmbeddedPostgres.join(data)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(ours.jdbcUrl(), ours.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aWrongOrMissingPasswordFileIsNamed() throws Exception {
        EmbeddedPostgres.join(data).close();
        Path file = data.toRealPath().resolve("postgres.password");
        Path aside = Files.move(file, file.resolveSibling("aside"));

        Files.writeString(file, "another\n");
        assertThatThrownBy(() -> EmbeddedPostgres.join(data))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the password in " + file + " is not that of the database in "
                        + file.resolveSibling("postgres") + "; put the right file back");

        Files.delete(file);
        assertThatThrownBy(() -> EmbeddedPostgres.join(data))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the database in " + file.resolveSibling("postgres") + " is there but its password file "
                        + file + " is missing; put that file back");

        Files.move(aside, file);
    }

    @Test
    void aDatabaseThatAKilledCommandStillCreatedIsTaken() throws Exception {
        try (EmbeddedPostgres ours = EmbeddedPostgres.join(data)) {
            OwnDatabase.create(Integer.parseInt(ours.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1")), ours.password());

            assertThat(ask(ours, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aDataFolderBelowAFolderThatDoesNotExistIsRefused() {
        Path mistyped = temporary.resolve("no such folder").resolve("data");

        assertThatThrownBy(() -> EmbeddedPostgres.join(mistyped))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the data folder " + mistyped + " cannot be made: there is no folder "
                        + mistyped.getParent() + "; create that one or correct the path");
        assertThat(mistyped.getParent()).doesNotExist();
    }

    @Test
    void aServerThatDoesNotStartSaysWhyAndWhereItsLogIs() throws Exception {
        EmbeddedPostgres.join(data).close();
        Path control = cluster.toRealPath().resolve("global/pg_control");
        Path aside = control.resolveSibling("aside");
        Files.move(control, aside);

        assertThatThrownBy(() -> EmbeddedPostgres.join(data))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("PostgreSQL did not start on " + cluster.toRealPath() + ": ")
                .hasMessageEndingWith(" (its log is " + cluster.toRealPath().resolve("server.log") + ")");

        Files.move(aside, control);
    }

    private long serverProcess() throws IOException {
        return Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).get(0));
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void tell(EmbeddedPostgres postgres, String order) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
