package org.prorata.subject.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Event.PriceRevisionNotice;
import org.prorata.contract.Event.TerminationNotice;
import org.prorata.contract.Invoice;
import org.prorata.contract.Item;
import org.prorata.contract.Party;
import org.prorata.decision.Becauses;
import org.prorata.decision.Decision;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.course.Changes;
import org.prorata.subject.course.ContractRemarks;
import org.prorata.subject.course.ContractState;
import org.prorata.subject.course.CourseStages;
import org.prorata.subject.course.Ends;
import org.prorata.subject.course.RevisionRule;
import org.prorata.subject.course.RevisionSlot;
import org.prorata.subject.exit.CopySlot;
import org.prorata.subject.exit.DeletionSlot;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.EndSlot;
import org.prorata.subject.terms.RenewalTelling;

/**
 * The question {@code dates}. As nobody asks a clock, "from here on" means from the first day of the term in which the
 * latest recorded fact lies, an event or an invoice; without one, from the contract's start.
 */
public final class DatesWork extends CourseStages {

    private final Dossier dossier;
    private final ContractState course;
    private LocalDate here;
    private final List<Dated> found = new ArrayList<>();
    private boolean supposing;
    private Party by;

    private record Dated(LocalDate on, Decision decision) {}

    public DatesWork(Dossier dossier, Policies policies) {
        super(new EffectiveTerms(dossier, policies));
        this.dossier = dossier;
        this.course = new ContractState(setting());
        changes(new Changes(setting(), course, LocalDate.MAX));
        stage(() -> {
            here = here();
            return of(new Ends(setting(), course));
        });
        stage(() -> notice(Party.CLIENT, here));
        stage(() -> notice(Party.PROVIDER, here));
        stage(this::days);
        stage(this::wrongForms);
    }

    /** The first day of the term of the latest fact, or that fact's day where it lies before the contract. */
    private LocalDate here() {
        LocalDate start = dossier.contract().start();
        LocalDate latest = known();
        return latest.isBefore(start)
                ? latest
                : course.timeline().on(latest).term(latest).from();
    }

    /** The day of the latest event or invoice, else the contract's start. */
    private LocalDate known() {
        Stream<LocalDate> events = dossier.events().stream()
                .map(event -> event instanceof Event.Notice notice ? notice.counts() : event.on());
        return Stream.concat(events, dossier.invoices().stream().map(Invoice::issued))
                .max(LocalDate::compareTo)
                .orElse(dossier.contract().start());
    }

    /** The end that is settled or comes by itself, or null while the contract renews or is open-ended. */
    private LocalDate settledEnd() {
        LocalDate ran = course.timeline().lastDay();
        if (course.end() == null) {
            return ran;
        }
        return ran != null && ran.isBefore(course.end().last())
                ? ran
                : course.end().last();
    }

    /** The slot that says until when a party could still give notice; none when the end is settled. */
    private List<? extends Slot<?>> notice(Party party, LocalDate wanted) {
        supposing = true;
        by = party;
        if (settledEnd() != null || course.timeline().openEnded()) {
            return List.of();
        }
        return of(Ends.of(
                setting(),
                course,
                List.of(new TerminationNotice(here, null, null, party, Cause.NON_RENEWAL, wanted)),
                EndSlot.Purpose.COURSE));
    }

    private List<Slot<?>> days() {
        List<Slot<?>> days = new ArrayList<>(new EventDays(setting()).slots(known()));
        LocalDate end = settledEnd();
        if (end == null && !course.timeline().openEnded()) {
            end = course.timeline().on(here).term(here).to();
            LocalDate renewal = end.plusDays(1);
            LocalDate until = course.timeline().on(renewal).term(renewal).to();
            days.add(FindingSlot.day(
                    Finding.RENEWAL,
                    renewal,
                    Reason.of("dates.renewal", renewal, until),
                    setting().termRule().row()));
        } else if (end != null) {
            days.add(FindingSlot.day(Finding.END, end, Reason.of("dates.end", end), endRow()));
        }
        if (end != null) {
            days.addAll(EndDays.slots(
                    setting(), end, course.end() == null ? null : course.end().law()));
        }
        nextPrice(days);
        days.addAll(ContractRemarks.framework(setting(), settledEnd()));
        if (settledEnd() == null || !settledEnd().isBefore(here)) {
            days.addAll(ContractRemarks.renewal(RenewalTelling.before(setting(), course.timeline(), here)));
        }
        return days;
    }

