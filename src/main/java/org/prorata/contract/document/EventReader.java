package org.prorata.contract.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.prorata.contract.Cause;
import org.prorata.contract.Contradictions;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.contract.Party;

/** Reads events by their names. */
final class EventReader {

    private final MoneyTypes money;
    private final Ids items;
    private final Function<String, Item.Per> per;
    private final Map<String, Function<Fields, Event>> readers = new LinkedHashMap<>();
    private final Contradictions<Integer> consistent = new Contradictions<>();

    /** @param per what an item's price is for, null when there is no such item */
    EventReader(MoneyTypes money, Ids items, Function<String, Item.Per> per) {
        this.money = money;
        this.items = items;
        this.per = per;
        notices();
        service();
        terms();
        rights();
    }

    Event read(Fields f) {
        String name = f.need("event", Types.oneOf(readers.keySet(), "unknown-event"));
        if (name == null) {
            return null;
        }
        Event event = readers.get(name).apply(f);
        f.done();
        return event;
    }

    /** An event of a list in which none may contradict another. */
    Event readConsistent(Fields f) {
        int before = f.errors();
        Event event = read(f);
        if (event == null || f.errors() > before) {
            return null;
        }
        Contradictions.Clash<Integer> clash = consistent.take(event, f.line());
        if (clash != null) {
            f.refuse(clash.field(), "contradiction", clash.message(" on line " + clash.place(), " here"));
        }
        return event;
    }

    private void notices() {
        readers.put(
                "formal_notice",
                notice((f, n) -> new Event.FormalNotice(
                        n.on, n.presented, n.channel, f.need("about", Types.choice(Event.Matter.class)))));
        readers.put(
                "termination_notice",
                notice((f, n) -> new Event.TerminationNotice(
                        n.on,
                        n.presented,
                        n.channel,
                        f.need("by", Types.choice(Party.class, Party.CLIENT, Party.PROVIDER)),
                        f.need("cause", Types.choice(Cause.class)),
                        f.need("end", DayTypes.DATE))));
        readers.put("price_revision_notice", notice((f, n) -> {
            String item = items.named(f, "item");
            return new Event.PriceRevisionNotice(n.on, n.presented, n.channel, item, price(f, item));
        }));
        readers.put(
                "claim",
                notice((f, n) -> new Event.Claim(
                        n.on,
                        n.presented,
                        n.channel,
                        f.need("about", Types.oneOf(List.of("service_level"), "not-allowed")),
                        f.need("month", DayTypes.MONTH))));
        readers.put(
                "reversibility_request",
                notice((f, n) -> new Event.ReversibilityRequest(
                        n.on, n.presented, n.channel, f.maybe("modules", Types.integer(0, 1_000_000)), services(f))));
        readers.put(
                "storage_excess",
                notice((f, n) ->
                        new Event.StorageExcess(n.on, n.presented, n.channel, f.need("exceeded", DayTypes.DATE))));
    }

    private void service() {
        readers.put("plan_change", f -> {
            LocalDate on = on(f);
            String item = items.named(f, "item");
            return new Event.PlanChange(on, item, price(f, item), f.maybe("term_months", Types.integer(1, 1200)));
        });
        readers.put(
                "usage",
                f -> new Event.Usage(
                        on(f),
                        items.named(f, "item"),
                        f.or("quantity", Types.decimal(6, "a quantity has at most 6"), BigDecimal.ONE),
                        f.or("status", Types.choice(Event.UsageStatus.class), Event.UsageStatus.HELD)));
        readers.put("use_after_end", f -> new Event.UseAfterEnd(f.need("until", DayTypes.DATE)));
        readers.put(
                "outage",
                spell(
                        true,
                        (f, from, to) -> new Event.Outage(
                                from,
                                to,
                                f.need("kind", Types.choice(Event.OutageKind.class)),
                                f.need("cause", Types.choice(Event.OutageCause.class)),
                                f.maybe("announced", DayTypes.TIME))));
        readers.put(
                "anomaly",
                spell(
                        false,
                        (f, from, to) -> new Event.Anomaly(
                                from,
                                to,
                                f.need("severity", Types.choice(Event.Severity.class)),
                                f.need("scope", Types.choice(Event.Scope.class)),
                                f.or("cause", Types.choice(Event.OutageCause.class), Event.OutageCause.PROVIDER))));
    }

    private void terms() {
        readers.put(
                "terms_published",
                f -> new Event.TermsPublished(on(f), f.need("terms", Types.TEXT), f.maybe("effective", DayTypes.DATE)));
        readers.put("terms_accepted", f -> new Event.TermsAccepted(on(f)));
        readers.put("terms_refused", f -> new Event.TermsRefused(on(f)));
        readers.put("order", f -> new Event.Order(on(f)));
        readers.put("reversibility_accepted", f -> new Event.ReversibilityAccepted(on(f)));
        readers.put("deletion_agreed", f -> {
            LocalDate on = on(f);
            LocalDate until = f.need("until", DayTypes.DATE);
            if (on != null && until != null && until.isBefore(on)) {
                f.refuse(
                        "until",
                        "reversed",
                        until + " is before " + on + ", the day of the agreement; that day or a later one is allowed");
            }
            return new Event.DeletionAgreed(on, until);
        });
    }

