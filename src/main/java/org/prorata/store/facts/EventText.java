package org.prorata.store.facts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prorata.contract.Event;
import org.prorata.contract.naming.RecordFields;
import org.prorata.contract.naming.RecordValues;
import org.prorata.decision.explain.Json;

/** Events as they are stored: their kind, and their fields as JSON under the names of the documents. */
final class EventText {

    private static final Map<String, Class<?>> KINDS =
            leaves(Event.class).collect(Collectors.toUnmodifiableMap(RecordFields::name, Function.identity()));

    private EventText() {}

    static String kind(Event event) {
        return RecordFields.name(event.getClass());
    }

    static String of(Event event) {
        return Json.text(RecordFields.of((Record) event));
    }

    static Event read(String kind, String payload) {
        Class<?> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("the database holds an event of an unknown kind: " + kind);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Map<?, ?>) Json.read(payload)).forEach((name, value) -> fields.put((String) name, value));
        return (Event) RecordValues.of(type, fields);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventText::leaves);
    }
}
