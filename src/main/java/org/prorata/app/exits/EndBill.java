package org.prorata.app.exits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.decision.Decision;
import org.prorata.values.Amounts;

/** What the bills to come make of an end, the notice being recorded: their lines, by what they are for. */
final class EndBill {

    /** How far an exit phase that nobody can date is looked at: longer than what was paid ahead may last. */
    private static final int RUN_ON_MONTHS = 13;

    private final Dossier dossier;
    private final LocalDate notice;
    private final LocalDate end;
    private final Decision.RunOn phase;
    private final List<Decision.Charge> left = new ArrayList<>();
    private final List<Decision.Charge> runOn = new ArrayList<>();
    private final List<Decision.Charge> ahead = new ArrayList<>();
    private final List<Decision.Credit> back = new ArrayList<>();
    private final List<Billed> made = new ArrayList<>();
    private BigDecimal beyond;
    private BigDecimal others;

    /** @param phase the contract going on after its end, or null */
    EndBill(Dossier dossier, LocalDate notice, LocalDate end, Decision.RunOn phase) {
        this.dossier = dossier;
        this.notice = notice;
        this.end = end;
        this.phase = phase;
        this.beyond = zero();
        this.others = zero();
    }

    private BigDecimal zero() {
        return BigDecimal.ZERO.setScale(dossier.digits());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private boolean undated() {
        return phase != null && phase.until() == null;
    }

    /** The bills that are asked about: from the day of notice until all that the end brings has fallen due, and all that is billed. */
    Ask.Bill window() {
        LocalDate start = dossier.contract().start();
        LocalDate last = later(later(end.plusDays(1), notice), start);
        if (undated()) {
            last = last.plusMonths(RUN_ON_MONTHS);
        } else if (phase != null) {
            last = later(last, phase.until());
        }
        // what was billed ahead goes back when its day has come
        for (Billed row : dossier.billed().orElse(List.of())) {
            last = later(last, row.on());
        }
        for (Event.UseAfterEnd use : dossier.events(Event.UseAfterEnd.class)) {
            last = later(last, use.until());
        }
        return new Ask.Bill(later(notice, start), last);
    }

    void take(List<Decision> bill) {
        for (Decision decision : bill) {
            if (decision instanceof Decision.Charge charge) {
                made.add(BilledLines.of(decision));
                take(charge);
            } else if (decision instanceof Decision.Credit credit) {
                made.add(BilledLines.of(decision));
                if (credit.to().isAfter(end) && credit.reason() != ChargeReason.GIFT) {
                    back.add(credit);
                } else {
                    others = others.subtract(credit.amount());
                }
            }
        }
    }

    private void take(Decision.Charge charge) {
        if (charge.reason() == ChargeReason.REMAINING) {
            left.add(charge);
        } else if (charge.reason() == ChargeReason.RUN_ON) {
            (undated() && charge.from().isAfter(notice) ? ahead : runOn).add(charge);
        } else if (charge.reason().family() == ChargeReason.RECURRING
                && charge.from().isAfter(end)) {
            beyond = beyond.add(charge.amount());
        } else {
            others = others.add(charge.amount());
        }
    }

    List<Decision.Charge> left() {
        return left;
    }

    List<Decision.Charge> runOn() {
        return runOn;
    }

    List<Decision.Credit> back() {
        return back;
    }

    /** @param exitServices the client's part */
    Costs costs(BigDecimal exitServices) {
        BigDecimal credits = back.stream().map(Decision.Credit::amount).reduce(zero(), BigDecimal::add);
        // what is charged and given back in one bill neither costs nor gives anything
        BigDecimal cancelled = credits.min(beyond);
        return new Costs(
                sum(left),
                sum(runOn),
                undated() ? byMonth() : null,
                ahead.stream()
                        .map(Decision.Charge::from)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                exitServices,
                credits.subtract(cancelled),
                paidNotUsed(),
                others.add(beyond).subtract(cancelled));
    }

    private BigDecimal sum(List<Decision.Charge> charges) {
        return charges.stream().map(Decision.Charge::amount).reduce(zero(), BigDecimal::add);
    }

    /** A whole month of the run-on: the last one looked at. */
    private BigDecimal byMonth() {
        LocalDate last = ahead.stream()
                .map(Decision.Charge::from)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return sum(ahead.stream().filter(charge -> charge.from().equals(last)).toList());
    }

    /** What was and will be charged for days after the last one served, by their share of the charged days, less what goes back. */
    private BigDecimal paidNotUsed() {
        LocalDate served = phase == null ? end : later(end, phase.until() == null ? notice : phase.until());
        Map<String, BigDecimal> byItem = new LinkedHashMap<>();
        dossier.billed().orElse(List.of()).stream()
                .filter(row -> row.withdrawn() == null)
                .forEach(row -> count(row, served, byItem));
        made.forEach(row -> count(row, served, byItem));
        return byItem.values().stream().map(Amounts::notBelowZero).reduce(zero(), BigDecimal::add);
    }

    private void count(Billed row, LocalDate served, Map<String, BigDecimal> byItem) {
        if (!row.to().isAfter(served)
                || row.reason().family() != ChargeReason.RECURRING
                || row.reason() == ChargeReason.REMAINING) {
            return;
        }
        if (row.reason().credit()) {
            byItem.merge(row.item(), row.amount().negate(), BigDecimal::add);
        } else {
            long days = row.to().toEpochDay() - row.from().toEpochDay() + 1;
            long lost = Math.min(days, row.to().toEpochDay() - served.toEpochDay());
            byItem.merge(row.item(), Amounts.share(row.amount(), lost, days, dossier.digits()), BigDecimal::add);
        }
    }
}
