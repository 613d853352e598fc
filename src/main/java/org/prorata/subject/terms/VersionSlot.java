package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.contract.Event.TermsPublished;
import org.prorata.decision.Decision.TermsReason;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.choice.TermsMode;

/**
 * One publication of new terms and what had become of it on the day asked: which terms govern. The rules choose by the
 * table's mode and by the days of publication, answer and effect.
 */
public final class VersionSlot extends Slot<VersionSlot.Version> {

    private final VersionRule rule;
    private final TermsPublished published;
    private final Version former;
    private final LocalDate termStart;
    private final LocalDate accepted;
    private final LocalDate refused;
    private final LocalDate on;
    private final LocalDate holdsFrom;
    private AnswerRows answers = AnswerRows.NONE;

    /**
     * @param published null when none was published by the day
     * @param former    the terms that govern if the published ones do not
     * @param termStart first day of the running term
     * @param accepted  day of the first acceptance since, or null
     * @param refused   day of the first refusal since, or null
     */
    public VersionSlot(
            VersionRule rule,
            TermsPublished published,
            Version former,
            LocalDate termStart,
            LocalDate accepted,
            LocalDate refused,
            LocalDate on) {
        this.rule = rule;
        this.published = published;
        this.former = former;
        this.termStart = termStart;
        this.accepted = accepted;
        this.refused = refused;
        this.on = on;
        this.holdsFrom = published == null ? null : rule.holdsFrom(published);
    }

    /** With the rows that say what an answer does. */
    public VersionSlot answeredBy(AnswerRows rows) {
        this.answers = rows;
        return this;
    }

    /** Terms that govern, since when and why. */
    public record Version(String terms, LocalDate since, TermsReason reason) {}

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private LocalDate silent() {
        return published.on().plusDays(rule.days() + 1L);
    }

    @Override
    public String about() {
        return published == null ? "the terms of the contract" : "the terms published on " + published.on();
    }

    public VersionRule rule() {
        return rule;
    }

    public TermsMode getMode() {
        return rule.mode();
    }

    /** The day of publication, or null: none was published by the day asked. */
    public LocalDate getPublished() {
        return published == null ? null : published.on();
    }

    /** The day asked about. */
    public LocalDate getAsked() {
        return on;
    }

    /** The first day of the running term. */
    public LocalDate getTermStart() {
        return termStart;
    }

    /** The last day to answer, or null: no answer is waited for. */
    public LocalDate getLastDayToAnswer() {
        return published == null || !rule.byAnswer() ? null : published.on().plusDays(rule.days());
    }

    /** The day of the first refusal since the publication, or null. */
    public LocalDate getRefused() {
        return refused;
    }

    /** The day of the first acceptance since the publication, or null. */
    public LocalDate getAccepted() {
        return accepted;
    }

    /** Whether terms that the client accepted hold before its next service year. */
    public boolean isAcceptanceHeeded() {
        return rule.heedsAcceptance();
    }

    /** The day from which the accepted terms hold, or null: nobody accepted them. */
    public LocalDate getHoldsAsAccepted() {
        return accepted == null ? null : later(accepted, published.holds());
    }

    /** The day from which the published terms can hold, by silence where an answer is waited for; null: none were published. */
    public LocalDate getHoldsFrom() {
        return holdsFrom;
    }

    private TableRow[] rows(TableRow answer) {
        return answer == null ? new TableRow[] {rule.row()} : new TableRow[] {answer, rule.row()};
    }

    /** Accepted in time by the client. */
    public void accepted(String by) {
        propose(
                by,
                new Version(published.terms(), getHoldsAsAccepted(), TermsReason.ACCEPTED),
                Reason.of("terms.accepted", published.terms(), published.on(), accepted),
                rows(answers.accepted()));
    }

    /** Accepted by silence. */
    public void tacit(String by) {
        propose(
                by,
                new Version(published.terms(), holdsFrom, TermsReason.TACIT),
                Reason.of("terms.tacit", published.terms(), published.on(), rule.days(), silent()),
                rule.row());
    }

    /** Refused in time: the former terms go on. */
    public void refused(String by) {
        propose(
                by,
                new Version(former.terms(), former.since(), TermsReason.REFUSED),
                Reason.of("terms.refused", published.terms(), refused, former.terms()),
                rows(answers.refused()));
    }

    /** Not answered yet, or not in force yet: the former terms go on. */
    public void pending(String by) {
        propose(
                by,
                new Version(former.terms(), former.since(), TermsReason.PENDING),
                Reason.of("terms.pending", published.terms(), published.on(), rule.days(), silent(), former.terms()),
                rows(answers.pending()));
    }

    /** The version of the day of use. */
    public void ofDay(String by) {
        propose(
                by,
                new Version(published.terms(), later(holdsFrom, former.since()), TermsReason.DAY_OF_USE),
                Reason.of("terms.of_day", published.terms(), holdsFrom),
                rule.row());
    }

    /** The version that a notice brought into the running contract. */
    public void afterNotice(String by) {
        propose(
                by,
                new Version(published.terms(), later(holdsFrom, former.since()), TermsReason.TERM_START),
                Reason.of("terms.after_notice", published.terms(), published.on(), rule.days(), holdsFrom),
                rule.row());
    }

    /** The version that was published when the running term began. */
    public void ofTerm(String by) {
        propose(
                by,
                new Version(published.terms(), termStart, TermsReason.TERM_START),
                Reason.of("terms.of_term", published.terms(), termStart),
                rule.row());
    }

    /** The terms that governed before go on. */
    public void former(String by) {
        propose(by, former, Reason.of("terms.former", former.terms(), former.since()), rule.row());
    }
}
