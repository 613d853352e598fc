package org.prorata.store.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prorata.store.base.DatabaseSettings.Embedded;
import org.prorata.store.base.DatabaseSettings.External;
import org.prorata.store.postgres.DatabaseUnavailable;

class DatabaseSettingsTest {

    private static final Path DATA = Path.of("data");

    @Test
    void nothingSaidMeansTheEmbeddedDatabase() {
        assertThat(DatabaseSettings.of(null, DATA, new Properties(), Map.of())).isEqualTo(new Embedded(DATA));
    }

    @Test
    void aDatabaseIsThereWhenItIsNamedOrItsFilesAre(@TempDir Path folder) throws IOException {
        assertThat(new Embedded(folder.resolve("none")).present()).isFalse();
        assertThat(folder.resolve("none")).doesNotExist();
        Files.createDirectories(folder.resolve("data/postgres"));
        assertThat(new Embedded(folder.resolve("data")).present()).isTrue();
        assertThat(new External("jdbc:postgresql://db/books", null, null).present())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            jdbc:postgresql://db:5433/books?user=ann&password=s3cret | jdbc:postgresql://db:5433/books | ann | s3cret
            postgresql://ann:s3cret@db:5433/books                    | jdbc:postgresql://db:5433/books | ann | s3cret
            postgres://ann@db/books                                  | jdbc:postgresql://db/books      | ann |
            postgresql:///books                                      | jdbc:postgresql://localhost/books | |
            postgresql://ann:a%40b+c%2Fd@db/books                    | jdbc:postgresql://db/books      | ann | a@b+c/d
            postgresql://a:b@one:1,two:2/books?sslmode=require&connect_timeout=3 \
            | jdbc:postgresql://one:1,two:2/books?sslmode=require&connectTimeout=3 | a | b
            postgresql://ann:x@[::1]:5433/books                      | jdbc:postgresql://[::1]:5433/books | ann | x
            """, delimiter = '|')
    void bothFormsOfAnAddressAreUnderstood(String address, String url, String user, String password) {
        assertThat(DatabaseSettings.of(address, DATA, new Properties(), Map.of()))
                .isEqualTo(new External(url, user, password));
    }

    @Test
    void theOptionWinsOverThePropertyAndThatOverTheEnvironment() {
        Properties properties = new Properties();
        properties.setProperty("spring.datasource.url", "jdbc:postgresql://property/books");
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://environment/books",
                "SPRING_DATASOURCE_USERNAME",
                "ann",
                "SPRING_DATASOURCE_PASSWORD",
                "s3cret");

        assertThat(DatabaseSettings.of("postgresql://bob:x@option/books", DATA, properties, environment))
                .isEqualTo(new External("jdbc:postgresql://option/books", "bob", "x"));
        assertThat(DatabaseSettings.of(null, DATA, properties, environment))
                .isEqualTo(new External("jdbc:postgresql://property/books", "ann", "s3cret"));
        assertThat(DatabaseSettings.of(null, DATA, new Properties(), environment))
                .isEqualTo(new External("jdbc:postgresql://environment/books", "ann", "s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db/books?password=s3cret", "mysql://ann:s3cret@db/books"})
    void anotherProductsAddressIsRefusedWithoutRepeatingItsSecrets(String address) {
        assertThatThrownBy(() -> DatabaseSettings.of(address, DATA, new Properties(), Map.of()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the database address " + address.substring(0, address.indexOf("//")) + "//… is not"
                        + " PostgreSQL's; allowed are jdbc:postgresql://host:port/database and"
                        + " postgresql://user:password@host:port/database");
    }

    @Test
    void anAddressWithoutADatabaseIsRefused() {
        assertThatThrownBy(() -> DatabaseSettings.of("postgresql://ann:s3cret@db", DATA, new Properties(), Map.of()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("the database address names no database;"
                        + " allowed is postgresql://user:password@host:port/database");
    }

    @Test
    void settingsShownInALogHoldNoSecret() {
        assertThat(new External("jdbc:postgresql://db/books?sslpassword=s3cret", "ann", "s3cret"))
                .hasToString("External[postgresql://db/books as ann]");
    }

    @Test
    void theOwnerOfTheTablesMayBeAnotherLogin() {
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://db/books",
                "SPRING_DATASOURCE_USERNAME",
                "app",
                "SPRING_DATASOURCE_PASSWORD",
                "one",
                "SPRING_FLYWAY_USER",
                "owner",
                "SPRING_FLYWAY_PASSWORD",
                "two");
        External external = (External) DatabaseSettings.of(null, DATA, new Properties(), environment);
        assertThat(external)
                .isEqualTo(new External(
                        "jdbc:postgresql://db/books", "app", "one", new DatabaseSettings.Login("owner", "two")));
        assertThat(external.asOwner()).isEqualTo(new External("jdbc:postgresql://db/books", "owner", "two"));
        assertThat(external.toString()).doesNotContain("one").doesNotContain("two");
        assertThat(external.owner().toString()).doesNotContain("two");
        Map<String, String> same = new java.util.HashMap<>(environment);
        same.put("SPRING_FLYWAY_USER", "app");
        assertThat(((External) DatabaseSettings.of(null, DATA, new Properties(), same)).owner())
                .isNull();
    }
}
