package org.prorata.store.base;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.prorata.store.postgres.EmbeddedPostgres;

/** Which database to work with: the embedded one of a data folder, or one that somebody else runs. */
public sealed interface DatabaseSettings {

    /** The PostgreSQL that comes with the program, its files in the data folder. */
    record Embedded(Path dataFolder) implements DatabaseSettings {}

    /** Who logs in; both may be null when the server asks for none. */
    record Login(@Nullable String user, @Nullable String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * A server named by its address; user and password may be null when the server asks for none.
     *
     * @param owner who makes the tables, or null when that is the application itself
     */
    record External(
            String jdbcUrl,
            @Nullable String user,
            @Nullable String password,
            @Nullable Login owner) implements DatabaseSettings {

        public External(String jdbcUrl, @Nullable String user, @Nullable String password) {
            this(jdbcUrl, user, password, null);
        }

        /** The same database as its owner sees it. */
        public External asOwner() {
            return owner == null ? this : new External(jdbcUrl, owner.user(), owner.password(), null);
        }

        @Override
        public String toString() {
            return "External[" + DatabaseAddress.withoutQuery(jdbcUrl) + (user == null ? "" : " as " + user) + "]";
        }
    }

    /**
     * First named wins: {@code --database-url}, {@code spring.datasource.url}, {@code SPRING_DATASOURCE_URL}; else the
     * embedded one. {@code spring.flyway.user} and {@code .password} name the owner of the tables where it is not the
     * application's own login.
     *
     * @param databaseUrl the value of {@code --database-url}, or null
     */
    static DatabaseSettings of(
            @Nullable String databaseUrl, Path dataFolder, Properties properties, Map<String, String> environment) {
        String url = databaseUrl != null ? databaseUrl : spring("url", properties, environment);
        if (url == null || url.isBlank()) {
            return new Embedded(dataFolder);
        }
        DatabaseAddress address = DatabaseAddress.parse(url.strip());
        String user = address.user() != null ? address.user() : spring("username", properties, environment);
        String password = address.password() != null ? address.password() : spring("password", properties, environment);
        String owner = spring("flyway", "user", properties, environment);
        return new External(
                address.jdbcUrl(),
                user,
                password,
                owner == null || owner.isBlank() || owner.equals(user)
                        ? null
                        : new Login(owner, spring("flyway", "password", properties, environment)));
    }

    /** Whether there is a database, as far as can be told without reaching it: one that is named, or files of the embedded one. */
    default boolean present() {
        return !(this instanceof Embedded embedded) || EmbeddedPostgres.made(embedded.dataFolder());
    }

    /** From this process's own properties and environment. */
    static DatabaseSettings of(@Nullable String databaseUrl, Path dataFolder) {
        return of(databaseUrl, dataFolder, System.getProperties(), System.getenv());
    }

    private static @Nullable String spring(String name, Properties properties, Map<String, String> environment) {
        return spring("datasource", name, properties, environment);
    }

    private static @Nullable String spring(
            String group, String name, Properties properties, Map<String, String> environment) {
        String property = properties.getProperty("spring." + group + "." + name);
        return property != null
                ? property
                : environment.get("SPRING_" + group.toUpperCase(Locale.ROOT) + "_" + name.toUpperCase(Locale.ROOT));
    }
}
