package org.prorata.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.prorata.decision.Decision;
import org.prorata.decision.Reason;

/**
 * A day in the calendar of a contract.
 *
 * @param subject what tells it from others with the same code, such as the invoice that falls due; may be empty
 */
public record CalendarDay(String contract, LocalDate on, String code, String subject, Decision decision) {

    /** The dated ones among the answers to {@code dates}, by day; decisions of the same day stay in their order. */
    public static List<CalendarDay> of(String contract, List<Decision> decisions) {
        List<CalendarDay> entries = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Deadline deadline) {
                entries.add(new CalendarDay(contract, deadline.on(), deadline.code(), subject(decision), decision));
            } else if (decision instanceof Decision.Renewal renewal) {
                entries.add(new CalendarDay(contract, renewal.on(), "renewal", subject(decision), decision));
            }
        }
        entries.sort(Comparator.comparing(CalendarDay::on));
        return List.copyOf(entries);
    }

    private static String subject(Decision decision) {
        return String.join(
                " ",
                first(decision).figures().stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList());
    }

    /** What the day is about: for the end of a notice its party, else what the first of the reasons says. */
    public Reason about() {
        return switch (code) {
            case "client_notice", "provider_notice" -> Reason.of("agenda." + code);
            default -> first(decision);
        };
    }

    private static Reason first(Decision decision) {
        return decision.because().reasons().get(0);
    }
}
