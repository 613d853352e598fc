package org.prorata.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

    @TempDir
    private Path temporary;

    @Test
    void aDatabaseOfAnotherMajorVersionIsRefused() throws IOException {
        DataFolder folder = DataFolder.at(temporary);
        Files.createDirectory(folder.cluster());
        Files.writeString(folder.cluster().resolve("PG_VERSION"), "15\n");

        assertThatThrownBy(() -> Cluster.check(folder, new Binaries(temporary, "18.6")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the database in " + folder.cluster() + " was made by PostgreSQL 15 and this program has"
                        + " PostgreSQL 18; use the program version that made it, or start PostgreSQL 15 on it yourself"
                        + " and name it with --database-url");
    }

    @Test
    void aDatabaseOfAnotherMinorVersionIsWelcome() throws IOException {
        DataFolder folder = DataFolder.at(temporary);
        Files.createDirectory(folder.cluster());
        Files.writeString(folder.cluster().resolve("PG_VERSION"), "18\n");

        assertThatCode(() -> Cluster.check(folder, new Binaries(temporary, "18.9")))
                .doesNotThrowAnyException();
    }

    @Test
    void filesThatAreNoDatabaseAreLeftAlone() throws IOException {
        DataFolder folder = DataFolder.at(temporary);
        Files.createDirectory(folder.cluster());
        Files.writeString(folder.cluster().resolve("letter.txt"), "precious");

        assertThatThrownBy(() -> Cluster.check(folder, new Binaries(temporary, "18.6")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage(
                        "the folder " + folder.cluster() + " holds files but no PostgreSQL database (no PG_VERSION);"
                                + " put the database back, or move the folder away to start an empty one");
    }

    @Test
    void aFileInPlaceOfTheDataFolderIsNamed() throws IOException {
        Path file = Files.createFile(temporary.toRealPath().resolve("data"));

        assertThatThrownBy(() -> EmbeddedPostgres.join(file))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the data folder " + file + " is not a folder");
    }

    @Test
    void programsAreLookedForBySystemAndProcessor() {
        assertThat(Platform.of("Linux", "amd64", false).archive()).isEqualTo("/postgres-linux-x86_64.txz");
        assertThat(Platform.of("Linux", "amd64", true).archive()).isEqualTo("/postgres-linux-x86_64-alpine_linux.txz");
        assertThat(Platform.of("Linux", "aarch64", false).archive()).isEqualTo("/postgres-linux-arm_64.txz");
        assertThat(Platform.of("Mac OS X", "aarch64", false).archive()).isEqualTo("/postgres-darwin-arm_64.txz");
    }

    @Test
    void aSystemWithoutProgramsIsToldToNameADatabase() {
        assertThatThrownBy(() -> Binaries.unpackedUnder(temporary, Platform.of("SunOS", "sparcv9", false)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("no PostgreSQL comes with this program for sunos on sparcv9"
                        + " (no postgres-sunos-sparcv9.txz on the classpath); name a database with --database-url");
    }
}
