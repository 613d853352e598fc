package org.prorata.subject.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event.PriceRevisionNotice;
import org.prorata.contract.Item;
import org.prorata.contract.Revision;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.RevisionStatus;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.terms.EffectiveTerms;

/**
 * The question {@code revise}: every new price told by a day and every price that followed its index by then. Prices
 * come from the course that invoices use.
 */
public final class ReviseWork extends CourseStages {

    private final LocalDate on;
    private final ContractState course;
    private final Changes changes;
    private final List<ToldRevision> told = new ArrayList<>(1);
    private boolean byIndex;

    private record ToldRevision(RevisionSlot slot, Settlement.Settled<RevisionSlot.Effect> settled, BigDecimal old) {}

    public ReviseWork(Dossier dossier, Ask.Revise ask, Policies policies) {
        super(new EffectiveTerms(dossier, policies));
        this.on = ask.on();
        this.course = new ContractState(setting());
        this.changes = new Changes(setting(), course, on);
        changes(changes);
        stage(this::decideTold);
        indexation(() -> new Indexation(setting(), course, lastRevision()));
        stage(this::remarks);
    }

    /** A contract that runs out is not revised after its last day. */
    private LocalDate lastRevision() {
        LocalDate last = course.timeline().lastDay();
        return last == null || last.isAfter(on) ? on : last;
    }

    @Override
    protected void told(RevisionSlot slot, Settlement.Settled<RevisionSlot.Effect> settled) {
        PriceRevisionNotice notice = slot.notice();
        LocalDate effective = settled.stands().value().effective();
        Item item = changes.item(notice.item());
        LocalDate before = effective == null ? notice.counts() : effective.minusDays(1);
        told.add(new ToldRevision(slot, settled, course.prices().on(item, before)));
    }

    private List<Slot<?>> decideTold() {
        for (ToldRevision each : told) {
            RevisionSlot.Effect effect = each.settled().stands().value();
            PriceRevisionNotice notice = each.slot().notice();
            boolean aside = effect.effective() != null
                    && !course.prices().stands(notice.item(), effect.effective(), notice.price());
            Because because = aside
                    ? Becauses.with(because(each.settled()), Reason.of("revision.set_aside"))
                    : because(each.settled());
            RevisionStatus status =
                    effect.effective() == null || aside ? RevisionStatus.REFUSED : RevisionStatus.APPLIED;
            add(new Decision.PriceRevision(
                    notice.item(),
                    status,
                    aside ? null : effect.effective(),
                    each.old(),
                    notice.price(),
                    aside ? null : effect.leaveUntil(),
                    because));
        }
        return List.of();
    }

    @Override
    protected void byIndex(IndexSlot slot, Settlement.Settled<BigDecimal> settled) {
        byIndex = true;
        add(new Decision.PriceRevision(
                slot.item().id(),
                RevisionStatus.APPLIED,
                slot.day(),
                slot.before(),
                settled.stands().value(),
                null,
                because(settled)));
    }

    private List<Slot<?>> remarks() {
        List<Slot<?>> remarks = new ArrayList<>(wrongForms());
        Revision revision = setting().dossier().contract().revision();
        if (revision != null && revision.floorPct() != null) {
            remarks.add(FindingSlot.possible(
                            Finding.FLOOR_ONLY_RAISES, Reason.of("revision.floor_only_raises", revision.floorPct()))
                    .of(revision.floorPct())
                    .between(BigDecimal.ZERO, null));
        }
        if (told.isEmpty() && !byIndex) {
            remarks.add(FindingSlot.certain(Finding.NO_NEW_PRICE, Reason.of("revision.none_told", on)));
        }
        return remarks;
    }

    @Override
    protected void settle(Slot<?> slot) {
        throw new IllegalStateException("no stage gave " + slot.about());
    }
}
