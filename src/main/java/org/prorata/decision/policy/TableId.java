package org.prorata.decision.policy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A policy sheet and the names of its key columns, in order. Compared by name. */
public final class TableId {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.getAndIncrement();
    private final String name;
    private final List<String> keys;

    public TableId(String workbook, String sheet, List<String> keys) {
        this.name = workbook + "!" + sheet;
        this.keys = List.copyOf(keys);
    }

    public static TableId of(String workbook, String sheet, String... keys) {
        return new TableId(workbook, sheet, List.of(keys));
    }

    /** Counts the ids of the program, so that what belongs to one is found by its place. */
    public int number() {
        return number;
    }

    /** {@code workbook!sheet}. */
    public String name() {
        return name;
    }

    public List<String> keys() {
        return keys;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof TableId that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
