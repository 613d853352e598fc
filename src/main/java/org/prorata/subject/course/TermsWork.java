package org.prorata.subject.course;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.contract.Event;
import org.prorata.contract.Event.TermsPublished;
import org.prorata.decision.Decision;
import org.prorata.decision.Decision.TermsReason;
import org.prorata.decision.Finding;
import org.prorata.decision.FindingSlot;
import org.prorata.decision.Reason;
import org.prorata.decision.Settlement;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.Policies;
import org.prorata.decision.policy.choice.TermsMode;
import org.prorata.subject.terms.AnswerRows;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.OrderingSlot;
import org.prorata.subject.terms.VersionRule;
import org.prorata.subject.terms.VersionSlot;
import org.prorata.subject.terms.VersionSlot.Version;

/** The question {@code terms}: which terms govern on a day, one publication after the other, and whether orders may be placed. */
public final class TermsWork extends CourseStages {

    private final LocalDate on;
    private final ContractState course;
    private final VersionRule rule;
    private final Queue<TermsPublished> publications = new ArrayDeque<>();
    private Version current;
    private VersionSlot last;
    private Settlement.Settled<Version> settled;

    public TermsWork(Dossier dossier, Ask.TermsInForce ask, Policies policies) {
        super(new EffectiveTerms(dossier, policies));
        this.on = ask.on();
        this.course = new ContractState(setting());
        this.rule = policies.require(
                VersionRule.TABLE,
                VersionRule::of,
                on,
                dossier.terms(),
                setting().planKey());
        changes(new Changes(setting(), course, on));
        stage(this::begin);
        stage(this::decide);
        stage(this::remarks);
    }

    private LocalDate start() {
        return setting().dossier().contract().start();
    }

    private LocalDate termStart() {
        return on.isBefore(start())
                ? start()
                : course.timeline().on(on).term(on).from();
    }

    private List<VersionSlot> begin() {
        List<TermsPublished> all = setting().dossier().events(TermsPublished.class).stream()
                .sorted(Comparator.comparing(TermsPublished::on))
                .toList();
        String terms = setting().dossier().terms();
        boolean replaced = !all.isEmpty()
                && all.get(0).terms().equals(terms)
                && rule.former() != null
                && all.get(0).holds().isAfter(start());
        boolean withTerm = rule.mode() == TermsMode.TERM_START;
        current = new Version(
                replaced ? rule.former() : terms,
                withTerm ? termStart() : start(),
                rule.mode() == TermsMode.DAY_OF_USE ? TermsReason.DAY_OF_USE : TermsReason.TERM_START);
        for (TermsPublished published : all) {
            if (!published.holds().isAfter(start())) {
                current = new Version(published.terms(), current.since(), current.reason());
            } else if (!published.on().isAfter(on)) {
                publications.add(published);
            }
        }
        last = slot(publications.poll());
        return List.of(last);
    }

    private VersionSlot slot(TermsPublished published) {
        if (published == null) {
            return new VersionSlot(rule, null, current, termStart(), null, null, on);
        }
        return new VersionSlot(
                        rule,
                        published,
                        current,
                        termStart(),
                        answer(published, Event.TermsAccepted.class),
                        answer(published, Event.TermsRefused.class),
                        on)
                .answeredBy(rule.byAnswer() ? AnswerRows.of(setting(), published.on()) : AnswerRows.NONE);
    }

    /** The day of the first such answer since a publication and by the day asked, or null. */
    private LocalDate answer(TermsPublished published, Class<? extends Event> kind) {
        return setting().dossier().events(kind).stream()
                .map(Event::on)
                .filter(day -> !day.isBefore(published.on()) && !day.isAfter(on))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private List<OrderingSlot> decide() {
        add(new Decision.TermsInForce(current.terms(), current.since(), current.reason(), because(settled)));
        return List.of(new OrderingSlot(rule, current.reason()));
    }

    private List<FindingSlot> remarks() {
        List<FindingSlot> remarks = new ArrayList<>(0);
        if (rule.byAnswer()) {
            List<TermsPublished> published = setting().dossier().events(TermsPublished.class);
            for (Event event : setting().dossier().events()) {
                if ((event instanceof Event.TermsAccepted || event instanceof Event.TermsRefused)
                        && !event.on().isAfter(on)) {
                    TermsPublished answered = answered(published, event.on());
                    LocalDate first = answered == null ? null : answered.on();
                    remarks.add(FindingSlot.possible(
                                    Finding.ANSWER_WITHOUT_EFFECT,
                                    Reason.of("terms.answer_without_effect", event.on(), rule.days()),
                                    rule.row())
                            .on(event.on())
                            .within(first, first == null ? null : first.plusDays(rule.days())));
                }
            }
        }
        return remarks;
    }

    /** The last publication by the day of an answer, else the first one after it, or null: none is known. */
    private static TermsPublished answered(List<TermsPublished> published, LocalDate answer) {
        Comparator<TermsPublished> byDay = Comparator.comparing(TermsPublished::on);
        return published.stream()
                .filter(one -> !one.on().isAfter(answer))
                .max(byDay)
                .or(() -> published.stream().min(byDay))
                .orElse(null);
    }

    @Override
    protected void settle(Slot<?> slot) {
        if (slot instanceof VersionSlot version) {
            settled = Settlement.one(version);
            current = settled.stands().value();
            TermsPublished next = publications.poll();
            if (next != null) {
                last = slot(next);
                first(() -> List.of(last));
            }
        } else if (slot instanceof OrderingSlot ordering) {
            Settlement.Settled<Decision.OrderingStatus> one = Settlement.one(ordering);
            add(new Decision.Ordering(one.stands().value(), because(one)));
        }
    }
}