    private void rights() {
        readers.put("trial", f -> new Event.Trial(on(f)));
        readers.put("users", f -> {
            Integer quantity = f.need("quantity", Types.integer(0, 100_000_000));
            return new Event.Users(on(f), quantity == null ? 0 : quantity);
        });
        readers.put("update_link", f -> new Event.UpdateLink(on(f)));
        readers.put(
                "hire",
                f -> new Event.Hire(
                        on(f),
                        f.need("party", Types.choice(Party.class, Party.CLIENT, Party.PROVIDER)),
                        f.need("gross_last_12_months", money.amount())));
        readers.put("alert", EventReader::alert);
        readers.put("incident", f -> new Event.Incident(f.need("at", DayTypes.TIME)));
        readers.put("sub_processor", f -> new Event.SubProcessor(on(f)));
        readers.put("beneficiary", f -> {
            Boolean code = f.need("code", Types.FLAG);
            return new Event.Beneficiary(
                    on(f),
                    f.need("born", DayTypes.DATE),
                    Boolean.TRUE.equals(code),
                    f.or("accounts", Types.integer(0, 1000), 0));
        });
        readers.put("booking", f -> new Event.Booking(on(f), f.need("slot", DayTypes.TIME)));
        readers.put(
                "cancellation",
                f -> new Event.Cancellation(
                        f.need("at", DayTypes.TIME),
                        f.need("slot", DayTypes.TIME),
                        f.need("by", Types.choice(Party.class, Party.BENEFICIARY, Party.PROFESSIONAL))));
        readers.put("account_closed", f -> new Event.AccountClosed(on(f)));
        readers.put("breach", f -> {
            Boolean mendable = f.need("mendable", Types.FLAG);
            return new Event.Breach(
                    on(f),
                    f.need("party", Types.choice(Party.class, Party.CLIENT, Party.PROVIDER)),
                    f.need("kind", Types.choice(Event.BreachKind.class)),
                    Boolean.TRUE.equals(mendable));
        });
        readers.put("data_request", f -> new Event.DataRequest(on(f)));
        readers.put("renewal_notice", f -> new Event.RenewalNotice(on(f)));
        readers.put("complaint", f -> new Event.Complaint(on(f)));
        readers.put("dispute", f -> {
            LocalDate from = f.need("from", DayTypes.DATE);
            LocalDate to = f.maybe("to", DayTypes.DATE);
            DayOrder.notBefore(f, "to", to, from, "the dispute ends on " + to + ", before it begins on " + from);
            return new Event.Dispute(from, to);
        });
        readers.put("announcement", f -> {
            LocalDate on = on(f);
            Event.Announced about = f.need("about", Types.choice(Event.Announced.class));
            LocalDate day = f.need("for", DayTypes.DATE);
            DayOrder.notBefore(f, "for", day, on, "it is for " + day + ", before it was announced on " + on);
            return new Event.Announcement(on, about, day);
        });
    }

    private static Event alert(Fields f) {
        Event.Alert alert = new Event.Alert(
                f.need("at", DayTypes.TIME),
                f.maybe("priority", Types.choice(Event.Priority.class)),
                f.maybe("severity", Types.choice(Event.Severity.class)),
                f.maybe("about", Types.choice(Event.AlertMatter.class)));
        List<String> stated = Stream.of("priority", "severity", "about")
                .filter(name -> f.take(name) != null)
                .toList();
        if (stated.isEmpty()) {
            f.missing("priority", "a priority A, B, C or D, a severity, or about: critical_patch,");
        } else if (stated.size() > 1) {
            f.refuse(stated.get(1), "not-allowed", "stands beside " + stated.get(0) + "; one of the two is allowed");
        }
        return alert;
    }

    private List<Event.ExitService> services(Fields f) {
        Ids ids = new Ids("services");
        return f.list("services", s -> {
            Event.ExitService service = new Event.ExitService(
                    ids.read(s),
                    s.need("cost", money.amount()),
                    s.maybe("direct_cost", money.amount()),
                    s.maybe("performed", DayTypes.DATE),
                    s.or("beyond_switching", Types.FLAG, false),
                    s.or("custom_built", Types.FLAG, false));
            s.done();
            return service;
        });
    }

    private BigDecimal price(Fields f, String item) {
        return f.need("price", money.price(per.apply(item)));
    }

    private static LocalDate on(Fields f) {
        return f.need("on", DayTypes.DATE);
    }

    /** What every notice carries. */
    private record Sent(LocalDate on, LocalDate presented, Event.Channel channel) {}

    private static Function<Fields, Event> notice(BiFunction<Fields, Sent, Event> rest) {
        return f -> {
            LocalDate on = on(f);
            LocalDate presented = f.maybe("presented", DayTypes.DATE);
            DayOrder.notBefore(
                    f, "presented", presented, on, "the notice was presented on " + presented + ", before it was sent");
            return rest.apply(f, new Sent(on, presented, f.maybe("channel", Types.choice(Event.Channel.class))));
        };
    }

    /** The rest of an event that lasted from one time to another. */
    private interface Lasting {
        Event read(Fields fields, LocalDateTime from, LocalDateTime to);
    }

    private static Function<Fields, Event> spell(boolean mayGoOn, Lasting rest) {
        return f -> {
            LocalDateTime from = f.need("from", DayTypes.TIME);
            LocalDateTime to = mayGoOn ? f.maybe("to", DayTypes.TIME) : f.need("to", DayTypes.TIME);
            if (from != null && to != null && !to.isAfter(from)) {
                f.refuse("to", "reversed", to + " is not after " + from + ", when it began; a later time is allowed");
            }
            return rest.read(f, from, to);
        };
    }
}
