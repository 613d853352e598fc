package org.prorata.contract.document;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.prorata.contract.Event;
import org.prorata.contract.naming.RecordFields;

/** The fields of all events as columns, derived from the events, so that one added to them can't be forgotten. */
public final class EventColumns {

    /** What cells of a column say. */
    public enum Kind {
        TEXT,
        DAY,
        NUMBER,
        FLAG,
        LIST
    }

    private static final Map<String, Kind> KINDS = kinds();

    private EventColumns() {}

    /** By name of the field what it says, {@code event} included. */
    public static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new TreeMap<>(Map.of("event", Kind.TEXT));
        leaves(Event.class).forEach(event -> {
            List<String> names = RecordFields.names(event);
            RecordComponent[] components = event.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                kinds.put(names.get(i), kind(components[i].getType()));
            }
        });
        return kinds;
    }

    static Kind kind(String column) {
        return KINDS.getOrDefault(column, Kind.TEXT);
    }

    private static Kind kind(Class<?> type) {
        if (type == LocalDate.class || type == LocalDateTime.class) {
            return Kind.DAY;
        }
        if (type == BigDecimal.class || type == int.class || type == Integer.class) {
            return Kind.NUMBER;
        }
        return type == boolean.class ? Kind.FLAG : type == List.class ? Kind.LIST : Kind.TEXT;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventColumns::leaves);
    }
}
