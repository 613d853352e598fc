package org.prorata.subject.course;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.prorata.contract.Cause;
import org.prorata.contract.Event;
import org.prorata.contract.Event.TerminationNotice;
import org.prorata.contract.Party;
import org.prorata.decision.Slot;
import org.prorata.decision.policy.choice.EndBasis;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.EndRule;
import org.prorata.subject.terms.EndSlot;
import org.prorata.subject.terms.Leaving;
import org.prorata.subject.terms.RenewalTelling;
import org.prorata.subject.terms.Switching;
import org.prorata.subject.terms.VersionRule;

/** Notices of termination as slots, one each, once it is known which formal notices to pay were left unpaid. */
public final class Ends {

    private final EffectiveTerms setting;
    private final ContractState course;
    private final List<TerminationNotice> notices;
    private final UnpaidLetters letters;
    private final EndSlot.Purpose purpose;
    private boolean laid;

    /** The recorded notices that count, for a question that only follows the contract. */
    public Ends(EffectiveTerms setting, ContractState course) {
        this(setting, course, EndSlot.Purpose.COURSE);
    }

    /** The recorded notices that count. */
    public Ends(EffectiveTerms setting, ContractState course, EndSlot.Purpose purpose) {
        this(setting, course, counting(setting), purpose);
    }

    private static List<TerminationNotice> counting(EffectiveTerms setting) {
        List<TerminationNotice> all = setting.dossier().events(TerminationNotice.class);
        return all.isEmpty()
                ? all
                : all.stream().filter(setting.noticeForm()::counts).toList();
    }

    /** Some of the recorded notices, or one that is supposed. */
    public static Ends of(
            EffectiveTerms setting, ContractState course, List<TerminationNotice> notices, EndSlot.Purpose purpose) {
        return new Ends(setting, course, notices, purpose);
    }

    private Ends(
            EffectiveTerms setting, ContractState course, List<TerminationNotice> notices, EndSlot.Purpose purpose) {
        this.setting = setting;
        this.course = course;
        this.notices = notices;
        this.purpose = purpose;
        this.letters = new UnpaidLetters(setting, notices);
    }

    /** The slots of the next pass; empty when the ends were given. */
    public List<? extends Slot<?>> next() {
        List<? extends Slot<?>> unpaid = letters.next();
        if (!unpaid.isEmpty() || laid) {
            return unpaid;
        }
        laid = true;
        return notices.isEmpty() ? List.of() : notices.stream().map(this::slot).toList();
    }

    private EndSlot slot(TerminationNotice notice) {
        EndRule rule = EndRule.of(setting, notice.counts(), notice.cause(), notice.by());
        return new EndSlot(
                        leaving(notice, rule),
                        rule,
                        Switching.of(setting, notice.cause(), notice.by(), notice.counts()),
                        course.timeline(),
                        course.invoicing(notice.counts()),
                        newPrice(notice),
                        newTerms(notice, rule),
                        purpose)
                .renewed(
                        notice.by() == Party.CLIENT
                                ? RenewalTelling.before(setting, course.timeline(), notice.end())
                                : null);
    }

    private Leaving leaving(TerminationNotice notice, EndRule rule) {
        // the latest letter about the breach that came before
        Optional<Event.FormalNotice> letter = setting.dossier().events(Event.FormalNotice.class).stream()
                .filter(formal -> formal.about() == Event.Matter.BREACH
                        && !formal.counts().isAfter(notice.counts())
                        && setting.noticeForm().counts(formal))
                .max(Comparator.comparing(Event.FormalNotice::counts).thenComparing(Event.FormalNotice::on));
        Event.Notice first = letter.map(Event.Notice.class::cast).orElse(notice);
        LocalDate from = rule.fromSending() ? first.on() : first.counts();
        boolean atOnce = setting.dossier().events(Event.Breach.class).stream()
                .anyMatch(breach -> !breach.mendable()
                        && breach.party() != notice.by()
                        && !breach.on().isAfter(notice.counts()));
        return new Leaving(
                notice.by(),
                notice.cause(),
                notice.counts(),
                from,
                letter.isPresent(),
                atOnce,
                notice.end(),
                letters.unpaid(notice));
    }

    /** The first new price told before the notice and still to come on its day, when the price is what is refused. */
    private LocalDate newPrice(TerminationNotice notice) {
        return notice.cause() != Cause.PRICE_REFUSED ? null : course.prices().comingAfter(notice.counts());
    }

    /** The first day from which terms published by the notice and still to come on its day would hold, when they are what is refused. */
    private LocalDate newTerms(TerminationNotice notice, EndRule rule) {
        if (rule.basis() != EndBasis.BEFORE_NEW_TERMS) {
            return null;
        }
        VersionRule versions = setting.policies()
                .require(
                        VersionRule.TABLE,
                        VersionRule::of,
                        notice.counts(),
                        setting.dossier().terms(),
                        setting.planKey());
        return setting.dossier().events(Event.TermsPublished.class).stream()
                .filter(published -> !published.on().isAfter(notice.counts()))
                .map(versions::holdsFrom)
                .filter(day -> day.isAfter(notice.counts()))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
