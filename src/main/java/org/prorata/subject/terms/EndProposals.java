package org.prorata.subject.terms;

import java.time.LocalDate;
import java.util.List;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.TableRow;
import org.prorata.subject.terms.EndSlot.End;
import org.prorata.values.Anchors;

/** How an end is proposed, and what its reader is told beside it. */
public abstract class EndProposals extends EndFacts {

    private String notGranted;
    private List<Reason> sentences;
    private TableRow[] rows;

    EndProposals(
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

    /** An end that the day of notice has to do with. */
    final void noticed(String by, LocalDate last, Boolean inTime, LocalDate deadline, Reason why) {
        end(by, new End(last, inTime, deadline, true), why, rule().row());
    }

    /** An end that comes whenever notice was given. */
    final void whenever(String by, LocalDate last, Reason why, TableRow... on) {
        end(by, new End(last, null, null, false), why, on);
    }

    final void end(String by, End end, Reason why, TableRow... on) {
        propose(by, end, why, on);
        sentences = getPurpose() == Purpose.LEAVING
                ? List.of(why, Reason.of("end.not_granted", leaving().cause()))
                : List.of(why);
        rows = on;
        tell();
    }

    /** The terms give no right to leave for the cause. */
    public final void notGranted(String by) {
        notGranted = by;
        tell();
    }

    /** The end is part of what the reader is told, and rules fire in any order. */
    private void tell() {
        if (notGranted != null && sentences != null) {
            warn(notGranted, Finding.CAUSE_NOT_GRANTED, rows[0].reading(), sentences, rows);
        }
    }
}
