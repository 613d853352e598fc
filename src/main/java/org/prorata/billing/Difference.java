package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        billed.stream().filter(b -> !b.reason().credit()).forEach(this::charged);
        billed.stream().filter(b -> b.reason().credit()).forEach(this::credited);
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
            return charge == null && billed.stream().allMatch(row -> row.reason().credit());
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
        };
    }

    private void charged(Billed row) {
        int family = family(row.reason());
        Account found = null;
        for (Account account : accounts) {
            if (account.family != family || !account.item.equals(row.item()) || account.charge == null) {
                continue;
            }
            boolean exact = account.charge.slot().covered().from().equals(row.from());
            if (exact && account.charge.reason() == row.reason()) {
                found = account;
                break;
            }
            if (found == null && exact || found == null && account.holds(row.from())) {
                found = account;
            }
        }
        if (found == null) {
            found = new Account(row.item(), family, null);
            accounts.add(found);
        }
        found.billed.add(row);
    }

    private void credited(Billed row) {
        Account found = null;
        int best = 0;
        for (Account account : accounts) {
            if (!account.item.equals(row.item())) {
                continue;
            }
            int fit = account.unused.stream().anyMatch(d -> d.slot().covered().equals(new Period(row.from(), row.to()))) ? 4
                    : account.billed.stream().anyMatch(b -> !b.reason().credit() && b.to().equals(row.to())) ? 3
                    : account.chargedOn(row.from()) ? 2 : account.holds(row.from()) ? 1 : 0;
            if (fit > best) {
                best = fit;
                found = account;
            }
        }
        if (found == null) {
            found = new Account(row.item(), family(row.reason()), null);
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
            if (account.unexplained()) {
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
        BigDecimal billed = BigDecimal.ZERO;
        for (Billed row : account.billed) {
            billed = row.reason().credit() ? billed.subtract(row.amount()) : billed.add(row.amount());
        }
        BigDecimal open = account.due().subtract(billed);
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
        Reason why = Reason.of("difference.open", account.due(), billed);
        Period whole = account.charge == null
                ? new Period(account.billed.get(0).from(), account.billed.get(0).to()) : account.charge.slot().covered();
        if (open.signum() > 0) {
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
