package org.prorata.subject.servicelevel;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.terms.EffectiveTerms;

/** Public holidays of the seller's country; a day that the table names is what the table says. */
final class PublicHolidays {

    private static final TableId TABLE = TableId.of("service-level", "holidays", "country");
    private static final Map<String, HolidayManager> CALENDARS = new ConcurrentHashMap<>();

    private final String country;
    private final List<Named> named;

    private record Named(LocalDate day, boolean holiday) {
        static Named of(Row row) {
            return new Named(row.date("day"), row.flag("holiday"));
        }
    }

    PublicHolidays(EffectiveTerms setting) {
        country = setting.sellerCountry();
        named = setting.policies()
                .all(TABLE, Named::of, setting.dossier().contract().start(), country);
    }

    boolean is(LocalDate day) {
        for (Named one : named) {
            if (one.day().equals(day)) {
                return one.holiday();
            }
        }
        return CALENDARS.computeIfAbsent(country, PublicHolidays::calendar).isHoliday(day);
    }

    private static HolidayManager calendar(String country) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(country)) {
            throw new CannotDecide(
                    "no-holiday-calendar",
                    "working days are counted, but no calendar of the public holidays of " + country
                            + " is known: only the days of service-level!holidays are");
        }
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}
