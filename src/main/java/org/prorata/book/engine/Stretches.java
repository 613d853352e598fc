package org.prorata.book.engine;

import java.time.LocalDate;
import java.util.List;

/** Stretches of days between changes, numbered from 0. A day is found by its month, as tables have rows for many months. */
final class Stretches {

    /** Months that are looked up, some eight hundred years; changes before and after them are passed one by one. */
    private static final int MOST_MONTHS = 10_000;

    private final long[] changes;
    private final long firstMonth;
    /** The number of changes before each month. */
    private final int[] before;

    /** @param days on which a stretch begins, in their order */
    Stretches(List<LocalDate> days) {
        changes = days.stream().mapToLong(Stretches::ordered).toArray();
        firstMonth = days.isEmpty() ? 0 : month(days.get(0));
        before = new int
                [days.isEmpty() ? 0 : (int) Math.min(MOST_MONTHS, month(days.get(days.size() - 1)) - firstMonth + 1)];
        int passed = 0;
        for (int i = 0; i < before.length; i++) {
            while (passed < changes.length && (changes[passed] >> 5) < firstMonth + i) {
                passed++;
            }
            before[i] = passed;
        }
    }

    /** How many changes there are by a day, that day included. */
    int of(LocalDate on) {
        if (changes.length == 0) {
            return 0;
        }
        long day = ordered(on);
        long month = (day >> 5) - firstMonth;
        if (month < 0) {
            return 0;
        }
        int passed = before[(int) Math.min(month, before.length - 1)];
        while (passed < changes.length && changes[passed] <= day) {
            passed++;
        }
        return passed;
    }

    private static long month(LocalDate day) {
        return ordered(day) >> 5;
    }

    /** Numbers in the order of days, without counting these: the months since the year 0 and the day of the month. */
    private static long ordered(LocalDate day) {
        return (day.getYear() * 12L + day.getMonthValue() - 1) << 5 | day.getDayOfMonth();
    }
}
