package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.prorata.contract.Ask;
import org.prorata.contract.Billed;
import org.prorata.contract.ChargeReason;
import org.prorata.decision.Reason;
import org.prorata.values.Days;
import org.prorata.values.Period;

/**
 * The difference between what the facts known now make due and what was billed, slot by slot. Applied to what was
 * billed and taken again it is empty: a second run bills nothing more.
 */
final class Difference {

    private final Ask.Bill window;
    private final List<DueAgainstBilled> accounts = new ArrayList<>();

    Difference(Ask.Bill window, List<DueLine> due, List<Billed> billed) {
        this.window = window;
        for (DueLine one : due) {
            if (!(one.slot() instanceof UnusedSlot)) {
                accounts.add(new DueAgainstBilled(one.item(), one.reason().family(), one));
            }
        }
        for (DueLine one : due) {
            if (one.slot() instanceof UnusedSlot unused) {
                accounts.stream()
                        .filter(a -> a.charge != null && a.charge.slot() == unused.charged())
                        .findFirst()
                        .orElseThrow()
                        .unused
                        .add(one);
            }
        }
        billed.stream().filter(b -> b.reason().apart()).forEach(this::apart);
        billed.stream().filter(b -> !b.reason().apart() && !b.reason().credit()).forEach(this::charged);
        billed.stream().filter(b -> !b.reason().apart() && b.reason().credit()).forEach(this::credited);
    }

    /**
     * A line to invoice.
     *
     * @param due    what is due in all for its days, negative for a credit
     * @param signed what is due less what was billed: positive a charge, negative a credit
     * @param base   the line due that explains it, or null
     */
    record Line(
            DueAgainstBilled account,
            Period period,
            BigDecimal due,
            BigDecimal signed,
            LocalDate on,
            ChargeReason reason,
            boolean catchUp,
            DueLine base,
            Reason why) {

        String item() {
            return account.item;
        }

        BigDecimal billed() {
            return due.subtract(signed);
        }
    }

    private void apart(Billed row) {
        Period period = new Period(row.from(), row.to());
        attach(
                row,
                row.reason().family(),
                account -> account.family == row.reason().family()
                                && account.period().equals(period)
                        ? 1
                        : 0);
    }

    private void charged(Billed row) {
        ChargeReason family = row.reason().family();
        boolean later = row.on().isAfter(window.to());
        attach(row, family, account -> account.family == family ? account.fitOfCharge(row, later) : 0);
    }

    private void credited(Billed row) {
        boolean later = row.reason() == ChargeReason.UNUSED && row.on().isAfter(window.to());
        if (!later
                || accounts.stream()
                        .anyMatch(account -> account.item.equals(row.item()) && account.creditsUnused(row))) {
            attach(row, row.reason().family(), account -> account.fitOfCredit(row));
        }
    }

    /** Lays a billed row to the account of its item that it fits best, the first of equals; to one of its own if none. */
    private void attach(Billed row, ChargeReason family, ToIntFunction<DueAgainstBilled> fit) {
        DueAgainstBilled found = null;
        int best = 0;
        for (DueAgainstBilled account : accounts) {
            int one = account.item.equals(row.item()) ? fit.applyAsInt(account) : 0;
            if (one > best) {
                best = one;
                found = account;
            }
        }
        if (found == null) {
            found = new DueAgainstBilled(row.item(), family, null);
            accounts.add(found);
        }
        found.billed.add(row);
    }

    /** Credits billed for which neither a charge billed nor a line due is known; they are left as they are. */
    List<Billed> unexplained() {
        return accounts.stream()
                .filter(DueAgainstBilled::unexplained)
                .flatMap(account -> account.billed.stream())
                .toList();
    }

    /** What was billed stands on these, and what is due. */
    List<DueAgainstBilled> accounts() {
        return accounts;
    }

    /** The lines of the difference, in the order of the slots. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (DueAgainstBilled account : accounts) {
            if (account.unexplained() || account.liesAhead(window.to())) {
                continue;
            }
            if (account.billed.isEmpty()) {
                add(account, account.charge, lines);
                account.unused.forEach(credit -> add(account, credit, lines));
            } else {
                settle(account, lines);
            }
        }
        return lines;
    }

    private void add(DueAgainstBilled account, DueLine due, List<Line> lines) {
        boolean late = due.on().isBefore(window.from());
        if (due.line().amount().signum() != 0) {
            lines.add(new Line(
                    account,
                    due.slot().covered(),
                    due.signed(),
                    due.signed(),
                    late ? window.to() : due.on(),
                    due.reason(),
                    late && !due.reason().credit(),
                    due,
                    late ? Reason.of("difference.catch_up", due.on()) : null));
        }
    }

    /** A line of the window that was billed as it is due; of those before nothing is laid out. */
    private void asBilled(DueAgainstBilled account, List<Line> lines) {
        DueLine charge = account.charge;
        if (charge != null
                && !charge.on().isBefore(window.from())
                && charge.line().amount().signum() != 0) {
            lines.add(new Line(
                    account,
                    account.period(),
                    account.due(),
                    BigDecimal.ZERO,
                    charge.on(),
                    charge.reason(),
                    false,
                    charge,
                    Reason.of("difference.open", account.due(), account.due())));
        }
    }

    private void settle(DueAgainstBilled account, List<Line> lines) {
        BigDecimal open = account.open();
        if (open.signum() == 0) {
            asBilled(account, lines);
            return;
        }
        Days due = account.dueDays();
        Days before = account.billedDays();
        DueLine planned = account.unused.stream()
                .filter(credit -> credit.signed().compareTo(open) == 0)
                .findFirst()
                .orElse(null);
        if (planned != null) {
            add(account, planned, lines);
            return;
        }
        LocalDate own = account.charge == null ? account.billed.get(0).on() : account.charge.on();
        LocalDate on = own.isBefore(window.from()) || own.isAfter(window.to()) ? window.to() : own;
        Reason why = Reason.of("difference.open", account.due(), account.due().subtract(open));
        Period whole = account.period();
        if (account.family.apart()) {
            lines.add(new Line(
                    account,
                    whole,
                    account.due(),
                    open,
                    on,
                    account.family.apart(open.signum() > 0),
                    false,
                    account.charge,
                    why));
        } else if (open.signum() > 0) {
            Period missing = before.without(due).isEmpty() ? due.without(before).single() : null;
            ChargeReason reason = account.charge == null ? account.billed.get(0).reason() : account.charge.reason();
            lines.add(new Line(
                    account,
                    missing == null ? whole : missing,
                    account.due(),
                    open,
                    on,
                    reason,
                    true,
                    account.charge,
                    why));
        } else {
            Period surplus = due.without(before).isEmpty() ? before.without(due).single() : null;
            lines.add(new Line(
                    account,
                    surplus == null ? whole : surplus,
                    account.due(),
                    open,
                    on,
                    ChargeReason.CORRECTION,
                    false,
                    account.charge,
                    why));
        }
    }
}
