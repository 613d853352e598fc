package org.prorata.store.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Values of columns as our types; no value is null. */
public final class Columns {

    /** The constants by the texts that they had so far. */
    private static final ClassValue<Map<String, Object>> CHOICES = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> kind) {
            return new ConcurrentHashMap<>();
        }
    };

    private Columns() {}

    /** Null only where the column is, which a table may allow. */
    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    public static @Nullable Long whole(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    public static <E extends Enum<E>> @Nullable E choice(ResultSet row, String column, Class<E> kind)
            throws SQLException {
        return choice(row.getString(column), kind);
    }

    public static <E extends Enum<E>> @Nullable E choice(@Nullable String value, Class<E> kind) {
        return value == null
                ? null
                : kind.cast(CHOICES.get(kind)
                        .computeIfAbsent(value, text -> Enum.valueOf(kind, text.toUpperCase(Locale.ROOT))));
    }
}
