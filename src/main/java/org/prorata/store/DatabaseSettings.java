package org.prorata.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Which database to work with: the embedded one of a data folder, or one that somebody else runs. */
public sealed interface DatabaseSettings {

    /** The PostgreSQL that comes with the program, its files in the data folder. */
    record Embedded(Path dataFolder) implements DatabaseSettings {
    }

    /** A server named by its address; user and password may be null when the server asks for none. */
    record External(String jdbcUrl, String user, String password) implements DatabaseSettings {

        @Override
        public String toString() {
            return "External[" + DatabaseAddress.withoutQuery(jdbcUrl) + (user == null ? "" : " as " + user) + "]";
        }
    }

    /**
     * First named wins: {@code --database-url}, {@code spring.datasource.url}, {@code SPRING_DATASOURCE_URL}; else the
     * embedded one.
     *
     * @param databaseUrl the value of {@code --database-url}, or null
     */
    static DatabaseSettings of(String databaseUrl, Path dataFolder, Properties properties, Map<String, String> environment) {
        String url = databaseUrl != null ? databaseUrl : spring("url", properties, environment);
        if (url == null || url.isBlank()) {
            return new Embedded(dataFolder);
        }
        DatabaseAddress address = DatabaseAddress.parse(url.strip());
        String user = address.user() != null ? address.user() : spring("username", properties, environment);
        String password = address.password() != null ? address.password() : spring("password", properties, environment);
        return new External(address.jdbcUrl(), user, password);
    }

    /** From this process's own properties and environment. */
    static DatabaseSettings of(String databaseUrl, Path dataFolder) {
        return of(databaseUrl, dataFolder, System.getProperties(), System.getenv());
    }

    private static String spring(String name, Properties properties, Map<String, String> environment) {
        String property = properties.getProperty("spring.datasource." + name);
        return property != null ? property : environment.get("SPRING_DATASOURCE_" + name.toUpperCase(Locale.ROOT));
    }
}
