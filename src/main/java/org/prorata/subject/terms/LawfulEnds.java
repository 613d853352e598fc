package org.prorata.subject.terms;

import java.time.LocalDate;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.subject.terms.EndSlot.End;
import org.prorata.values.Anchors;

/** Ends that law gives over what the contract says: of a renewal not told, of switching by the longest lawful notice or a shorter one. */
public abstract class LawfulEnds extends EndProposals {

    LawfulEnds(
            Leaving leaving,
            EndRule rule,
            Switching law,
            Timeline timeline,
            Anchors invoicing,
            LocalDate newPrice,
            LocalDate newTerms,
            Purpose purpose) {
        super(leaving, rule, law, timeline, invoicing, newPrice, newTerms, purpose);
    }

    /** Nobody told the client of the renewal in time: the law lets it leave as asked, on the day of its notice at the earliest. */
    public final void renewalNotAnnounced(String by) {
        LocalDate last = getWanted().isBefore(getNotice()) ? getNotice() : getWanted();
        proposeOver(
                by,
                new End(last, null, null, true, renewalNotice()),
                Reason.of("end.renewal_not_announced", renewalNotice().renewal(), last),
                renewalNotice().row(),
                rule().row());
        if (getPurpose() != Purpose.COURSE) {
            warn(
                    by,
                    Finding.RENEWAL_NOT_ANNOUNCED,
                    Reason.of(
                            "finding.renewal_not_announced",
                            renewalNotice().renewal(),
                            renewalNotice().first(),
                            renewalNotice().last()),
                    renewalNotice().row());
        }
    }

    /** Who switches asked for a day before the longest lawful notice is over. */
    public final void afterLawfulNotice(String by) {
        switching(
                by,
                getLawfulNoticeOver(),
                false,
                lawfulDeadline(),
                instead("end.switching_notice_over", getLawfulNoticeOver()),
                law().limits().row());
    }

    /** Who switches asked for a day in the transition after the longest lawful notice. */
    public final void inLawfulTransition(String by) {
        switching(
                by,
                leaving().wanted(),
                true,
                lawfulDeadline(),
                asAsked(getLawfulTransitionOver()),
                law().limits().row());
    }

    /** Who switches asked for a day after that transition. */
    public final void afterLawfulTransition(String by) {
        switching(
                by,
                getLawfulTransitionOver(),
                true,
                lawfulDeadline(),
                instead("end.switching_transition_over", getLawfulTransitionOver()),
                law().limits().row());
        extension(by, getLawfulTransitionOver());
    }

    /** Who switches asked for a day before the contract's own, shorter notice is over. */
    public final void afterAgreedNotice(String by) {
        switching(
                by,
                getAgreedNoticeOver(),
                false,
                agreedDeadline(),
                instead("end.switching_notice_over", getAgreedNoticeOver()),
                law().limits().row(),
                rule().row());
    }

    /** Who switches asked for a day in the transition after the contract's own, shorter notice. */
    public final void inAgreedTransition(String by) {
        switching(
                by,
                leaving().wanted(),
                true,
                agreedDeadline(),
                asAsked(getAgreedTransitionOver()),
                law().limits().row(),
                rule().row());
    }

    /** Who switches asked for a day after that transition. */
    public final void afterAgreedTransition(String by) {
        switching(
                by,
                getAgreedTransitionOver(),
                true,
                agreedDeadline(),
                instead("end.switching_transition_over", getAgreedTransitionOver()),
                law().limits().row(),
                rule().row());
        extension(by, getAgreedTransitionOver());
    }

    private LocalDate lawfulDeadline() {
        return law().lastDayForNotice(leaving().wanted());
    }

    private LocalDate agreedDeadline() {
        return leaving().wanted().minusDays(rule().noticeInMidTerm());
    }

    private void switching(String by, LocalDate last, boolean inTime, LocalDate deadline, Reason why, TableRow... on) {
        proposeOver(by, new End(last, inTime, deadline, true), why, on);
    }

    private Reason asAsked(LocalDate transitionOver) {
        return Reason.of(
                "end.switching_as_asked", getNotice(), transitionOver, leaving().wanted());
    }

    private Reason instead(String why, LocalDate over) {
        return Reason.of(why, getNotice(), over, leaving().wanted());
    }

    /** The law lets the client ask for more time once. */
    private void extension(String by, LocalDate last) {
        if (getPurpose() != Purpose.COURSE) {
            warn(
                    by,
                    Finding.SWITCHING_EXTENSION,
                    Reason.of("end.switching_extension", last, leaving().wanted()),
                    law().limits().row());
        }
    }
}
