package org.prorata.exit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.prorata.billing.ChargeSlot;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Event.TerminationNotice;
import org.prorata.contract.Party;
import org.prorata.course.Changes;
import org.prorata.course.Course;
import org.prorata.course.DaySlot;
import org.prorata.course.Ends;
import org.prorata.course.Indexation;
import org.prorata.course.RemarkSlot;
import org.prorata.course.Stages;
import org.prorata.decision.Because;
import org.prorata.decision.Becauses;
import org.prorata.decision.CannotDecide;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.NoticeStatus;
import org.prorata.decision.Reading;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.policy.Policies;
import org.prorata.termination.EndSlot;
import org.prorata.terms.Setting;

/**
 * The question {@code terminate}: the end that a notice reaches, then the lines that the end brings, then exit services
 * and modules, then the days of the data. Other notices of termination that the dossier records are left aside.
 */
public final class TerminateWork extends Stages {

    private final Ask.Terminate ask;
    private final Course course;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Slot<?>> remarks = new ArrayList<>();
    private TerminationNotice supposed;
    private TerminationNotice recorded;
    private boolean earlier;
    private EndSlot over;
    private LocalDate overOn;
    private Fees fees;
    private Services services;

    public TerminateWork(Dossier dossier, Ask.Terminate ask, Policies policies) {
        super(new Setting(dossier, policies));
        this.ask = ask;
        this.course = new Course(setting());
        if (ask.on().isBefore(dossier.contract().start())) {
            throw new CannotDecide("end-before-start", "an end on " + ask.on() + " lies before the contract's start on "
                    + dossier.contract().start());
        }
        changes(new Changes(setting(), course, LocalDate.MAX));
        stage(() -> {
            supposed = supposed();
            earlier = true;
            return of(Ends.of(setting(), course, earlier()));
        });
        stage(() -> {
            earlier = false;
            return of(new Ends(setting(), course, supposed));
        });
        indexation(() -> new Indexation(setting(), course, course.end().last()));
        stage(() -> {
            fees = new Fees(setting(), course);
            return fees.slots();
        });
        stage(() -> fees.decide(decisions));
        stage(() -> {
            services = new Services(setting(), course, ask.cause(), decisions);
            return services.slots();
        });
        stage(() -> services.following());
        stage(() -> services.following());
        stage(() -> DataDays.slots(setting(), course.end().last(),
                decisions.stream().anyMatch(Decision.ExportEntitlement.class::isInstance)));
        stage(() -> {
            remarks.addAll(DataDays.warnings(setting(), course.end().last()));
            remarks.addAll(wrongForms());
            return remarks;
        });
    }

    /** The notice asked about: of a recorded one for the cause the sender and the day of sending, else by whom the cause lets leave. */
    private TerminationNotice supposed() {
        for (TerminationNotice one : setting().dossier().events(TerminationNotice.class)) {
            if (one.cause() == ask.cause() && setting().noticeForm().counts(one)
                    && (ask.notice() == null || ask.notice().equals(one.counts()) || ask.notice().equals(one.on()))) {
                recorded = one;
                return new TerminationNotice(one.on(), one.presented(), one.channel(), one.by(), ask.cause(), ask.on());
            }
        }
        return new TerminationNotice(ask.notice() == null ? ask.on() : ask.notice(), null, null,
                ask.cause() == Cause.CLIENT_BREACH ? Party.PROVIDER : Party.CLIENT, ask.cause(), ask.on());
    }

    /** The other recorded notices that were known on the day of the one asked about: one may have ended the contract by then. */
    private List<TerminationNotice> earlier() {
        return setting().dossier().events(TerminationNotice.class).stream()
                .filter(one -> one != recorded && setting().noticeForm().counts(one) && one.counts().isBefore(supposed.counts()))
                .toList();
    }

    /** An end that a recorded notice reached before the one asked about was given. */
    private void takeEarlier(EndSlot slot) {
        LocalDate last = Settlement.one(slot).stands().value().last();
        if (last.isBefore(supposed.counts()) && (overOn == null || last.isBefore(overOn))) {
            overOn = last;
            over = slot;
        }
    }

