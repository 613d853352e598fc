package org.prorata.subject.terms;

import org.prorata.contract.Event;
import org.prorata.decision.TableRow;
import org.prorata.decision.policy.Row;
import org.prorata.decision.policy.TableId;

/** How a notice must be sent to count. */
public record NoticeForm(boolean registeredLetterOnly, TableRow row) {

    static final TableId TABLE = TableId.of("contract-terms", "notice-form", "terms");

    static NoticeForm of(Row row) {
        return new NoticeForm(row.flag("registered_letter_only"), row.ref());
    }

    /** Whether the notice counts; one whose channel nobody stated does. */
    public boolean counts(Event.Notice notice) {
        return !registeredLetterOnly || notice.channel() != Event.Channel.EMAIL;
    }
}
