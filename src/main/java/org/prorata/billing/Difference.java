package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.prorata.calendar.Days;
import org.prorata.calendar.Period;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.decision.Reason;

/**
 * The difference between what the facts known now make due and what was billed, slot by slot. Applied to what was
 * billed and taken again it is empty: a second run bills nothing more.
 */
final class Difference {

    /** Credits for a missed service level, each for an item and a period of its own. */
    private static final int CREDITS = 4;

    private final Ask.Bill window;
    private final List<Account> accounts = new ArrayList<>();

    Difference(Ask.Bill window, List<Due> due, List<Billed> billed) {
        this.window = window;
        for (Due one : due) {
            if (!(one.slot() instanceof UnusedSlot)) {
                accounts.add(new Account(one.item(), family(one.reason()), one));
            }
        }
        for (Due one : due) {
            if (one.slot() instanceof UnusedSlot unused) {
                accounts.stream().filter(a -> a.charge != null && a.charge.slot() == unused.charged()).findFirst()
                        .orElseThrow().unused.add(one);
            }
        }
        billed.stream().filter(b -> b.reason().ofServiceLevel()).forEach(this::ofServiceLevel);
        billed.stream().filter(b -> !b.reason().ofServiceLevel() && !b.reason().credit()).forEach(this::charged);
        billed.stream().filter(b -> !b.reason().ofServiceLevel() && b.reason().credit()).forEach(this::credited);
    }

    /** A line to invoice: positive a charge, negative a credit; {@code base} the line due that explains it, or null. */
    record Line(String item, Period period, BigDecimal signed, LocalDate on, ChargeReason reason, boolean catchUp,
                Due base, Reason why) {
    }

    /** What is due and what was billed for one slot of one item. */
    private static final class Account {
        private final String item;
        private final int family;
        private final Due charge;
        private final List<Due> unused = new ArrayList<>(1);
        private final List<Billed> billed = new ArrayList<>(1);

        Account(String item, int family, Due charge) {
            this.item = item;
            this.family = family;
            this.charge = charge;
        }

        BigDecimal due() {
            BigDecimal sum = charge == null ? BigDecimal.ZERO : charge.signed();
            for (Due credit : unused) {
                sum = sum.add(credit.signed());
            }
            return sum;
        }

        /** What is still to charge, or below zero to give back. */
        BigDecimal open() {
            BigDecimal open = due();
            boolean withdrawn = false;
            for (Billed row : billed) {
                withdrawn |= row.withdrawn() != null;
                open = row.reason().credit() ? open.add(row.amount()) : open.subtract(row.amount());
            }
            return withdrawn ? openBeside() : open;
        }

        /** A charge withdrawn stands for the first of what is due, a credit withdrawn for the first of what is to be given back. */
        private BigDecimal openBeside() {
            BigDecimal charges = BigDecimal.ZERO;
            BigDecimal credits = BigDecimal.ZERO;
            BigDecimal open = due();
            for (Billed row : billed) {
                if (row.withdrawn() == null) {
                    open = row.reason().credit() ? open.add(row.amount()) : open.subtract(row.amount());
                } else if (row.reason().credit()) {
                    credits = credits.add(row.amount());
                } else {
                    charges = charges.add(row.amount());
                }
            }
            open = open.subtract(charges.min(due().max(BigDecimal.ZERO)));
            return open.signum() < 0 ? open.add(credits).min(BigDecimal.ZERO) : open;
        }

        Days dueDays() {
            Days days = charge == null ? Days.NONE : Days.of(charge.slot().covered());
            for (Due credit : unused) {
                days = days.without(credit.slot().covered());
            }
            return days;
        }

        Days billedDays() {
            Days days = Days.NONE;
            for (Billed row : billed) {
                Period period = new Period(row.from(), row.to());
                days = row.reason().credit() ? days.without(period) : days.with(period);
            }
            return days;
        }

        /** Credits for which no charge is known: they stand by themselves. */
        boolean unexplained() {
            return charge == null && family != CREDITS && billed.stream().allMatch(row -> row.reason().credit());
        }

        /**
         * How well a billed charge fits: 0 not at all; the first day of the line due counts most, then its reason. A row
         * billed after the window makes up for a line due before only if it has its reason.
         */
        int fitOfCharge(Billed row, boolean later) {
            if (charge == null) {
                return 0;
            }
            Period due = charge.slot().covered();
            int reason = charge.reason() == row.reason() ? 1 : 0;
            if (due.from().equals(row.from())) {
                return 8 + (due.to().equals(row.to()) ? 2 : 0) + reason;
            }
            return holds(row.from()) && (!later || reason > 0) ? 2 + (charge.slot().nominal().contains(row.to()) ? 2 : 0) + reason : 0;
        }

        /**
         * How well a billed credit fits: it settles the account, or it names the days of an unused part, of the line due,
         * or of what was billed.
         */
        int fitOfCredit(Billed row) {
            int fit = fitOfDays(row);
            return fit > 0 && open().add(row.amount()).signum() == 0 ? fit + 10 : fit;
        }

        boolean creditsUnused(Billed row) {
            Period period = new Period(row.from(), row.to());
            return row.reason() == ChargeReason.UNUSED && unused.stream().anyMatch(d -> d.slot().covered().equals(period));
        }

