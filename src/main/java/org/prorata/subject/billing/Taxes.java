package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.prorata.contract.Item;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.TableRow;
import org.prorata.subject.terms.EffectiveTerms;

/** Sums the lines of each invoicing day, by category and rate of tax and in all. */
final class Taxes {

    private static final int KINDS = Item.Kind.values().length;

    private final EffectiveTerms setting;
    private final List<Day> days = new ArrayList<>(2);
    private final Map<LocalDate, TaxRule[]> byDay = new HashMap<>(4);
    /** Lines mostly come day by day. */
    private LocalDate lastDay;

    private TaxRule[] ofLastDay = {};

    Taxes(EffectiveTerms setting) {
        this.setting = setting;
    }

    /** One invoicing day. */
    private static final class Day {
        private final LocalDate on;
        private final List<TaxSlot> taxes = new ArrayList<>(1);

        Day(LocalDate on) {
            this.on = on;
        }

        /** The sum of the lines, of which each belongs to one tax. */
        BigDecimal net() {
            BigDecimal net = taxes.get(0).base();
            for (int i = 1; i < taxes.size(); i++) {
                net = net.add(taxes.get(i).base());
            }
            return net;
        }
    }

    /** Adds a line, negative for a credit; the tax that it is added to, or null where that is the first of its day. */
    TaxRule add(LocalDate on, BigDecimal signed, TaxRule rule) {
        Day day = day(on);
        TaxSlot slot = slot(day, rule);
        slot.add(signed);
        return slot == day.taxes.get(0) ? null : slot.rule();
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
            if (slot.rule() == rule || slot.rule().same(rule)) {
                return slot;
            }
        }
        TaxSlot slot = new TaxSlot(day.on, rule, setting.dossier().digits());
        day.taxes.add(slot);
        return slot;
    }

    /** The tax of an item on a day. */
    TaxRule rule(Item item, LocalDate on) {
        if (item.vatPct() != null) {
            return TaxRule.of(setting, item, on);
        }
        if (!on.equals(lastDay)) {
            ofLastDay = byDay.computeIfAbsent(on, day -> new TaxRule[KINDS]);
            lastDay = on;
        }
        TaxRule[] kinds = ofLastDay;
        int kind = item.kind().ordinal();
        if (kinds[kind] == null) {
            kinds[kind] = setting.policies().require(TaxRule.TABLE, TaxRule::of, on, key(item, on));
        }
        return kinds[kind];
    }

    /** The tax of a line that corrects one with another: its category and rate, by the table's row or the item's own word where they still say so. */
    TaxRule invoiced(Item item, LocalDate on, String category, BigDecimal ratePct) {
        TaxRule then = new TaxRule(category, ratePct, null, true);
        TaxRule now = item.vatPct() != null
                ? rule(item, on)
                : setting.policies().find(TaxRule.TABLE, TaxRule::of, on, key(item, on));
        return now != null && now.same(then) ? now : then;
    }

    private String[] key(Item item, LocalDate on) {
        return TaxRule.key(setting, item.kind(), on);
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
                decisions.accept(new Decision.Tax(
                        day.on, slot.rule().category(), slot.rule().ratePct(), slot.base(), tax, because));
                sum = sum.add(tax);
                first = first == null ? because : first;
            }
            BigDecimal net = day.net();
            BigDecimal total = net.add(sum);
            Reason why = Reason.of(net.signum() < 0 ? "total.credit_note" : "total.invoice", total, net, sum);
            List<TableRow> rows = first.rows();
            decisions.accept(new Decision.InvoiceTotal(
                    day.on,
                    net,
                    sum,
                    total,
                    new Because(first.reading(), first.rules(), rows, List.of(why), List.of())));
        }
    }
}
