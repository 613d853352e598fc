package org.prorata.terms;

import java.time.LocalDate;
import org.prorata.contract.Event.TermsPublished;
import org.prorata.decision.Decision.TermsReason;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;

/** What became, by a day, of one publication of new terms; or which terms govern when none was published. */
public final class VersionSlot extends Slot<VersionSlot.Version> {

    private final VersionRule rule;
    private final TermsPublished published;
    private final Version former;
    private final LocalDate termStart;
    private final LocalDate accepted;
    private final LocalDate refused;
    private final LocalDate on;

    /**
     * @param published null when none was published by the day
     * @param former    the terms that govern if the published ones do not
     * @param termStart first day of the running term
     * @param accepted  day of an acceptance in time, or null
     * @param refused   day of a refusal in time, or null
     */
    public VersionSlot(VersionRule rule, TermsPublished published, Version former, LocalDate termStart, LocalDate accepted,
                LocalDate refused, LocalDate on) {
        this.rule = rule;
        this.published = published;
        this.former = former;
        this.termStart = termStart;
        this.accepted = accepted;
        this.refused = refused;
        this.on = on;
    }

    /** Terms that govern, since when and why. */
    public record Version(String terms, LocalDate since, TermsReason reason) {
    }

    @Override
    public String about() {
        return published == null ? "the terms of the contract" : "the terms published on " + published.on();
    }

    public VersionRule rule() {
        return rule;
    }

    public VersionRule.Mode getMode() {
        return rule.mode();
    }

    public boolean isPublished() {
        return published != null;
    }

    public boolean isRefused() {
        return accepted == null && refused != null;
    }

    public boolean isAccepted() {
        return accepted != null && !from(accepted).isAfter(on);
    }

    /** Whether the days to answer are over and nobody answered. */
    public boolean isTacit() {
        return accepted == null && refused == null && !from(silent()).isAfter(on);
    }

    public boolean isPending() {
        return !isAccepted() && !isRefused() && !isTacit();
    }

    /** Whether the published terms hold on the day. */
    public boolean isInForce() {
        return published != null && !holdsFrom().isAfter(on);
    }

    private LocalDate effective() {
        return published.effective() == null ? published.on() : published.effective();
    }

    private LocalDate from(LocalDate day) {
        return day.isBefore(effective()) ? effective() : day;
    }

    private LocalDate silent() {
        return published.on().plusDays(rule.days() + 1L);
    }

    private LocalDate holdsFrom() {
        if (rule.mode() != VersionRule.Mode.NOTICE_THEN_FIRST) {
            return effective();
        }
        LocalDate reached = published.on().plusDays(rule.days());
        return reached.getDayOfMonth() == 1 ? reached : reached.plusMonths(1).withDayOfMonth(1);
    }

    /** Whether the published terms were there when the running term began. */
    public boolean isThereAtTermStart() {
        return published != null && !effective().isAfter(termStart);
    }

    /** Accepted in time by the client. */
    public void accepted(String by) {
        propose(by, new Version(published.terms(), from(accepted), TermsReason.ACCEPTED),
                Reason.of("terms.accepted", published.terms(), published.on(), accepted), rule.row());
    }

    /** Accepted by silence. */
    public void tacit(String by) {
        propose(by, new Version(published.terms(), from(silent()), TermsReason.TACIT),
                Reason.of("terms.tacit", published.terms(), published.on(), rule.days(), silent()), rule.row());
    }

    /** Refused in time: the former terms go on. */
    public void refused(String by) {
        propose(by, new Version(former.terms(), former.since(), TermsReason.REFUSED),
                Reason.of("terms.refused", published.terms(), refused, former.terms()), rule.row());
    }

    /** Not answered yet, or not in force yet: the former terms go on. */
    public void pending(String by) {
        propose(by, new Version(former.terms(), former.since(), TermsReason.PENDING),
                Reason.of("terms.pending", published.terms(), published.on(), rule.days(), silent(), former.terms()), rule.row());
    }

    /** The version of the day of use. */
    public void ofDay(String by) {
        propose(by, new Version(published.terms(), later(holdsFrom()), TermsReason.DAY_OF_USE),
                Reason.of("terms.of_day", published.terms(), holdsFrom()), rule.row());
    }

    /** The version that a notice brought into the running contract. */
    public void afterNotice(String by) {
        propose(by, new Version(published.terms(), later(holdsFrom()), TermsReason.TERM_START),
                Reason.of("terms.after_notice", published.terms(), published.on(), rule.days(), holdsFrom()), rule.row());
    }

    /** The version that was published when the running term began. */
    public void ofTerm(String by) {
        propose(by, new Version(published.terms(), termStart, TermsReason.TERM_START),
                Reason.of("terms.of_term", published.terms(), termStart), rule.row());
    }

    /** The terms that governed before go on. */
    public void former(String by) {
        propose(by, former, Reason.of("terms.former", former.terms(), former.since()), rule.row());
    }

    private LocalDate later(LocalDate day) {
        return day.isBefore(former.since()) ? former.since() : day;
    }
}
