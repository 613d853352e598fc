package org.prorata.rights;

import org.prorata.contract.Event.FormalNotice;
import org.prorata.decision.Reason;
import org.prorata.decision.Slot;
import org.prorata.terms.NoticeForm;

/** A formal notice that was not sent in the form that the terms ask for. */
public final class NoticeSlot extends Slot<Boolean> {

    private final FormalNotice notice;
    private final NoticeForm form;

    NoticeSlot(FormalNotice notice, NoticeForm form) {
        this.notice = notice;
        this.form = form;
    }

    @Override
    public String about() {
        return "the form of the notice of " + notice.on();
    }

    public void doesNotCount(String by) {
        propose(by, true, Reason.of("right.notice_in_wrong_form", notice.counts()), form.row());
    }
}
