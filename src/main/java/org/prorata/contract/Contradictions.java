package org.prorata.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prorata.contract.Event.DeletionAgreed;
import org.prorata.contract.Event.PlanChange;
import org.prorata.contract.Event.PriceRevisionNotice;
import org.prorata.contract.Event.ReversibilityRequest;
import org.prorata.contract.Event.StorageExcess;
import org.prorata.contract.Event.TerminationNotice;
import org.prorata.contract.Event.TermsPublished;

/**
 * Finds events of one contract that cannot both be true of one day: which of them holds would be chosen in silence. The
 * same said twice is harmless, but for what would then count twice. All other events stand for themselves: several of
 * them may happen on one day.
 *
 * @param <P> where an event was told: a line, or null
 */
public final class Contradictions<P> {

    /** The events that can contradict each other. */
    public static final Set<Class<? extends Event>> CONCERNED = Set.of(
            PlanChange.class,
            PriceRevisionNotice.class,
            TerminationNotice.class,
            TermsPublished.class,
            Event.TermsAccepted.class,
            Event.TermsRefused.class,
            DeletionAgreed.class,
            Event.Users.class,
            StorageExcess.class,
            ReversibilityRequest.class,
            Event.Anomaly.class,
            Event.Dispute.class);

    private final Map<Key, FirstTold<P>> told = new HashMap<>();

    /** What only one thing can be said about. */
    private record Key(String what, LocalDate day) {}

    private record FirstTold<P>(String value, P place) {}

    /** What an event says; {@code value} null: to say it twice is wrong already. */
    private record Statement(Key key, String value, String field) {

        Statement(String what, LocalDate day, String value, String field) {
            this(new Key(what, day), value, field);
        }
    }

    /**
     * Two events that contradict each other.
     *
     * @param field of the later one that names the day, or what is told twice
     * @param place where the earlier one was told
     */
    public record Clash<P>(String field, P place, String what, LocalDate day, String earlier, String later) {

        /** What is wrong and what is allowed; {@code there} and {@code here} say where both were told, and may be empty. */
        public String message(String there, String here) {
            String both = earlier == null
                    ? (there + here).isEmpty() ? "" : ": one" + there + " and one" + here
                    : ": " + earlier + there + " and " + later + here;
            return "two " + what + " on " + day + both + "; one is allowed";
        }
    }

    /** The first contradiction among events, as a sentence; null when there is none. */
    public static String among(List<Event> events) {
        Contradictions<Void> all = null;
        for (int i = 0; i < events.size(); i++) {
            if (CONCERNED.contains(events.get(i).getClass())) {
                all = all == null ? new Contradictions<>() : all;
                Clash<Void> clash = all.take(events.get(i), null);
                if (clash != null) {
                    return clash.message("", "");
                }
            }
        }
        return null;
    }

    /** Takes an event; when it contradicts an earlier one it is left out and the contradiction is returned, else null. */
    public Clash<P> take(Event event, P place) {
        List<Statement> statements = statements(event);
        for (Statement one : statements) {
            FirstTold<P> first = told.get(one.key);
            if (first != null && (one.value == null || !one.value.equals(first.value))) {
                return new Clash<>(one.field, first.place, one.key.what, one.key.day, first.value, one.value);
            }
        }
        statements.forEach(one -> told.putIfAbsent(one.key, new FirstTold<>(one.value, place)));
        return null;
    }

    private static List<Statement> statements(Event event) {
        LocalDate on = event.on();
        if (event instanceof PlanChange change) {
            return List.of(new Statement(
                    "plan changes of " + change.item(),
                    on,
                    "price " + text(change.price())
                            + (change.termMonths() == null ? "" : " for " + change.termMonths() + " months"),
                    "on"));
        }
        if (event instanceof PriceRevisionNotice notice) {
            String what = "price revision notices of " + notice.item();
            String price = "price " + text(notice.price());
            // also those sent on different days that count on one: the order between them would be ours
            return List.of(
                    new Statement(what, on, price, "on"),
                    new Statement(what + " that count", notice.counts(), price, "presented"));
        }
        if (event instanceof TerminationNotice notice) {
            return List.of(new Statement(
                    "termination notices by the " + lower(notice.by()),
                    on,
                    lower(notice.cause()) + " to " + notice.end(),
                    "on"));
        }
        if (event instanceof TermsPublished published) {
            return List.of(
                    new Statement("publications of terms", on, published.terms() + " from " + published.holds(), "on"));
        }
        if (event instanceof Event.TermsAccepted || event instanceof Event.TermsRefused) {
            return List.of(new Statement(
                    "answers to terms", on, event instanceof Event.TermsAccepted ? "accepted" : "refused", "on"));
        }
        if (event instanceof DeletionAgreed agreed) {
            return List.of(new Statement("agreements on deletion", on, "until " + agreed.until(), "on"));
        }
        if (event instanceof Event.Users users) {
            return List.of(new Statement("numbers of users", on, String.valueOf(users.quantity()), "on"));
        }
        if (event instanceof StorageExcess excess) {
            return List.of(new Statement("notices of storage excess", on, "exceeded on " + excess.exceeded(), "on"));
        }
        if (event instanceof Event.Dispute dispute) {
            return List.of(new Statement(
                    "disputes",
                    dispute.from(),
                    dispute.to() == null ? "still going on" : "to " + dispute.to(),
                    "from"));
        }
        if (event instanceof ReversibilityRequest request) {
            return request(request);
        }
        // a penalty each: the same anomaly told twice would be paid twice
        return event instanceof Event.Anomaly anomaly
                ? List.of(new Statement(
                        "equal anomalies from " + anomaly.from() + " to " + anomaly.to() + " ("
                                + lower(anomaly.severity()) + ", " + lower(anomaly.scope()) + ", "
                                + lower(anomaly.cause()) + ")",
                        on,
                        null,
                        "from"))
                : List.of();
    }

    /** Each service is asked for once a day, as each request would be paid; and one number of modules. */
    private static List<Statement> request(ReversibilityRequest request) {
        List<Statement> statements = new ArrayList<>();
        if (request.modules() != null) {
            statements.add(
                    new Statement("requests for modules", request.on(), request.modules() + " modules", "modules"));
        }
        request.services()
                .forEach(service -> statements.add(
                        new Statement("requests for the service " + service.id(), request.on(), null, "services")));
        return statements;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
    }
}
