package org.prorata.app.exits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.book.engine.BookAnswer;
import org.prorata.book.engine.Evaluator;
import org.prorata.book.engine.Evaluator.Request;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.subject.exit.TerminateWork;

/**
 * Works out exits of one contract side by side: the end that a notice reaches, and what the bills to come then make, given what
 * is billed. The day of the notice is given: no clock here.
 */
public final class Exits {

    /** The causes by which a client leaves of its own accord. */
    public static final List<Cause> OFFERED = List.of(Cause.CONVENIENCE, Cause.NON_RENEWAL, Cause.SWITCHING);

    /** How far ahead a free or cheap exit is sought. */
    public static final int MONTHS_AHEAD = 36;

    private final Evaluator evaluator;
    private final Dossier dossier;
    private final LocalDate notice;
    private final CannotDecide unknown;

    /** @param unknown null, or why it cannot be told what is billed */
    private Exits(Evaluator evaluator, Dossier dossier, LocalDate notice, CannotDecide unknown) {
        this.evaluator = evaluator;
        this.dossier = dossier;
        this.notice = notice;
        this.unknown = unknown;
    }

    /** Of a contract with all that counts as billed; {@code unknown} null, or why that cannot be told. */
    public static Exits of(Evaluator evaluator, Dossier dossier, LocalDate notice, CannotDecide unknown) {
        return new Exits(evaluator, dossier, notice, unknown);
    }

    /** Where the dossier does not say what is billed, all that fell due before the notice is. */
    public static Exits of(Evaluator evaluator, Dossier dossier, LocalDate notice) {
        LocalDate start = dossier.contract().start();
        if (dossier.billed().isPresent() || !start.isBefore(notice)) {
            return of(evaluator, dossier.billed().isPresent() ? dossier : dossier.withBilled(List.of()), notice, null);
        }
        BookAnswer stock = evaluator
                .decideAll(List.of(new Request(dossier, new Ask.Bill(start, notice.minusDays(1)))))
                .get(0);
        return of(
                evaluator,
                stock.error() == null ? dossier.withBilled(BilledLines.all(stock.decisions())) : dossier,
                notice,
                stock.error());
    }

    /** What is owed whenever the client leaves. */
    public DueAnyway dueAnyway() {
        return DueAnyway.of(evaluator, dossier, notice);
    }

    /** Every date with every cause, in the order given. */
    public List<Scenario> compare(List<LocalDate> dates, List<Cause> causes) {
        List<Ask.Terminate> asks = new ArrayList<>();
        dates.forEach(date -> causes.forEach(cause -> asks.add(new Ask.Terminate(date, cause, notice))));
        return priced(ended(asks));
    }

    /**
     * Over the next 36 months, leaving of its own accord: the earliest exit at no cost, nothing being owed or paid beyond the days
     * used, and the cheapest exit. Either may be missing; a contract that is over has none.
     */
    public Best best() {
        List<Ask.Terminate> asks = new ArrayList<>();
        LocalDate last = notice.plusMonths(MONTHS_AHEAD);
        for (Cause cause : OFFERED) {
            LocalDate day = notice.isBefore(dossier.contract().start())
                    ? dossier.contract().start()
                    : notice;
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                asks.add(new Ask.Terminate(day, cause, notice));
            }
        }
        List<Ended> decided =
                ended(asks).stream().filter(one -> one.answer().error() == null).toList();
        LocalDate anyway = decided.stream()
                .filter(Ended::anyway)
                .map(Ended::end)
                .min(LocalDate::compareTo)
                .orElse(null);
        if (!decided.isEmpty() && decided.stream().allMatch(one -> one.end().isBefore(notice))) {
            return new Best(null, null, decided.get(0).end(), anyway, null);
        }
        List<Priced> all = priced(distinct(decided.stream()
                        .filter(one -> !one.end().isBefore(notice) && !one.end().isAfter(last))
                        .toList()))
                .stream()
                .filter(scenario -> scenario.costs() != null)
                .map(Priced::new)
                .toList();
        Priced free = all.stream().filter(Priced::free).min(Priced.SOONEST).orElse(null);
        LocalDate beyond = free != null
                ? null
                : decided.stream()
                        .map(Ended::end)
                        .filter(end -> end.isAfter(last))
                        .min(LocalDate::compareTo)
                        .orElse(null);
        return new Best(free, all.stream().min(Priced.CHEAPEST).orElse(null), null, anyway, beyond);
    }

    /** What was answered about one exit. */
    private record Ended(Ask.Terminate ask, BookAnswer answer) {

        LocalDate end() {
            return one(Decision.ContractEnd.class).on();
        }

        boolean anyway() {
            return work().endsAnyway();
        }

        TerminateWork work() {
            return (TerminateWork) answer.work();
        }

        private <D extends Decision> D one(Class<D> kind) {
            return answer.decisions().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst()
                    .orElse(null);
        }

        Decision.RunOn runOn() {
            return one(Decision.RunOn.class);
        }

        BigDecimal services(int digits) {
            return answer.decisions().stream()
                    .filter(Decision.ReversibilityCost.class::isInstance)
                    .map(Decision.ReversibilityCost.class::cast)
                    .map(Decision.ReversibilityCost::clientAmount)
                    .reduce(BigDecimal.ZERO.setScale(digits), BigDecimal::add);
        }
    }

    private List<Ended> ended(List<Ask.Terminate> asks) {
        List<BookAnswer> answers = evaluator.decideAll(
                asks.stream().map(ask -> new Request(dossier, ask)).toList());
        List<Ended> ended = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            ended.add(new Ended(asks.get(i), answers.get(i)));
        }
        return ended;
    }

    /** Exits that end alike for the same cause cost alike: each is worked out once. */
    private List<Ended> distinct(List<Ended> all) {
        Map<List<Object>, Ended> distinct = new LinkedHashMap<>();
        all.forEach(one ->
                distinct.putIfAbsent(List.of(one.end(), one.ask().cause(), one.services(dossier.digits())), one));
        return List.copyOf(distinct.values());
    }

    private List<Scenario> priced(List<Ended> all) {
        List<Ended> asked = all.stream()
                .filter(one -> one.answer().error() == null && unknown == null)
                .toList();
        List<EndBill> bills = asked.stream()
                .map(one -> new EndBill(dossier, notice, one.end(), one.runOn()))
                .toList();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            requests.add(
                    new Request(asked.get(i).work().asRecorded(), bills.get(i).window()));
        }
        List<BookAnswer> answers = evaluator.decideAll(requests);
        List<Scenario> scenarios = new ArrayList<>();
        int next = 0;
        for (Ended one : all) {
            if (one.answer().error() != null || unknown != null) {
                scenarios.add(undecided(
                        one, one.answer().error() != null ? one.answer().error() : unknown));
            } else if (answers.get(next).error() != null) {
                scenarios.add(undecided(one, answers.get(next++).error()));
            } else {
                EndBill bill = bills.get(next);
                bill.take(answers.get(next++).decisions());
                Costs costs = bill.costs(one.services(dossier.digits()));
                scenarios.add(new Scenario(
                        one.ask().on(),
                        one.ask().cause(),
                        one.anyway(),
                        new BilledEnd(bill, costs, one.end()).over(one.answer().decisions()),
                        costs,
                        null));
            }
        }
        return scenarios;
    }

    /** What the notice reaches may be known though what it costs is not. */
    private static Scenario undecided(Ended one, CannotDecide error) {
        return new Scenario(
                one.ask().on(),
                one.ask().cause(),
                one.answer().error() == null && one.anyway(),
                one.answer().decisions(),
                null,
                error.getMessage());
    }
}
