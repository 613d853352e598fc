package org.prorata.subject.exit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Event.TerminationNotice;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Proposal;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.billing.ChargeSlot;
import org.prorata.subject.course.Changes;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.course.CourseStages;
import org.prorata.subject.course.Ends;
import org.prorata.subject.course.Indexation;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.EndSlot;

/**
 * The question {@code terminate}: the end that a notice reaches, then the lines that the end brings, then exit services
 * and modules, then the days of the data. Other notices of termination that the dossier records are left aside.
 */
public final class TerminateWork extends CourseStages {

    private final Ask.Terminate ask;
    private final ContractState course;
    private final List<Decision> decisions = new ArrayList<>();
    private AskedNotice notice;
    private boolean before;
    private EndSlot earlier;
    private EndSlot.End endedBefore;
    private EndSlot asked;
    private Settlement.Settled<EndSlot.End> reached;
    private LastDaySlot.Last last;
    private Fees fees;
    private Services services;

    public TerminateWork(Dossier dossier, Ask.Terminate ask, Policies policies) {
        super(new EffectiveTerms(dossier, policies));
        this.ask = ask;
        this.course = new ContractState(setting());
        if (ask.on().isBefore(dossier.contract().start())) {
            throw new CannotDecide(
                    "end-before-start",
                    "an end on " + ask.on() + " lies before the contract's start on "
                            + dossier.contract().start());
        }
        changes(new Changes(setting(), course, LocalDate.MAX));
        stage(() -> {
            notice = new AskedNotice(setting(), ask);
            before = true;
            return of(Ends.of(setting(), course, notice.earlier(), EndSlot.Purpose.COURSE));
        });
        stage(() -> {
            before = false;
            return of(Ends.of(setting(), course, List.of(notice.supposed()), EndSlot.Purpose.LEAVING));
        });
        stage(() -> List.of(new LastDaySlot(
                asked,
                reached.stands(),
                course.timeline().lastDay(),
                earlier,
                endedBefore == null ? null : endedBefore.last(),
                setting().termRule().row())));
        indexation(() -> new Indexation(setting(), course, course.end().last()));
        stage(() -> {
            fees = new Fees(setting(), course);
            return fees.slots();
        });
        stage(() -> fees.monthsRunOn());
        stage(() -> fees.findings());
        stage(() -> fees.following());
        stage(() -> {
            services = new Services(setting(), course, ask.cause(), decisions);
            return services.slots();
        });
        stage(() -> services.requests());
        stage(() -> services.lapses());
        stage(() -> services.following());
        stage(() -> services.following());
        stage(() -> DataDays.slots(
                setting(),
                course.end().last(),
                course.end().law(),
                decisions.stream().anyMatch(Decision.ExportEntitlement.class::isInstance)));
        stage(this::remarks);
    }

    @Override
    protected void settle(Slot<?> slot) {
        if (slot instanceof EndSlot end && before) {
            takeEarlier(end);
        } else if (slot instanceof EndSlot end) {
            asked = end;
            reached = Settlement.one(end);
        } else if (slot instanceof LastDaySlot day) {
            take(day);
        } else if (slot instanceof ChargeSlot line) {
            fees.take(line);
        } else if (slot instanceof RunOnSlot runOn) {
            decisions.add(fees.decide(runOn));
        } else if (slot instanceof LapseSlot lapse) {
            services.take(lapse).ifPresent(this::add);
        } else if (slot instanceof CostSlot cost) {
            services.take(cost);
        } else if (slot instanceof ModulesSlot modules) {
            services.take(modules);
        } else if (slot instanceof DeletionSlot deletion && deletion.decided()) {
            decisions.add(deletion.decision());
        } else if (slot instanceof CopySlot copy) {
            decisions.add(copy.decision());
        }
    }

