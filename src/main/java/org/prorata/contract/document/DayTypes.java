package org.prorata.contract.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of fields that hold a day, a month or a local time, in ISO form only. */
final class DayTypes {

    private static final Pattern DATE_FORM = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern MONTH_FORM = Pattern.compile("([0-9]{4})-([0-9]{2})");
    private static final Pattern TIME_FORM =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)");
    private static final List<String> ENGLISH_MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    static final FieldType<LocalDate> DATE =
            new FieldType<>("a date such as 2025-03-01", s -> date(s.text(), s.text()));
    static final FieldType<YearMonth> MONTH = new FieldType<>("a month such as 2025-03", s -> month(s.text()));
    static final FieldType<LocalDateTime> TIME =
            new FieldType<>("a local time such as 2025-04-10T09:00", s -> time(s.text()));

    private DayTypes() {}

    private static LocalDate date(String date, String written) {
        Matcher matcher = DATE_FORM.matcher(date);
        if (!matcher.matches()) {
            throw new ValueRefused("bad-date", Types.quote(written) + " is not a date such as 2025-03-01");
        }
        YearMonth month = yearMonth(matcher.group(1), matcher.group(2), written);
        int day = Integer.parseInt(matcher.group(3));
        if (!month.isValidDay(day)) {
            throw new ValueRefused(
                    "bad-date",
                    Types.quote(written) + " is not a day of the calendar: "
                            + ENGLISH_MONTHS.get(month.getMonthValue() - 1) + " " + month.getYear() + " has "
                            + month.lengthOfMonth() + " days");
        }
        return month.atDay(day);
    }

    private static YearMonth month(String text) {
        Matcher matcher = MONTH_FORM.matcher(text);
        if (!matcher.matches()) {
            throw new ValueRefused("bad-month", Types.quote(text) + " is not a month such as 2025-03");
        }
        return yearMonth(matcher.group(1), matcher.group(2), text);
    }

    private static YearMonth yearMonth(String year, String month, String written) {
        int y = Integer.parseInt(year);
        int m = Integer.parseInt(month);
        if (m < 1 || m > 12) {
            throw new ValueRefused(
                    "bad-date", Types.quote(written) + " is not a day of the calendar: months run from 01 to 12");
        }
        if (y < 1900 || y > 2999) {
            throw new ValueRefused(
                    "out-of-range", Types.quote(written) + " is out of range; the years 1900 to 2999 are allowed");
        }
        return YearMonth.of(y, m);
    }

    private static LocalDateTime time(String text) {
        Matcher matcher = TIME_FORM.matcher(text);
        if (!matcher.matches()) {
            throw new ValueRefused(
                    "bad-time", Types.quote(text) + " is not a local time such as 2025-04-10T09:00, without time zone");
        }
        LocalDate day = date(matcher.group(1), text);
        try {
            return day.atTime(LocalTime.parse(matcher.group(2)));
        } catch (DateTimeException e) {
            throw new ValueRefused(
                    "bad-time",
                    Types.quote(text) + " is not a time of the day: hours run from 00 to 23, minutes from 00 to 59");
        }
    }
}
