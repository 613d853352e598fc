package org.prorata.subject.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.prorata.contract.Event;
import org.prorata.contract.Event.PlanChange;
import org.prorata.contract.Event.PriceRevisionNotice;
import org.prorata.contract.Item;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.PlanChangeEffect;
import org.prorata.decision.policy.choice.PriceDirection;
import org.prorata.subject.terms.EffectiveTerms;

/** Works the changes of price and plan one after the other, each on the course that the earlier ones left. */
public final class Changes {

    private static final Comparator<Event> ORDER = Comparator.comparing(Changes::counts)
            .thenComparing(event -> event instanceof PlanChange ? 0 : 1)
            .thenComparing(Changes::itemId)
            .thenComparing(Changes::price);

    private final EffectiveTerms setting;
    private final ContractState course;
    private final List<Event> events = new ArrayList<>();
    private int next;

    /** @param known the last day of which events are known */
    public Changes(EffectiveTerms setting, ContractState course, LocalDate known) {
        this.setting = setting;
        this.course = course;
        for (Event event : setting.dossier().events()) {
            if ((event instanceof PlanChange
                            || event instanceof PriceRevisionNotice notice
                                    && setting.noticeForm().counts(notice))
                    && !counts(event).isAfter(known)) {
                events.add(event);
            }
        }
        if (events.size() > 1) {
            events.sort(ORDER);
        }
    }

    private static LocalDate counts(Event event) {
        return event instanceof Event.Notice notice ? notice.counts() : event.on();
    }

    private static String itemId(Event event) {
        return event instanceof PlanChange change ? change.item() : ((PriceRevisionNotice) event).item();
    }

    private static BigDecimal price(Event event) {
        return event instanceof PlanChange change ? change.price() : ((PriceRevisionNotice) event).price();
    }

    /** The slot of the next change, or null when all are worked. */
    public Slot<?> next() {
        if (next == events.size()) {
            return null;
        }
        Event event = events.get(next++);
        return event instanceof PlanChange change ? slot(change) : slot((PriceRevisionNotice) event);
    }

    private PlanChangeSlot slot(PlanChange change) {
        BigDecimal before = course.prices().on(item(change.item()), change.on());
        PriceDirection direction =
                change.price().compareTo(before) > 0 ? PriceDirection.DEARER : PriceDirection.CHEAPER;
        return new PlanChangeSlot(
                change,
                setting.policies()
                        .require(
                                PlanChangeRule.TABLE,
                                PlanChangeRule::of,
                                change.on(),
                                setting.dossier().terms(),
                                setting.planKey(),
                                setting.prorationKey(),
                                EffectiveTerms.key(direction)),
                course.timeline(),
                course.invoicing(change.on()));
    }

    private RevisionSlot slot(PriceRevisionNotice notice) {
        return new RevisionSlot(
                notice,
                setting.policies()
                        .require(
                                RevisionRule.TABLE,
                                RevisionRule::of,
                                notice.counts(),
                                setting.dossier().terms(),
                                setting.planKey()),
                course.timeline());
    }

    /** The item of that id; the reader has made sure that there is one. */
    Item item(String id) {
        return setting.dossier().contract().items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Takes what was settled for a change over into the course. */
    public void take(PlanChangeSlot slot, Settlement.Settled<PlanChangeSlot.Effect> settled) {
        PlanChangeSlot.Effect effect = settled.stands().value();
        if (effect.from() == null) {
            return;
        }
        PlanChange change = slot.change();
        boolean later =
                slot.getEffect() == PlanChangeEffect.NEXT_PERIOD || slot.getEffect() == PlanChangeEffect.AT_RENEWAL;
        if (!later) {
            course.turn(
                    new ContractState.Turn(
                            change,
                            effect.newTermMonths() != null,
                            effect.creditUnused(),
                            settled.stands().rows().get(0)),
                    effect.newTermMonths());
        }
        course.prices()
                .add(new Prices.Change(
                        change.item(),
                        effect.from(),
                        change.price(),
                        change.on(),
                        later,
                        settled.stands().reason(),
                        settled.stands().rows()));
    }

    /** Takes what was settled for a revision over into the course. */
    public void take(RevisionSlot slot, Settlement.Settled<RevisionSlot.Effect> settled) {
        LocalDate effective = settled.stands().value().effective();
        if (effective != null) {
            course.prices()
                    .add(new Prices.Change(
                            slot.notice().item(),
                            effective,
                            slot.notice().price(),
                            slot.notice().counts(),
                            true,
                            settled.stands().reason(),
                            settled.stands().rows()));
        }
    }
}
