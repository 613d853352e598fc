package org.prorata.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Party;
import org.prorata.decision.Decision;
import org.prorata.engine.Answer;
import org.prorata.engine.Evaluator;

/** Works out exits of one contract side by side. The day of the notice is given: no clock here. */
public final class Exits {

    /** How far ahead a free or cheap exit is sought. */
    private static final int MONTHS_AHEAD = 24;

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
     * owed or paid beyond the days used, and the cheapest exit. Either may be missing.
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
        List<Scenario> decided = scenarios(asks, List.of(), null).stream()
                .filter(s -> s.error() == null && !s.end().isAfter(last)).toList();
        Comparator<Scenario> soonest = Comparator.comparing(Scenario::end);
        Optional<Scenario> free = decided.stream().filter(s -> s.costs().ofLeaving().signum() <= 0).sorted(soonest)
                .filter(this::nothingPaidInVain).findFirst();
        Optional<Scenario> cheapest = decided.stream()
                .min(Comparator.comparing((Scenario s) -> s.costs().ofLeaving()).thenComparing(soonest));
        return new Best(free.orElse(null), cheapest.orElse(null));
    }

    /** The earliest free exit and the cheapest one; null where there is none. */
    public record Best(Scenario earliestFree, Scenario cheapest) {
    }

    /** Whether what was invoiced up to the end covers no day after it. */
    private boolean nothingPaidInVain(Scenario scenario) {
        List<Event> events = new ArrayList<>(dossier.events());
        events.removeIf(Event.TerminationNotice.class::isInstance);
        events.add(new Event.TerminationNotice(notice, null, null, Party.CLIENT, scenario.cause(), scenario.wanted()));
        Dossier left = new Dossier(dossier.terms(), dossier.language(), dossier.currency(), dossier.statutes(),
                dossier.customer(), dossier.contract(), dossier.otherContracts(), Optional.empty(), dossier.invoices(), events);
        LocalDate end = scenario.end();
        LocalDate from = end.minusMonths(MONTHS_AHEAD).isBefore(dossier.contract().start()) ? dossier.contract().start()
                : end.minusMonths(MONTHS_AHEAD);
        Answer bill = evaluator.decideAll(List.of(new Evaluator.Request(left, new Ask.Bill(from, end.plusDays(1))))).get(0);
        BigDecimal open = BigDecimal.ZERO;
        boolean beyond = false;
        for (Decision decision : bill.decisions()) {
            if (decision instanceof Decision.Charge charge && charge.to().isAfter(end)) {
                beyond = true;
            } else if (decision instanceof Decision.Credit credit && credit.to().isAfter(end)) {
                open = open.add(credit.amount());
            }
        }
        return bill.error() == null && (!beyond || open.signum() > 0);
    }
}
