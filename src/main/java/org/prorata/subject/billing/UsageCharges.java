package org.prorata.subject.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.TableRow;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.values.Anchors;
import org.prorata.values.Period;

/** Items that are charged by what was used of them, in arrears, and services that are charged once. */
final class UsageCharges {

    private final EffectiveTerms setting;
    private final Dossier dossier;
    private final ContractState course;
    private final Ask.Bill window;
    private final List<UseSlot> services = new ArrayList<>(0);
    private final List<UseSlot> uses = new ArrayList<>(0);

    UsageCharges(EffectiveTerms setting, ContractState course, Ask.Bill window) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.course = course;
        this.window = window;
    }

    private static boolean once(Item item) {
        return item.kind() == Item.Kind.SERVICE && item.per().months() == 0;
    }

    /** Every service and every recorded use, for the rules to say which are charged. */
    List<UseSlot> uses() {
        LocalDate end = course.end() == null ? null : course.end().last();
        for (Item item : dossier.contract().items()) {
            if (once(item)) {
                services.add(UseSlot.service(item, end));
            }
        }
        for (Event event : dossier.events()) {
            if (event instanceof Event.Usage use) {
                add(use);
            }
        }
        return all();
    }

    private List<UseSlot> all() {
        return services.isEmpty()
                ? uses
                : Stream.concat(services.stream(), uses.stream()).toList();
    }

    private void add(Event.Usage use) {
        for (Item item : dossier.contract().items()) {
            if (item.id().equals(use.item())) {
                UsageRule rule = item.kind() != Item.Kind.USAGE && !once(item)
                        ? null
                        : setting.policies()
                                .require(
                                        UsageRule.TABLE,
                                        UsageRule::of,
                                        use.on(),
                                        dossier.terms(),
                                        EffectiveTerms.key(use.status()));
                uses.add(UseSlot.of(item, use, rule, last(item)));
            }
        }
    }

    /** The last day of an item, or of the contract where it ends before; null: neither has one. */
    private LocalDate last(Item item) {
        LocalDate end = course.end() == null ? null : course.end().last();
        return end == null || item.to() != null && !end.isBefore(item.to()) ? item.to() : end;
    }

    /** The lines of what the rules charge. */
    List<ChargeSlot> slots() {
        List<ChargeSlot> slots = new ArrayList<>();
        for (Item item : dossier.contract().items()) {
            if (item.kind() != Item.Kind.USAGE && !once(item)) {
                continue;
            }
            List<UseSlot> own =
                    uses.stream().filter(slot -> slot.item() == item).toList();
            if (!own.isEmpty()) {
                measure(item, own, slots);
            } else if (!item.from().isAfter(window.to())
                    && services.stream().anyMatch(service -> service.item() == item && service.charged())) {
                slots.add(new OnceSlot(item, item.per() == Item.Per.HOUR ? hours() : null, dossier.digits()));
            }
        }
        return slots;
    }

    private HoursRule hours() {
        return setting.policies()
                .require(HoursRule.TABLE, HoursRule::of, dossier.contract().start(), dossier.terms());
    }

    /** What one period's use comes to, while it is gathered. */
    private static final class Gathered {
        private final List<UsageSlot.Used> used = new ArrayList<>();
        private TableRow row;
    }

    private void measure(Item item, List<UseSlot> own, List<ChargeSlot> slots) {
        Map<Period, Gathered> periods = new LinkedHashMap<>();
        for (UseSlot slot :
                own.stream().sorted(Comparator.comparing(UseSlot::day)).toList()) {
            Event.Usage use = slot.use();
            if (!slot.charged() || use.quantity().signum() == 0) {
                continue;
            }
            Anchors anchors = course.invoicing(use.on());
            Gathered gathered = periods.computeIfAbsent(anchors.around(use.on()), p -> new Gathered());
            BigDecimal quantity = item.per() == Item.Per.HOUR ? hours().billed(use.quantity()) : use.quantity();
            gathered.used.add(new UsageSlot.Used(quantity, course.prices().on(item, use.on())));
            gathered.row = gathered.row == null ? slot.rule().row() : gathered.row;
        }
        LocalDate last = last(item);
        ChargeReason reason = item.kind() == Item.Kind.USAGE ? ChargeReason.USAGE : ChargeReason.SERVICE;
        periods.forEach((nominal, gathered) -> {
            Period days = nominal.common(
                    new Period(item.from(), last == null || last.isAfter(nominal.to()) ? nominal.to() : last));
            LocalDate on = days.to().plusDays(1);
            if (!on.isAfter(window.to())) {
                slots.add(
                        new UsageSlot(item, nominal, days, on, reason, gathered.used, gathered.row, dossier.digits()));
            }
        });
    }

    /** What the rules left out, services first. */
    List<FindingSlot> findings() {
        List<UseSlot> all = all();
        if (all.isEmpty()) {
            return List.of();
        }
        return all.stream()
                .filter(UseSlot::leftOut)
                .map(slot -> FindingSlot.certain(Finding.USE_OUTSIDE_CONTRACT, slot.whyLeftOut()))
                .toList();
    }
}
