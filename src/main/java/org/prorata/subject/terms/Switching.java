package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.contract.Cause;
import org.prorata.contract.Party;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.decision.policy.choice.SwitchFees;
import org.prorata.decision.policy.choice.SwitchPaid;

/** What the law gives a client that leaves to switch provider: its limits, and what our reading makes of fees and paid days. */
public record Switching(SwitchLimits limits, SwitchFees feesLeft, SwitchPaid daysPaid, TableRow row) {

    private static final TableId TABLE = TableId.of("statute", "switching-fees", "terms");

    private record SwitchMoney(SwitchFees feesLeft, SwitchPaid daysPaid, TableRow row) {

        static SwitchMoney of(Row row) {
            return new SwitchMoney(
                    row.choice("fees_left", SwitchFees.class), row.choice("days_paid", SwitchPaid.class), row.ref());
        }
    }

    /** Null where the contract alone decides: for other causes and parties, without the law, and before its first day. */
    public static Switching of(EffectiveTerms setting, Cause cause, Party by, LocalDate notice) {
        if (cause != Cause.SWITCHING || by != Party.CLIENT) {
            return null;
        }
        SwitchLimits limits = SwitchLimits.on(setting, notice);
        if (limits == null) {
            return null;
        }
        SwitchMoney money = setting.policies()
                .require(TABLE, SwitchMoney::of, notice, setting.dossier().terms());
        return new Switching(limits, money.feesLeft(), money.daysPaid(), money.row());
    }

    /** The last day for a notice whose months are over by a day. */
    LocalDate lastDayForNotice(LocalDate over) {
        LocalDate last = over.minusMonths(limits.noticeMonths());
        while (!last.plusDays(1).plusMonths(limits.noticeMonths()).isAfter(over)) {
            last = last.plusDays(1);
        }
        return last;
    }
}