    @Override
    protected void settle(Slot<?> slot) {
        if (slot instanceof EndSlot end && earlier) {
            takeEarlier(end);
        } else if (slot instanceof EndSlot end) {
            take(end);
        } else if (slot instanceof ChargeSlot line) {
            fees.take(line);
        } else if (slot instanceof RunOnSlot runOn) {
            decisions.add(fees.decide(runOn));
        } else if (slot instanceof RequestSlot request) {
            services.take(request);
        } else if (slot instanceof CostSlot cost) {
            services.take(cost);
        } else if (slot instanceof ExportSlot export) {
            services.take(export);
        } else if (slot instanceof DaySlot day) {
            decisions.add(decision(day));
        }
    }

    private void take(EndSlot slot) {
        Settlement.Settled<EndSlot.End> settled = Settlement.one(slot);
        EndSlot.End end = settled.stands().value();
        Because because = because(settled);
        LocalDate notice = slot.leaving().notice();
        LocalDate ran = course.timeline().lastDay();
        boolean ranOut = ran != null && ran.isBefore(end.last()) && (overOn == null || !overOn.isBefore(ran));
        LocalDate last = ranOut ? ran : overOn != null && overOn.isBefore(end.last()) ? overOn : end.last();
        course.end(new Course.End(last, notice, slot.rule()));
        if (end.inTime() != null) {
            decisions.add(new Decision.Notice(end.inTime() ? NoticeStatus.IN_TIME : NoticeStatus.LATE, end.deadline(), because));
        }
        TableRow closing = ranOut || over == null ? setting().termRule().row() : over.rule().row();
        decisions.add(new Decision.ContractEnd(last, last.equals(end.last()) ? because
                : Becauses.because(because, Reason.of(ranOut ? "end.ran_out" : "end.ended_before", last), closing)));
        if (last.isBefore(notice)) {
            remarks.add(RemarkSlot.warning("contract_over", Reason.of("end.contract_over", last, notice), closing));
        }
        if (ask.notice() == null && recorded == null && slot.isNoticeDayNeeded()) {
            remarks.add(RemarkSlot.warning("notice_not_stated", Reason.of("end.notice_not_stated", ask.on())));
        }
        if (slot.isTermMissing()) {
            decisions.add(new Decision.Warning("no_term", Becauses.over(because, Reading.INTERPRETATION, because.displaced())));
        }
        if (!slot.rule().noRight() && missing()) {
            remarks.add(RemarkSlot.warning("cause_not_in_facts", Reason.of("end.cause_not_in_facts", ask.cause()), slot.rule().row()));
        }
        if (slot.rule().noRight()) {
            decisions.add(new Decision.Warning("cause_not_granted",
                    Becauses.with(because, Reason.of("end.not_granted", ask.cause()))));
        }
    }

    /** Whether what the client refuses was never told. */
    private boolean missing() {
        List<Event> events = setting().dossier().events();
        return ask.cause() == Cause.TERMS_REFUSED && events.stream().noneMatch(Event.TermsPublished.class::isInstance)
                || ask.cause() == Cause.PRICE_REFUSED && events.stream().noneMatch(Event.PriceRevisionNotice.class::isInstance);
    }

    private static Decision decision(DaySlot slot) {
        Settlement.Settled<LocalDate> settled = Settlement.one(slot);
        Because because = Becauses.of(settled);
        LocalDate day = settled.stands().value();
        return switch (slot.getMatter()) {
            case "data_copy" -> new Decision.DataCopy(day, because);
            case "data_deletion", "data_deletion_agreed" -> new Decision.DataDeletion(day, because);
            default -> slot.deadline();
        };
    }

    @Override
    public List<Decision> decisions() {
        List<Decision> all = new ArrayList<>(decisions);
        all.addAll(super.decisions());
        return List.copyOf(all);
    }
}
