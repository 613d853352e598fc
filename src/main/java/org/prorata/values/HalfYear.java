package org.prorata.values;

import java.time.LocalDate;

/** January to June or July to December of a year: the rhythm of statutory rates. */
public record HalfYear(int year, boolean second) {

    public static HalfYear of(LocalDate day) {
        return new HalfYear(day.getYear(), day.getMonthValue() > 6);
    }

    /** Half-years counted through the years, so that days are compared without making one. */
    public static int number(LocalDate day) {
        return day.getYear() * 2 + (day.getMonthValue() > 6 ? 1 : 0);
    }

    /** 1 January or 1 July. */
    public LocalDate first() {
        return LocalDate.of(year, second ? 7 : 1, 1);
    }

    /** 30 June or 31 December. */
    public LocalDate last() {
        return second ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 6, 30);
    }

    @Override
    public String toString() {
        return year + (second ? " S2" : " S1");
    }
}
