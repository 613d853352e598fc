package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.prorata.contract.Item;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.TableRow;
import org.prorata.terms.Setting;

/** Sums the lines of each invoicing day, by category and rate of tax and in all. */
final class Taxes {

    private final Setting setting;
    private final List<Day> days = new ArrayList<>(2);

    Taxes(Setting setting) {
        this.setting = setting;
    }

    /** One invoicing day. */
    private static final class Day {
        private final LocalDate on;
        private final List<TaxSlot> taxes = new ArrayList<>(1);
        private final TaxRule[] byKind = new TaxRule[Item.Kind.values().length];
        private BigDecimal net = BigDecimal.ZERO;

        Day(LocalDate on) {
            this.on = on;
        }
    }

    /**
     * Adds a line, negative for a credit.
     *
     * @param own the line's own tax, or null: that of its item
     */
    void add(Item item, LocalDate on, BigDecimal signed, TaxRule own) {
        Day day = day(on);
        day.net = day.net.add(signed);
        slot(day, own == null ? rule(item, day) : own).add(signed);
    }

    private Day day(LocalDate on) {
        for (Day day : days) {
            if (day.on.equals(on)) {
                return day;
            }
        }
        Day day = new Day(on);
        days.add(day);
        return day;
    }

    private TaxSlot slot(Day day, TaxRule rule) {
        for (TaxSlot slot : day.taxes) {
            if (slot.rule() == rule || slot.rule().category().equals(rule.category())
                    && slot.rule().ratePct().compareTo(rule.ratePct()) == 0) {
                return slot;
            }
        }
        TaxSlot slot = new TaxSlot(day.on, rule, setting.dossier().digits());
        day.taxes.add(slot);
        return slot;
    }

    private TaxRule rule(Item item, Day day) {
        if (item.vatPct() != null) {
            return TaxRule.of(setting, item, day.on);
        }
        int kind = item.kind().ordinal();
        if (day.byKind[kind] == null) {
            day.byKind[kind] = TaxRule.of(setting, item, day.on);
        }
        return day.byKind[kind];
    }

    List<TaxSlot> slots() {
        if (days.size() == 1) {
            return days.get(0).taxes;
        }
        List<TaxSlot> all = new ArrayList<>(days.size());
        for (Day day : days) {
            all.addAll(day.taxes);
        }
        return all;
    }

    /** Tax and total of each invoicing day, once the rules have proposed. */
    void settle(Consumer<Decision> decisions) {
        for (Day day : days) {
            BigDecimal sum = BigDecimal.ZERO.setScale(setting.dossier().digits());
            Because first = null;
            for (TaxSlot slot : day.taxes) {
                Settlement.Settled<BigDecimal> settled = Settlement.one(slot);
                BigDecimal tax = settled.stands().value();
                Because because = Becauses.of(settled);
                decisions.accept(new Decision.Tax(day.on, slot.rule().category(), slot.rule().ratePct(), slot.base(), tax, because));
                sum = sum.add(tax);
                first = first == null ? because : first;
            }
            Reason why = Reason.of(day.net.signum() < 0 ? "total.credit_note" : "total.invoice", day.net.add(sum), day.net, sum);
            List<TableRow> rows = first.rows();
            decisions.accept(new Decision.InvoiceTotal(day.on, day.net, sum, day.net.add(sum),
                    new Because(first.reading(), first.rules(), rows, List.of(why), List.of())));
        }
    }
}
