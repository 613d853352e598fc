package org.prorata.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Party;
import org.prorata.decision.Decision;
import org.prorata.engine.Answer;
import org.prorata.engine.Evaluator;
import org.prorata.money.Amounts;

/** Works out exits of one contract side by side. The day of the notice is given: no clock here. */
public final class Exits {

    /** How far ahead a free or cheap exit is sought. */
    private static final int MONTHS_AHEAD = 24;

    /** What is charged for days after the end because of it; the fees left count it already. */
    private static final Set<ChargeReason> AFTER_END = EnumSet.of(ChargeReason.REMAINING, ChargeReason.RUN_ON, ChargeReason.OVERSTAY);

    private final Evaluator evaluator;
    private final Dossier dossier;
    private final LocalDate notice;

    public Exits(Evaluator evaluator, Dossier dossier, LocalDate notice) {
        this.evaluator = evaluator;
        this.dossier = dossier;
        this.notice = notice;
    }

    /** Every date with every cause, in the order given. */
    public List<Scenario> compare(List<LocalDate> dates, List<Cause> causes) {
        List<Ask.Terminate> asks = new ArrayList<>();
        dates.forEach(date -> causes.forEach(cause -> asks.add(new Ask.Terminate(date, cause, notice))));
        Answer late = evaluator.decideAll(List.of(new Evaluator.Request(dossier, new Ask.Late(notice)))).get(0);
        return scenarios(asks, late.error() == null ? late.decisions() : List.of(),
                late.error() == null ? null : late.error().getMessage());
    }

    private List<Scenario> scenarios(List<Ask.Terminate> asks, List<Decision> late, String lateError) {
        List<Answer> answers = evaluator.decideAll(asks.stream().map(ask -> new Evaluator.Request(dossier, ask)).toList());
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            List<Decision> all = new ArrayList<>(answers.get(i).decisions());
            all.addAll(late);
            String error = answers.get(i).error() == null ? lateError : answers.get(i).error().getMessage();
            scenarios.add(new Scenario(asks.get(i).on(), asks.get(i).cause(), error == null ? all : List.of(),
                    error == null ? Costs.of(all, dossier.digits()) : null, error));
        }
        return scenarios;
    }

    /**
     * Over the next 24 months, leaving for convenience or by not renewing: the earliest exit at no cost, nothing being
     * owed or paid beyond the days used, and the cheapest exit. Either may be missing; a contract that is over has none.
     */
    public Best best() {
        List<Ask.Terminate> asks = new ArrayList<>();
        LocalDate last = notice.plusMonths(MONTHS_AHEAD);
        for (Cause cause : List.of(Cause.CONVENIENCE, Cause.NON_RENEWAL)) {
            LocalDate day = notice.isBefore(dossier.contract().start()) ? dossier.contract().start() : notice;
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                asks.add(new Ask.Terminate(day, cause, notice));
            }
        }
        // what is owed for open invoices is owed whenever the client leaves
        List<Scenario> decided = scenarios(asks, List.of(), null).stream().filter(s -> s.error() == null).toList();
        if (!decided.isEmpty() && decided.stream().allMatch(s -> s.end().isBefore(notice))) {
            return new Best(null, null, decided.get(0).end());
        }
        // of two causes that lead to one day, the one that the terms grant
        Comparator<Priced> soonest = Comparator.comparing((Priced priced) -> priced.scenario().end())
                .thenComparing(priced -> !priced.scenario().granted());
        List<Priced> all = priced(decided.stream().filter(s -> !s.end().isBefore(notice) && !s.end().isAfter(last)).toList());
        return new Best(all.stream().filter(priced -> priced.cost().signum() == 0 && !priced.scenario().runsOnOpen()).min(soonest).orElse(null),
                all.stream().min(Comparator.comparing(Priced::cost).thenComparing(soonest)).orElse(null), null);
    }

    /**
     * An exit and what it costs beyond the days used: fees left and of the run-on, exit services, and what was invoiced for
     * days after the end and does not go back. Never below zero.
     */
    public record Priced(Scenario scenario, BigDecimal cost) {
    }

    /** Scenarios that end alike for the same cause cost alike: each is worked out once. */
    private List<Priced> priced(List<Scenario> scenarios) {
        Map<List<Object>, Priced> distinct = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            distinct.computeIfAbsent(List.of(scenario.end(), scenario.cause(), scenario.costs().ofLeaving()),
                    key -> new Priced(scenario, null));
        }
        List<Scenario> left = distinct.values().stream().map(Priced::scenario).toList();
        List<Answer> bills = evaluator.decideAll(left.stream().map(this::billed).toList());
        List<Priced> priced = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            if (bills.get(i).error() == null) {
                Scenario scenario = left.get(i);
                priced.add(new Priced(scenario, scenario.costs().ofLeaving().add(inVain(bills.get(i).decisions(), scenario.end()))));
            }
        }
        return priced;
    }

    /**
     * The earliest free exit and the cheapest one; null where there is none.
     *
     * @param over the last day of a contract that is over before the notice, else null
     */
    public record Best(Priced earliestFree, Priced cheapest, LocalDate over) {
    }

    /** What is invoiced up to the day after the end, had the notice been recorded. */
    private Evaluator.Request billed(Scenario scenario) {
        List<Event> events = new ArrayList<>(dossier.events());
        events.removeIf(Event.TerminationNotice.class::isInstance);
        events.add(new Event.TerminationNotice(notice, null, null, Party.CLIENT, scenario.cause(), scenario.wanted()));
        Dossier left = new Dossier(dossier.terms(), dossier.language(), dossier.currency(), dossier.statutes(),
                dossier.customer(), dossier.contract(), dossier.otherContracts(), Optional.empty(), dossier.invoices(), events);
        LocalDate start = dossier.contract().start();
        LocalDate from = scenario.end().minusMonths(MONTHS_AHEAD).isBefore(start) ? start : scenario.end().minusMonths(MONTHS_AHEAD);
        return new Evaluator.Request(left, new Ask.Bill(from, scenario.end().plusDays(1)));
    }

    /** What was charged for days after the end, by their share of the charged days, less what goes back. */
    private BigDecimal inVain(List<Decision> bill, LocalDate end) {
        BigDecimal sum = BigDecimal.ZERO.setScale(dossier.digits());
        for (Decision decision : bill) {
            if (decision instanceof Decision.Charge charge && charge.to().isAfter(end) && !AFTER_END.contains(charge.reason())) {
                long days = charge.to().toEpochDay() - charge.from().toEpochDay() + 1;
                long after = Math.min(days, charge.to().toEpochDay() - end.toEpochDay());
                sum = sum.add(Amounts.share(charge.amount(), after, days, dossier.digits()));
            } else if (decision instanceof Decision.Credit credit && credit.to().isAfter(end)) {
                sum = sum.subtract(credit.amount());
            }
        }
        return Amounts.notBelowZero(sum);
    }
}