    @Override
    protected void found(FindingSlot finding) {
        if (finding.getFinding().kind() == Finding.Kind.DAY) {
            decisions.addAll(finding.decisions());
        } else if (finding.isStanding() && finding.getFinding() == Finding.NO_FEES_LEFT) {
            add(fees.noneLeft(finding));
        } else if (finding.isStanding() || finding.getFinding().kind() == Finding.Kind.WARNING) {
            super.found(finding);
        } else {
            fees.take(finding, decisions);
        }
    }

    /** Of the ends that recorded notices reach which came before the one asked about, the earliest. */
    private void takeEarlier(EndSlot slot) {
        EndSlot.End end = Settlement.one(slot).stands().value();
        if (endedBefore == null || end.last().isBefore(endedBefore.last())) {
            endedBefore = end;
            earlier = slot;
        }
    }

    private void take(LastDaySlot slot) {
        Settlement.Settled<LastDaySlot.Last> settled = Settlement.one(slot);
        last = settled.stands().value();
        EndSlot.End end = reached.stands().value();
        Because because = Becauses.displacing(reached, other -> Map.of("on", other.last()));
        course.end(ending(slot));
        // a notice that changes nothing is neither in time nor late
        if (end.inTime() != null && !last.other()) {
            decisions.add(new Decision.Notice(
                    end.inTime() ? NoticeStatus.IN_TIME : NoticeStatus.LATE, end.deadline(), because));
        }
        decisions.add(
                new Decision.ContractEnd(last.day(), last.other() ? instead(because, settled.stands()) : because));
        decisions.addAll(asked.warnings());
    }

    /** The end with the day on which it was known: that of the notice that reaches it, or the first day of a contract that runs out. */
    private ContractState.End ending(LastDaySlot slot) {
        if (!last.other()) {
            return ContractState.End.by(asked, reached.stands().value());
        }
        return slot.earlier() != null && last.day().equals(endedBefore.last())
                ? ContractState.End.by(earlier, endedBefore)
                : ContractState.End.ranOut(
                        last.day(), setting().dossier().contract().start());
    }

    /** Whether the contract ends by itself or by an earlier notice, whatever becomes of the one asked about. */
    public boolean endsAnyway() {
        return last != null && last.other();
    }

    /** The facts as if the notice asked about were recorded after those that came before it, and no other. */
    public Dossier asRecorded() {
        List<Event> events = new ArrayList<>(setting().dossier().events());
        events.removeIf(event ->
                event instanceof TerminationNotice one && !notice.earlier().contains(one));
        events.add(notice.supposed());
        return setting().dossier().withEvents(events);
    }

    /** Why another day than the one that the notice reaches ends the contract. */
    private static Because instead(Because reached, Proposal<LastDaySlot.Last> other) {
        Because because =
                Becauses.because(reached, other.reason(), other.value().closing());
        return new Because(
                because.reading(),
                List.of(other.rule(), because.rules().get(0)),
                because.rows(),
                because.reasons(),
                because.displaced());
    }

    private List<Slot<?>> remarks() {
        LocalDate told = notice.supposed().counts();
        List<Slot<?>> remarks = new ArrayList<>();
        remarks.add(FindingSlot.possible(
                        Finding.CONTRACT_OVER, Reason.of("end.contract_over", last.day(), told), last.closing())
                .on(told)
                .within(null, last.day()));
        remarks.add(new NoticeDaySlot(reached.stands().value(), ask.on(), notice.day()));
        remarks.add(new RefusalSlot(
                ask.cause(), asked.rule(), first(Event.TermsPublished.class), first(Event.PriceRevisionNotice.class)));
        remarks.addAll(DataDays.agreements(setting(), course.end().last()));
        remarks.addAll(wrongForms());
        return remarks;
    }

    private LocalDate first(Class<? extends Event> kind) {
        return setting().dossier().events(kind).stream()
                .map(Event::on)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Warnings about the right to leave stand beside the end, others last. */
    @Override
    public List<Decision> decisions() {
        List<Decision> all = new ArrayList<>(decisions);
        super.decisions().stream()
                .filter(other -> asked == null || !asked.warnings().contains(other))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
