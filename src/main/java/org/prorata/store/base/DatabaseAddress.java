package org.prorata.store.base;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prorata.store.postgres.DatabaseUnavailable;

/** A database's address as people write it, taken apart; what it says of user and password leaves the address. */
record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>jdbc:postgresql|postgresql|postgres)://(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
                    + "(?<hosts>[^@/?]*)(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?");

    /** Names that PostgreSQL's own programs use and its Java driver spells otherwise. */
    private static final Map<String, String> DRIVER_NAMES =
            Map.of("connect_timeout", "connectTimeout", "application_name", "ApplicationName");

    static DatabaseAddress parse(String address) {
        Matcher form = FORM.matcher(address);
        if (!form.matches()) {
            throw new DatabaseUnavailable(
                    "the database address " + scheme(address) + " is not PostgreSQL's; allowed are"
                            + " jdbc:postgresql://host:port/database and postgresql://user:password@host:port/database");
        }
        if (form.group("database") == null || form.group("database").isBlank()) {
            throw new DatabaseUnavailable("the database address names no database;"
                    + " allowed is postgresql://user:password@host:port/database");
        }
        @Nullable String user = decoded(form.group("user"));
        @Nullable String password = decoded(form.group("password"));
        List<String> kept = new ArrayList<>();
        for (String parameter : form.group("query") == null
                ? new String[0]
                : form.group("query").split("&")) {
            String[] parts = parameter.split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            switch (parts[0]) {
                case "" -> {}
                case "user" -> user = decoded(value);
                case "password" -> password = decoded(value);
                default -> kept.add(DRIVER_NAMES.getOrDefault(parts[0], parts[0]) + "=" + value);
            }
        }
        String hosts = form.group("hosts").isEmpty() ? "localhost" : form.group("hosts");
        // in both forms the name is percent-encoded, and the driver decodes it
        String url = "jdbc:postgresql://" + hosts + "/" + form.group("database")
                + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
        return new DatabaseAddress(url, user, password);
    }

    /** Fit to be shown: parameters may hold secrets of their own, such as a key's password. */
    static String withoutQuery(String jdbcUrl) {
        int query = jdbcUrl.indexOf('?');
        return (query < 0 ? jdbcUrl : jdbcUrl.substring(0, query)).replace("jdbc:", "");
    }

    private static String scheme(String address) {
        int end = address.indexOf("//");
        return end < 0 ? "given" : address.substring(0, end) + "//…";
    }

    private static @Nullable String decoded(@Nullable String text) {
        // form decoding would turn a plus into a space, which addresses do not
        return text == null ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