    private TableRow endRow() {
        return course.end() == null || course.end().rule() == null
                ? setting().termRule().row()
                : course.end().rule().row();
    }

    private void nextPrice(List<Slot<?>> days) {
        if (settledEnd() != null || dossier.contract().items().isEmpty()) {
            return;
        }
        Item item = dossier.contract().items().get(0);
        RevisionRule rule = setting()
                .policies()
                .require(
                        RevisionRule.TABLE,
                        RevisionRule::of,
                        here,
                        dossier.terms(),
                        setting().planKey());
        RevisionSlot.Chance chance = new RevisionSlot(
                        new PriceRevisionNotice(here, null, null, item.id(), item.price()), rule, course.timeline())
                .nextChance();
        if (chance != null) {
            days.add(FindingSlot.day(
                    Finding.PRICE_NOTICE, chance.latest(), Reason.of("dates.price_notice", chance.day()), rule.row()));
        }
    }

    @Override
    protected void told(RevisionSlot slot, Settlement.Settled<RevisionSlot.Effect> settled) {
        RevisionSlot.Effect effect = settled.stands().value();
        if (effect.effective() != null) {
            add(effect.effective(), new Decision.Deadline("price_change", effect.effective(), because(settled)));
        }
        if (effect.leaveUntil() != null) {
            add(effect.leaveUntil(), new Decision.Deadline("leave_on_price", effect.leaveUntil(), because(settled)));
        }
    }

    @Override
    protected void settle(Slot<?> slot) {
        if (slot instanceof EndSlot end && !supposing) {
            Settlement.Settled<EndSlot.End> settled = Settlement.one(end);
            course.end(ContractState.End.by(end, settled.stands().value()));
        } else if (slot instanceof EndSlot end) {
            supposed(end);
        } else if (slot instanceof RequestDaySlot request) {
            add(request.deadline());
        } else if (slot instanceof DeletionSlot deletion && deletion.decided()) {
            add(deletion.deadline());
        } else if (slot instanceof CopySlot copy) {
            add(copy.deadline());
        }
    }

    @Override
    protected void found(FindingSlot finding) {
        if (finding.getFinding().kind() != Finding.Kind.DAY) {
            super.found(finding);
        } else if (finding.getFinding() == Finding.RENEWAL) {
            LocalDate on = finding.getDay();
            add(
                    on,
                    new Decision.Renewal(
                            on,
                            course.timeline().on(on).term(on).to(),
                            finding.deadline().because()));
        } else if (finding.isStanding()) {
            add(finding.deadline());
        }
    }

    /** A deadline that is over gives way to that of the end that a notice would reach now. */
    private void supposed(EndSlot slot) {
        Settlement.Settled<EndSlot.End> settled = Settlement.one(slot);
        EndSlot.End end = settled.stands().value();
        if (end.deadline() != null && end.deadline().isBefore(here)) {
            Party party = by;
            first(() -> notice(party, end.last()));
        } else if (end.deadline() != null) {
            add(
                    end.deadline(),
                    new Decision.Deadline(
                            by == Party.CLIENT ? "client_notice" : "provider_notice",
                            end.deadline(),
                            Becauses.because(
                                    because(settled),
                                    Reason.of("dates." + EffectiveTerms.key(by) + "_notice", end.last()))));
        }
    }

    private void add(Decision.Deadline deadline) {
        add(deadline.on(), deadline);
    }

    private void add(LocalDate day, Decision decision) {
        found.add(new Dated(day, decision));
    }

    @Override
    public List<Decision> decisions() {
        List<Decision> all = new ArrayList<>(found.stream()
                .filter(dated -> !dated.on().isBefore(here))
                .sorted(Comparator.comparing(Dated::on))
                .map(Dated::decision)
                .toList());
        all.addAll(super.decisions());
        return List.copyOf(all);
    }
}
