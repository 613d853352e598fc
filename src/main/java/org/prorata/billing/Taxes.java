package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Customer;
import org.prorata.contract.Item;
import org.prorata.decision.TableRow;
import org.prorata.terms.Setting;

/** Sums the lines of each invoicing day by category and rate of tax. */
final class Taxes {

    private final Setting setting;
    private final List<TaxSlot> slots = new ArrayList<>(2);
    private final List<Net> nets = new ArrayList<>(2);

    Taxes(Setting setting) {
        this.setting = setting;
    }

    /** The sum of one invoicing day's lines, before tax. */
    private static final class Net {
        private final LocalDate on;
        private BigDecimal sum = BigDecimal.ZERO;

        Net(LocalDate on) {
            this.on = on;
        }
    }

    /** Adds a line, negative for a credit. */
    void add(Item item, LocalDate on, BigDecimal signed) {
        TaxRule rule = rule(item, on);
        TaxSlot found = null;
        for (TaxSlot slot : slots) {
            if (slot.on().equals(on) && slot.rule().category().equals(rule.category())
                    && slot.rule().ratePct().compareTo(rule.ratePct()) == 0) {
                found = slot;
                break;
            }
        }
        if (found == null) {
            found = new TaxSlot(on, rule, setting.dossier().digits());
            slots.add(found);
        }
        found.add(signed);
        net(on).sum = net(on).sum.add(signed);
    }

    private Net net(LocalDate on) {
        for (Net net : nets) {
            if (net.on.equals(on)) {
                return net;
            }
        }
        Net net = new Net(on);
        nets.add(net);
        return net;
    }

    private TaxRule rule(Item item, LocalDate on) {
        Customer customer = setting.dossier().customer();
        if (item.vatPct() != null) {
            return new TaxRule(item.vatPct().signum() == 0 ? "Z" : "S", item.vatPct(), null);
        }
        String seller = setting.sellerCountry();
        String country = setting.clientCountry();
        String client = country.equals(seller) ? "domestic" : member(country, on) ? "eu" : "other";
        return setting.policies().require(TaxRule.TABLE, TaxRule::of, on, seller, client,
                customer.professional() ? "yes" : "no", customer.vatId() == null ? "no" : "yes", Setting.key(item.kind()));
    }

    private boolean member(String country, LocalDate on) {
        TableRow row = setting.policies().find(TaxRule.MEMBERS, r -> r.ref(), on, country);
        return row != null;
    }

    List<TaxSlot> slots() {
        return slots;
    }

    /** The totals, once the taxes are settled; {@code tax} gives each slot's. */
    List<TotalSlot> totals(java.util.function.Function<TaxSlot, BigDecimal> tax) {
        List<TotalSlot> totals = new ArrayList<>(nets.size());
        for (Net net : nets) {
            BigDecimal sum = BigDecimal.ZERO.setScale(setting.dossier().digits());
            for (TaxSlot slot : slots) {
                if (slot.on().equals(net.on)) {
                    sum = sum.add(tax.apply(slot));
                }
            }
            totals.add(new TotalSlot(net.on, net.sum, sum));
        }
        return totals;
    }
}
