package org.prorata.subject.servicelevel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.decision.policy.Policies;
import org.prorata.values.Anchors;
import org.prorata.values.Period;

/** The periods over which terms measure their service level. */
public final class MeasuredPeriods {

    /** The answer for a day from which no contract year begins after all. */
    public static final String NO_YEAR = "not-a-contract-year";

    private static final int MONTHS_OF_YEAR = 12;

    private MeasuredPeriods() {}

    /**
     * A question for each month or contract year that ends within a window, as the terms measure it; none where they measure nothing.
     * A change of plan may begin contract years anew: a day from which none begins after all answers {@link #NO_YEAR}.
     */
    public static List<Ask.ServiceLevel> endingIn(Dossier dossier, LocalDate from, LocalDate to, Policies policies) {
        LevelProfile profile = policies.find(
                LevelProfile.TABLE, LevelProfile::of, dossier.contract().start(), dossier.terms());
        if (profile == null || !profile.measured()) {
            return List.of();
        }
        if ("contract_year".equals(profile.period())) {
            return years(dossier, from, to);
        }
        // without a period of the terms only what happened is worth a question
        boolean asked = profile.period() != null
                || !dossier.events(Event.Outage.class).isEmpty()
                || !dossier.events(Event.Anomaly.class).isEmpty();
        return asked ? months(dossier.contract().start(), from, to) : List.of();
    }

    /** The days that a question is about: its month, the contract year that begins on its day, or else the year from that day on. */
    static Period of(Dossier dossier, Ask.ServiceLevel ask) {
        if (ask.month() != null) {
            return new Period(ask.month().atDay(1), ask.month().atEndOfMonth());
        }
        LocalDate from = ask.yearFrom();
        Period year = Anchors.from(dossier.contract().start(), MONTHS_OF_YEAR).around(from);
        return year.from().equals(from)
                ? year
                : new Period(from, from.plusYears(1).minusDays(1));
    }

    private static List<Ask.ServiceLevel> months(LocalDate start, LocalDate from, LocalDate to) {
        List<Ask.ServiceLevel> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.atEndOfMonth().isAfter(to); month = month.plusMonths(1)) {
            if (!month.atEndOfMonth().isBefore(start)) {
                months.add(new Ask.ServiceLevel(month, null));
            }
        }
        return months;
    }

    private static List<Ask.ServiceLevel> years(Dossier dossier, LocalDate from, LocalDate to) {
        TreeSet<LocalDate> begins = new TreeSet<>();
        begin(dossier.contract().start(), from, to, begins);
        dossier.events(Event.PlanChange.class).forEach(change -> begin(change.on(), from, to, begins));
        return begins.stream().map(day -> new Ask.ServiceLevel(null, day)).toList();
    }

    private static void begin(LocalDate origin, LocalDate from, LocalDate to, TreeSet<LocalDate> begins) {
        Anchors years = Anchors.from(origin, MONTHS_OF_YEAR);
        LocalDate first = from.isBefore(origin) ? origin : from;
        for (Period year = years.around(first);
                !year.to().isAfter(to);
                year = years.around(year.to().plusDays(1))) {
            begins.add(year.from());
        }
    }
}
