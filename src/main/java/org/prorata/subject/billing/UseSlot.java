package org.prorata.subject.billing;

import java.time.LocalDate;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.decision.Alike;
import org.prorata.decision.Reason;
import org.prorata.decision.TellingSlot;

/** A day on which something was used of an item, or on which a service is rendered; the rules say whether it is charged. */
final class UseSlot extends TellingSlot {

    /** Where the day lies among those of the item and the contract. */
    private enum Place {
        BEFORE,
        WITHIN,
        AFTER
    }

    private final Item item;
    private final Event.Usage use;
    private final UsageRule rule;
    private final LocalDate lastDay;
    private final Place place;
    private boolean charged;
    private boolean leftOut;

    private UseSlot(Item item, Event.Usage use, UsageRule rule, LocalDate lastDay) {
        this.item = item;
        this.use = use;
        this.rule = rule;
        this.lastDay = lastDay;
        this.place = day().isBefore(item.from())
                ? Place.BEFORE
                : lastDay != null && day().isAfter(lastDay) ? Place.AFTER : Place.WITHIN;
    }

    /**
     * @param rule    what the terms say of use of that status, or null: the item is not charged by use
     * @param lastDay the last day of the item and of the contract, or null: neither has one
     */
    static UseSlot of(Item item, Event.Usage use, UsageRule rule, LocalDate lastDay) {
        return new UseSlot(item, use, rule, lastDay);
    }

    /** @param lastCovered the last day of the contract, or null while it runs on */
    static UseSlot service(Item item, LocalDate lastCovered) {
        return new UseSlot(item, null, null, lastCovered);
    }

    @Override
    public Alike<?> group() {
        return new UseSlots(this);
    }

    @Override
    public String about() {
        return "the use of " + item.id() + " on " + day();
    }

    /** Whether the rules see the same of another. */
    boolean like(UseSlot other) {
        return counted() == other.counted() && place == other.place;
    }

    boolean counted() {
        return use == null || rule != null && rule.counts();
    }

    LocalDate day() {
        return use == null ? item.from() : use.on();
    }

    LocalDate firstDay() {
        return item.from();
    }

    LocalDate lastDay() {
        return lastDay;
    }

    Item item() {
        return item;
    }

    /** The recorded use, or null: a service. */
    Event.Usage use() {
        return use;
    }

    UsageRule rule() {
        return rule;
    }

    void charge() {
        charged = true;
    }

    void leaveOut() {
        leftOut = true;
    }

    boolean charged() {
        return charged;
    }

    boolean leftOut() {
        return leftOut;
    }

    Reason whyLeftOut() {
        return use == null
                ? Reason.of("finding.service_after_end", item.id(), item.from(), lastDay)
                : Reason.of("finding.use_outside_contract", use.quantity(), use.item(), use.on());
    }
}
