package org.prorata.contract.naming;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.prorata.values.HalfYear;
import org.prorata.values.Period;

/**
 * Records as ordered fields under their document names, {@code toClaim} as {@code to_claim}: derived from the record, so
 * that a field added to it can't be forgotten. Values stay as they are; records among them become fields too.
 */
public final class RecordFields {

    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])");

    private record Accessors(String name, Map<String, Method> accessors) {}

    private static final ClassValue<Accessors> SHAPES = new ClassValue<>() {
        @Override
        protected Accessors computeValue(Class<?> type) {
            Map<String, Method> accessors = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Method accessor = component.getAccessor();
                // or each call would check its caller
                accessor.setAccessible(true);
                accessors.put(snake(component.getName()), accessor);
            }
            return new Accessors(snake(type.getSimpleName()), accessors);
        }
    };

    private RecordFields() {}

    /** The record's own name: {@code LateInterest} is {@code late_interest}. */
    public static String name(Class<?> type) {
        return SHAPES.get(type).name();
    }

    /** The names of its fields, in order. */
    public static List<String> names(Class<?> type) {
        return List.copyOf(SHAPES.get(type).accessors().keySet());
    }

    /** Its fields, in order, without those that are null or an empty {@link Optional}. */
    public static Map<String, Object> of(Record fact) {
        Map<String, Object> fields = new LinkedHashMap<>();
        each(fact, (name, value) -> fields.put(name, value(value)));
        return fields;
    }

    /** The same fields told one after the other; records among them stay records. */
    public static void each(Record fact, BiConsumer<String, Object> field) {
        SHAPES.get(fact.getClass()).accessors().forEach((name, accessor) -> {
            Object value = read(accessor, fact);
            if (value instanceof Optional<?> optional) {
                value = optional.orElse(null);
            }
            if (value != null) {
                field.accept(name, value);
            }
        });
    }

    /** A constant as documents write it: {@code HALF_YEAR} is {@code half_year}; one letter stays as it is. */
    public static String constant(Enum<?> constant) {
        String name = constant.name();
        return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT);
    }

    private static Object value(Object value) {
        if (value instanceof Record nested && !(nested instanceof Period) && !(nested instanceof HalfYear)) {
            return of(nested);
        }
        if (value instanceof List<?> list) {
            List<Object> values = new ArrayList<>(list.size());
            list.forEach(each -> values.add(value(each)));
            return values;
        }
        return value;
    }

    private static Object read(Method accessor, Record fact) {
        try {
            return accessor.invoke(fact);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    /** Where a name would be a word of Java an underscore follows it there. */
    private static String snake(String name) {
        return String.join(
                        "_",
                        Arrays.asList(WORD.split(name.endsWith("_") ? name.substring(0, name.length() - 1) : name)))
                .toLowerCase(Locale.ROOT);
    }
}
