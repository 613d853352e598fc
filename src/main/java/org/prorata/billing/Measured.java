package org.prorata.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prorata.calendar.Anchors;
import org.prorata.calendar.Period;
import org.prorata.contract.Ask;
import org.prorata.contract.ChargeReason;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.course.Course;
import org.prorata.decision.TableRow;
import org.prorata.terms.Setting;

/** Items that are charged by what was used of them, in arrears, and services that are charged once. */
final class Measured {

    private final Setting setting;
    private final Dossier dossier;
    private final Course course;
    private final Ask.Bill window;

    Measured(Setting setting, Course course, Ask.Bill window) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.course = course;
        this.window = window;
    }

    List<ChargeSlot> slots() {
        List<ChargeSlot> slots = new ArrayList<>();
        List<Event.Usage> usage = null;
        for (Item item : dossier.contract().items()) {
            boolean once = item.kind() == Item.Kind.SERVICE && item.per().months() == 0;
            if (item.kind() != Item.Kind.USAGE && !once) {
                continue;
            }
            if (usage == null) {
                usage = dossier.events(Event.Usage.class);
            }
            List<Event.Usage> own = usage.stream().filter(use -> use.item().equals(item.id())).toList();
            if (!own.isEmpty()) {
                measure(item, own, slots);
            } else if (once && !item.from().isAfter(window.to()) && !afterEnd(item.from())) {
                slots.add(new OnceSlot(item, item.per() == Item.Per.HOUR ? hours() : null, dossier.digits()));
            }
        }
        return slots;
    }

    private boolean afterEnd(LocalDate day) {
        return course.end() != null && day.isAfter(course.end().last());
    }

    /** Services to be rendered after the end: they are not charged. */
    List<Item> servicesAfterEnd() {
        return dossier.contract().items().stream().filter(item -> item.kind() == Item.Kind.SERVICE
                && item.per().months() == 0 && afterEnd(item.from())).toList();
    }

    private HoursRule hours() {
        return setting.policies().require(HoursRule.TABLE, HoursRule::of, dossier.contract().start(), dossier.terms());
    }

    /** What one period's use comes to, while it is gathered. */
    private static final class Gathered {
        private final List<UsageSlot.Used> used = new ArrayList<>();
        private TableRow row;
    }

    private void measure(Item item, List<Event.Usage> uses, List<ChargeSlot> slots) {
        LocalDate last = course.end() == null ? item.to()
                : item.to() == null || course.end().last().isBefore(item.to()) ? course.end().last() : item.to();
        Map<Period, Gathered> periods = new LinkedHashMap<>();
        for (Event.Usage use : uses.stream().sorted(java.util.Comparator.comparing(Event.Usage::on)).toList()) {
            UsageRule rule = setting.policies().require(UsageRule.TABLE, UsageRule::of, use.on(), dossier.terms(),
                    Setting.key(use.status()));
            if (!rule.counts() || use.quantity().signum() == 0 || use.on().isBefore(item.from())
                    || last != null && use.on().isAfter(last)) {
                continue;
            }
            Anchors anchors = course.invoicing(use.on());
            Gathered gathered = periods.computeIfAbsent(anchors.around(use.on()), p -> new Gathered());
            BigDecimal quantity = item.per() == Item.Per.HOUR ? hours().billed(use.quantity()) : use.quantity();
            gathered.used.add(new UsageSlot.Used(quantity, course.prices().on(item, use.on())));
            gathered.row = gathered.row == null ? rule.row() : gathered.row;
        }
        ChargeReason reason = item.kind() == Item.Kind.USAGE ? ChargeReason.USAGE : ChargeReason.SERVICE;
        periods.forEach((nominal, gathered) -> {
            Period days = nominal.common(new Period(item.from(), last == null || last.isAfter(nominal.to()) ? nominal.to() : last));
            LocalDate on = days.to().plusDays(1);
            if (!on.isAfter(window.to())) {
                slots.add(new UsageSlot(item, nominal, days, on, reason, gathered.used, gathered.row, dossier.digits()));
            }
        });
    }

    /** Recorded use that counts for nothing because it lies outside its item's days or after the end. */
    List<Event.Usage> outside() {
        List<Event.Usage> found = new ArrayList<>();
        for (Event.Usage use : dossier.events(Event.Usage.class)) {
            for (Item item : dossier.contract().items()) {
                LocalDate end = course.end() == null ? null : course.end().last();
                if (item.id().equals(use.item()) && (use.on().isBefore(item.from())
                        || item.to() != null && use.on().isAfter(item.to()) || end != null && use.on().isAfter(end))) {
                    found.add(use);
                }
            }
        }
        return found;
    }
}
