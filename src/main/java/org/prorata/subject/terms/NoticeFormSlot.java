package org.prorata.subject.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.prorata.contract.Event;
import org.prorata.decision.Finding;
import org.prorata.decision.Reason;
import org.prorata.decision.TellingSlot;

/** The form of a notice. A rule says so when it does not count; of one that counts nothing is said. */
public final class NoticeFormSlot extends TellingSlot {

    private final Event.Notice notice;
    private final NoticeForm form;
    private final String sentence;

    /** @param sentence key of the sentence that says that the notice does not count; its figure is the day that would count */
    public NoticeFormSlot(Event.Notice notice, NoticeForm form, String sentence) {
        this.notice = notice;
        this.form = form;
        this.sentence = sentence;
    }

    /** A slot for each notice of a dossier, where its terms ask for a form. */
    public static List<NoticeFormSlot> all(EffectiveTerms setting) {
        return all(setting, "finding.notice_in_wrong_form", notice -> true);
    }

    /** The same for some of the notices, and with a sentence for those that do not count. */
    public static List<NoticeFormSlot> all(EffectiveTerms setting, String sentence, Predicate<Event.Notice> some) {
        List<NoticeFormSlot> slots = List.of();
        List<Event> events = setting.dossier().events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Event.Notice notice
                    && some.test(notice)
                    && setting.noticeForm().registeredLetterOnly()) {
                slots = slots.isEmpty() ? new ArrayList<>(1) : slots;
                slots.add(new NoticeFormSlot(notice, setting.noticeForm(), sentence));
            }
        }
        return slots;
    }

    @Override
    public String about() {
        return "the form of the notice of " + notice.on();
    }

    /** Whether only a registered letter counts. */
    public boolean isRegisteredLetterOnly() {
        return form.registeredLetterOnly();
    }

    /** How the notice was sent, or null: nobody said. */
    public Event.Channel getChannel() {
        return notice.channel();
    }

    /** The notice does not count. */
    public void doesNotCount(String by) {
        warn(by, Finding.NOTICE_IN_WRONG_FORM, Reason.of(sentence, notice.counts()), form.row());
    }
}