        private int fitOfDays(Billed row) {
            if (family == CREDITS) {
                return 0;
            }
            Period period = new Period(row.from(), row.to());
            if (creditsUnused(row)) {
                return 6;
            }
            if (charge != null && charge.slot().covered().equals(period)) {
                return 5;
            }
            if (billed.stream().anyMatch(b -> !b.reason().credit() && b.from().equals(row.from()) && b.to().equals(row.to()))) {
                return 4;
            }
            if (billed.stream().anyMatch(b -> !b.reason().credit() && b.to().equals(row.to()))) {
                return 3;
            }
            return chargedOn(row.from()) ? 2 : holds(row.from()) ? 1 : 0;
        }

        /** Nothing is due by the end of the window, and what was billed was billed for later. */
        boolean liesAhead(LocalDate last) {
            return charge == null && billed.stream().allMatch(row -> row.on().isAfter(last));
        }

        /** The days of the line due, or else of the first one billed. */
        Period period() {
            return charge == null ? new Period(billed.get(0).from(), billed.get(0).to()) : charge.slot().covered();
        }

        boolean holds(LocalDate day) {
            return charge != null && charge.slot().nominal().contains(day) || chargedOn(day);
        }

        boolean chargedOn(LocalDate day) {
            return billed.stream().anyMatch(b -> !b.reason().credit() && !day.isBefore(b.from()) && !day.isAfter(b.to()));
        }
    }

    /** Lines of time that a subscription runs, lines after the end, measured use and services are kept apart. */
    private static int family(ChargeReason reason) {
        return switch (reason) {
            case RECURRING, ADDED, UPGRADE, REMAINING, UNUSED, CORRECTION -> 0;
            case OVERSTAY, RUN_ON -> 1;
            case USAGE -> 2;
            case SERVICE -> 3;
            case SERVICE_CREDIT, SERVICE_CREDIT_REVERSED -> CREDITS;
        };
    }

    private void ofServiceLevel(Billed row) {
        Period period = new Period(row.from(), row.to());
        attach(row, CREDITS, account -> account.family == CREDITS && account.period().equals(period) ? 1 : 0);
    }

    private void charged(Billed row) {
        int family = family(row.reason());
        boolean later = row.on().isAfter(window.to());
        attach(row, family, account -> account.family == family ? account.fitOfCharge(row, later) : 0);
    }

    private void credited(Billed row) {
        boolean later = row.reason() == ChargeReason.UNUSED && row.on().isAfter(window.to());
        if (!later || accounts.stream().anyMatch(account -> account.item.equals(row.item()) && account.creditsUnused(row))) {
            attach(row, family(row.reason()), account -> account.fitOfCredit(row));
        }
    }

    /** Lays a billed row to the account of its item that it fits best, the first of equals; to one of its own if none. */
    private void attach(Billed row, int family, ToIntFunction<Account> fit) {
        Account found = null;
        int best = 0;
        for (Account account : accounts) {
            int one = account.item.equals(row.item()) ? fit.applyAsInt(account) : 0;
            if (one > best) {
                best = one;
                found = account;
            }
        }
        if (found == null) {
            found = new Account(row.item(), family, null);
            accounts.add(found);
        }
        found.billed.add(row);
    }

    /** Credits billed for which neither a charge billed nor a line due is known; they are left as they are. */
    List<Billed> unexplained() {
        return accounts.stream().filter(Account::unexplained).flatMap(account -> account.billed.stream()).toList();
    }

    /** The lines of the difference, in the order of the slots. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Account account : accounts) {
            if (account.unexplained() || account.liesAhead(window.to())) {
                continue;
            }
            if (account.billed.isEmpty()) {
                add(account.charge, lines);
                account.unused.forEach(credit -> add(credit, lines));
            } else {
                settle(account, lines);
            }
        }
        return lines;
    }

    private void add(Due due, List<Line> lines) {
        boolean late = due.on().isBefore(window.from());
        if (due.line().amount().signum() != 0) {
            lines.add(new Line(due.item(), due.slot().covered(), due.signed(), late ? window.to() : due.on(), due.reason(),
                    late && !due.reason().credit(), due, late ? Reason.of("difference.catch_up", due.on()) : null));
        }
    }

    private void settle(Account account, List<Line> lines) {
        BigDecimal open = account.open();
        if (open.signum() == 0) {
            return;
        }
        Days due = account.dueDays();
        Days before = account.billedDays();
        Due planned = account.unused.stream().filter(credit -> credit.signed().compareTo(open) == 0).findFirst().orElse(null);
        if (planned != null) {
            add(planned, lines);
            return;
        }
        LocalDate own = account.charge == null ? account.billed.get(0).on() : account.charge.on();
        LocalDate on = own.isBefore(window.from()) || own.isAfter(window.to()) ? window.to() : own;
        Reason why = Reason.of("difference.open", account.due(), account.due().subtract(open));
        Period whole = account.period();
        if (account.family == CREDITS) {
            lines.add(new Line(account.item, whole, open, on,
                    open.signum() > 0 ? ChargeReason.SERVICE_CREDIT_REVERSED : ChargeReason.SERVICE_CREDIT, false, account.charge, why));
        } else if (open.signum() > 0) {
            Period missing = before.without(due).isEmpty() ? due.without(before).single() : null;
            ChargeReason reason = account.charge == null ? account.billed.get(0).reason() : account.charge.reason();
            lines.add(new Line(account.item, missing == null ? whole : missing, open, on, reason, true, account.charge, why));
        } else {
            Period surplus = due.without(before).isEmpty() ? before.without(due).single() : null;
            lines.add(new Line(account.item, surplus == null ? whole : surplus, open, on, ChargeReason.CORRECTION, false,
                    account.charge, why));
        }
    }
}
