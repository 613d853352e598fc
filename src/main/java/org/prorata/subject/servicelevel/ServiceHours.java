package org.prorata.subject.servicelevel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.TableRow;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.TimeSpans;
import org.prorata.values.TimeSpans.Span;

/** Maintenance windows and working hours of the terms on the calendar of their country, and clocks that heed them. */
public final class ServiceHours {

    private final EffectiveTerms setting;
    private final LevelProfile profile;
    private final PublicHolidays holidays;

    public ServiceHours(EffectiveTerms setting) {
        this.setting = setting;
        this.profile = profile(setting);
        this.holidays = new PublicHolidays(setting);
    }

    /** What the terms promise; a row for every profile is required. */
    public static LevelProfile profile(EffectiveTerms setting) {
        return setting.policies()
                .require(
                        LevelProfile.TABLE,
                        LevelProfile::of,
                        setting.dossier().contract().start(),
                        setting.dossier().terms());
    }

    /** @throws CannotDecide when the terms name no time zone */
    public LocalClock clock() {
        if (profile.zone() == null) {
            throw new CannotDecide(
                    "no-time-zone", "row " + profile.row().citation() + " needs zone, as times are counted");
        }
        return new LocalClock(profile.zone());
    }

    /** The maintenance windows from one day to another, both included. */
    public TimeSpans maintenance(LocalDate first, LocalDate last) {
        return spans(windows(Clock.AGREED), first, last, false);
    }

    /** The rows that a clock heeds. */
    public List<TableRow> rows(Clock kind) {
        return windows(kind).stream().map(Window::row).toList();
    }

    /** The time when {@code seconds} of a clock are over that starts at {@code from}. */
    public LocalDateTime after(LocalDateTime from, long seconds, Clock kind) {
        long left = seconds;
        LocalClock clock = clock();
        long start = clock.at(from);
        LocalDate day = from.toLocalDate();
        while (true) {
            LocalDate last = day.plusMonths(1);
            TimeSpans open = open(kind, day, last);
            if (open.spans().isEmpty()) {
                throw new CannotDecide(
                        "no-time-counts",
                        "the windows of the terms " + setting.dossier().terms()
                                + " leave no time in which a delay could run");
            }
            for (Span span : open.common(TimeSpans.of(start, Long.MAX_VALUE)).spans()) {
                if (left <= span.to() - span.from()) {
                    return clock.local(span.from() + left);
                }
                left -= span.to() - span.from();
            }
            day = last.plusDays(1);
        }
    }

    /** The seconds of a clock between two times. */
    public long seconds(LocalDateTime from, LocalDateTime to, Clock kind) {
        return open(kind, from.toLocalDate(), to.toLocalDate())
                .common(clock().between(from, to))
                .seconds();
    }

    /** The seconds of an outage that lie in working time; a working day without hours counts whole. */
    long workingSeconds(LocalDateTime from, LocalDateTime to) {
        List<Window> working = working();
        long seconds = 0;
        for (LocalDate day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            if (worked(working, day)) {
                LocalDate current = day;
                TimeSpans hours = TimeSpans.of(working.stream()
                        .filter(window -> window.weekday() == current.getDayOfWeek())
                        .flatMap(window -> (window.hours()
                                        ? clock().between(window.from(current), window.to(current))
                                        : clock().days(current, current))
                                .spans().stream())
                        .toList());
                seconds += hours.common(clock().between(from, to)).seconds();
            }
        }
        return seconds;
    }

    /** The n-th working day after a day. */
    public LocalDate workingDaysAfter(LocalDate day, int count) {
        return workingDays(day, count, 1);
    }

    /** The n-th working day before a day. */
    public LocalDate workingDaysBefore(LocalDate day, int count) {
        return workingDays(day, count, -1);
    }

    private LocalDate workingDays(LocalDate day, int count, int step) {
        List<Window> working = working();
        LocalDate reached = day;
        int left = count;
        while (left > 0) {
            reached = reached.plusDays(step);
            if (worked(working, reached)) {
                left--;
            }
        }
        return reached;
    }

    private TimeSpans open(Clock kind, LocalDate first, LocalDate last) {
        return switch (kind) {
            case ROUND_THE_CLOCK -> clock().days(first, last);
            case AGREED -> clock().days(first, last).without(maintenance(first, last));
            case WORKING -> spans(working(), first, last, true);
        };
    }

    private List<Window> windows(Clock kind) {
        return kind == Clock.ROUND_THE_CLOCK
                ? List.of()
                : setting.policies()
                        .all(
                                Window.TABLE,
                                Window::of,
                                setting.dossier().contract().start(),
                                setting.dossier().terms(),
                                kind == Clock.WORKING ? "working" : "maintenance");
    }

    private List<Window> working() {
        List<Window> windows = windows(Clock.WORKING);
        if (windows.isEmpty()) {
            throw new CannotDecide(
                    "no-working-hours",
                    "the terms " + setting.dossier().terms()
                            + " count working time, but service-level!windows has no row with purpose working for them");
        }
        return windows;
    }

    private TimeSpans spans(List<Window> windows, LocalDate first, LocalDate last, boolean workingDays) {
        List<Span> all = new ArrayList<>();
        LocalClock clock = clock();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Window window : windows) {
                if (window.weekday() == day.getDayOfWeek() && !(workingDays && holidays.is(day))) {
                    all.addAll(clock.between(window.from(day), window.to(day)).spans());
                }
            }
        }
        return TimeSpans.of(all);
    }

    private boolean worked(List<Window> working, LocalDate day) {
        return working.stream().anyMatch(window -> window.weekday() == day.getDayOfWeek()) && !holidays.is(day);
    }
}
