package org.prorata.contract.naming;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Records from fields under their document names: the way back from {@link RecordFields}. Dates and constants come as
 * texts and numbers as decimals, as JSON gives them; a field that is not there is null, or no where it says yes or no.
 */
public final class RecordValues {

    private static final ClassValue<Components> SHAPES = new ClassValue<>() {
        @Override
        protected Components computeValue(Class<?> type) {
            return Components.of(type);
        }
    };

    private record Components(List<String> names, List<Type> types, Constructor<?> constructor) {

        static Components of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] raw = new Class<?>[components.length];
            List<Type> types = new ArrayList<>(components.length);
            for (int i = 0; i < components.length; i++) {
                raw[i] = components[i].getType();
                types.add(components[i].getGenericType());
            }
            try {
                return new Components(RecordFields.names(type), types, type.getDeclaredConstructor(raw));
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type + " is no record", e);
            }
        }
    }

    private RecordValues() {}

    /** The record of the given type; a value that has a component's type already is taken as it is. */
    public static <R> R of(Class<R> type, Map<String, ?> fields) {
        Components shape = SHAPES.get(type);
        Object[] values = new Object[shape.names().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(shape.types().get(i), fields.get(shape.names().get(i)));
        }
        try {
            return type.cast(shape.constructor().newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no " + RecordFields.name(type) + " can be made of " + fields, e);
        }
    }

    private static Object value(Type type, Object given) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            List<Object> values = new ArrayList<>();
            if (given instanceof List<?> all) {
                all.forEach(each -> values.add(value(list.getActualTypeArguments()[0], each)));
            }
            return values;
        }
        Class<?> wanted = (Class<?>) type;
        if (given == null) {
            return wanted == boolean.class ? Boolean.FALSE : null;
        }
        if (wanted.isInstance(given) || wanted == boolean.class) {
            return given;
        }
        if (wanted == int.class || wanted == Integer.class) {
            return ((BigDecimal) given).intValueExact();
        }
        if (wanted == long.class || wanted == Long.class) {
            return ((BigDecimal) given).longValueExact();
        }
        if (wanted.isRecord() && given instanceof Map<?, ?> fields) {
            @SuppressWarnings("unchecked")
            Map<String, ?> named = (Map<String, ?>) fields;
            return of(wanted, named);
        }
        return text(wanted, (String) given);
    }

    private static Object text(Class<?> wanted, String text) {
        if (wanted == Temporal.class) {
            return text.indexOf('T') < 0 ? LocalDate.parse(text) : LocalDateTime.parse(text);
        }
        if (wanted == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (wanted == LocalDateTime.class) {
            return LocalDateTime.parse(text);
        }
        if (wanted == YearMonth.class) {
            return YearMonth.parse(text);
        }
        for (Object constant : wanted.isEnum() ? wanted.getEnumConstants() : new Object[0]) {
            if (((Enum<?>) constant).name().equals(text.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is no " + wanted.getSimpleName());
    }
}
