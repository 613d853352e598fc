package org.prorata.subject.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Item;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;
import org.prorata.subject.course.ContractRemarks;
import org.prorata.subject.course.CourseWork;
import org.prorata.subject.course.ExitPhase;
import org.prorata.subject.servicelevel.ServiceHours;
import org.prorata.subject.terms.EffectiveTerms;

/** Lays out a slot for each right or duty that the terms or an event known on the day concern. */
final class RightSlots {

    private static final TableId SEATS = TableId.of("rights", "seats", "terms");
    private static final TableId SILENT = TableId.of("rights", "silent", "terms");

    private final EffectiveTerms setting;
    private final Dossier dossier;
    private final Policies policies;
    private final CourseWork course;
    private final ServiceHours hours;
    private final LocalDate on;
    private final List<Slot<?>> slots = new ArrayList<>();

    RightSlots(EffectiveTerms setting, CourseWork course, LocalDate on) {
        this.setting = setting;
        this.dossier = setting.dossier();
        this.policies = setting.policies();
        this.course = course;
        this.hours = new ServiceHours(setting);
        this.on = on;
    }

    List<Slot<?>> all() {
        trials();
        seats();
        dossier.events(Event.StorageExcess.class).forEach(e -> runs("storage", e.exceeded(), e.on()));
        dossier.events(Event.UpdateLink.class).forEach(e -> runs("update_account", e.on(), e.on()));
        dossier.events(Event.SubProcessor.class).forEach(e -> runs("sub_processor_objection", e.on(), e.on()));
        dossier.events(Event.Incident.class).forEach(this::incident);
        dossier.events(Event.DataRequest.class)
                .forEach(one -> deadline(Finding.DATA_REQUEST, "right.request", one.on(), one.on()));
        dossier.events(Event.Complaint.class)
                .forEach(one -> deadline(Finding.MEDIATION, "right.mediation", one.on(), one.on()));
        dossier.events(Event.Announcement.class).forEach(this::announcement);
        dossier.events(Event.Hire.class).forEach(this::hire);
        new ResponseSlots(this).add();
        PersonSlots persons = new PersonSlots(this, course.end());
        persons.add();
        CapRule cap = policies.find(CapRule.TABLE, CapRule::of, on, dossier.terms());
        if (cap != null) {
            slots.add(new CapSlot(cap, on, setting));
        }
        new BreachSlots(this).add();
        persons.retention();
        TermSlots term = new TermSlots(this, course);
        term.maintenance();
        levelChanges();
        term.renewals();
        slots.addAll(ContractRemarks.framework(setting, course.end()));
        slots.addAll(ContractRemarks.plans(setting, dossier.contract().items()));
        return slots;
    }

    EffectiveTerms setting() {
        return setting;
    }

    ServiceHours hours() {
        return hours;
    }

    LocalDate on() {
        return on;
    }

    void add(Slot<?> slot) {
        slots.add(slot);
    }

    /** The terms grant nothing for an event, or nothing that has a day. */
    void silent(String code, LocalDate event) {
        slots.add(new SilentSlot(
                code, event, SilentSlot.Why.SILENT, policies.require(SILENT, Row::ref, on, dossier.terms())));
    }

    private DelayRule delay(String code) {
        return DelayRule.find(setting, code, on);
    }

    private void runs(String code, LocalDate event, LocalDate told) {
        DelayRule rule = delay(code);
        if (rule == null) {
            silent(code, told);
        } else {
            slots.add(new DelaySlot(code, rule.party(), event, rule.through(event, hours), on, List.of(rule.row())));
        }
    }

    private void trials() {
        LocalDate ordered = dossier.events(Event.Order.class).stream()
                .map(Event.Order::on)
                .reduce(dossier.contract().start(), (a, b) -> a.isBefore(b) ? a : b);
        for (Event.Trial trial : dossier.events(Event.Trial.class)) {
            DelayRule rule = delay("trial");
            if (rule == null) {
                silent("trial", trial.on());
            } else {
                slots.add(new DelaySlot(
                                "trial",
                                rule.party(),
                                trial.on(),
                                rule.through(trial.on(), hours),
                                on,
                                List.of(rule.row()))
                        .beforeOrder(rule.beforeOrderOnly() ? ordered : null));
            }
        }
    }

    private void seats() {
        Event.Users last = dossier.events(Event.Users.class).stream()
                .reduce((a, b) -> b.on().isBefore(a.on()) ? a : b)
                .orElse(null);
        if (last == null) {
            return;
        }
        TableRow row = policies.find(SEATS, Row::ref, on, dossier.terms());
        if (row == null) {
            silent(SeatsSlot.CODE, last.on());
            return;
        }
        BigDecimal ordered = dossier.contract().items().stream()
                .filter(item -> item.kind() == Item.Kind.SUBSCRIPTION
                        && !item.from().isAfter(on)
                        && (item.to() == null || !item.to().isBefore(on)))
                .map(Item::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        slots.add(new SeatsSlot(last.quantity(), ordered, List.of(row)));
    }

    private void incident(Event.Incident incident) {
        DelayRule rule = delay("incident_notice");
        if (rule == null) {
            silent("incident_notice", incident.on());
        } else {
            slots.add(new DelaySlot(
                    "incident_notice",
                    rule.party(),
                    incident.at(),
                    rule.through(incident.at(), hours),
                    on,
                    List.of(rule.row())));
        }
    }

    /** A day by which something is to be done after an event; a delay in hours needs its time. */
    void deadline(Finding finding, String key, LocalDate event, Temporal begins) {
        DelayRule rule = delay(finding.code());
        if (rule == null) {
            silent(finding.code(), event);
        } else {
            Temporal until = begins instanceof LocalDateTime at ? rule.through(at, hours) : rule.through(event, hours);
            slots.add(FindingSlot.day(finding, LocalDate.from(until), Reason.of(key, begins, until), rule.row()));
        }
    }

    /** By when something had to be announced, and whether it was. */
    private void announcement(Event.Announcement told) {
        String about = EffectiveTerms.key(told.about());
        DelayRule rule = delay("announce_" + about);
        if (rule == null) {
            silent("announce_" + about, told.on());
            return;
        }
        LocalDate latest = rule.before(told.for_(), hours);
        slots.add(FindingSlot.day(
                        Finding.ANNOUNCEMENT,
                        latest,
                        Reason.of("right.announcement", told.about(), told.for_(), latest),
                        rule.row())
                .about(about));
        slots.add(FindingSlot.possible(
                        Finding.ANNOUNCED_LATE,
                        Reason.of("right.announced_late", told.about(), told.for_(), told.on(), latest),
                        rule.row())
                .on(told.on())
                .within(null, latest));
    }

    private void hire(Event.Hire hire) {
        DelayRule rule = delay(PoachingSlot.CODE);
        if (rule == null) {
            silent(PoachingSlot.CODE, hire.on());
        } else {
            // the contract goes on while it runs on for the exit phase
            LocalDate lastDay =
                    course.end() == null ? null : ExitPhase.of(setting).lastDay(course.end());
            slots.add(new PoachingSlot(
                    hire,
                    dossier.contract().start(),
                    lastDay == null ? null : rule.through(lastDay, hours),
                    rule.row()));
        }
    }

    /** Modules taken away at the end are maintained for a time, once an end is known. */
    private void levelChanges() {
        DelayRule rule = delay("leave_on_sla_change");
        if (rule == null) {
            return;
        }
        for (Event.TermsPublished published : dossier.events(Event.TermsPublished.class)) {
            LocalDate earliest = rule.through(published.on(), hours);
            Temporal until =
                    published.effective() == null || published.effective().isBefore(earliest)
                            ? earliest
                            : published.effective();
            LocalDate accepted = dossier.events(Event.TermsAccepted.class).stream()
                    .map(Event.TermsAccepted::on)
                    .max(LocalDate::compareTo)
                    .orElse(null);
            slots.add(new DelaySlot("leave_on_sla_change", rule.party(), published.on(), until, on, List.of(rule.row()))
                    .accepted(accepted));
        }
    }
}
