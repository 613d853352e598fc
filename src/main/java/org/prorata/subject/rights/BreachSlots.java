package org.prorata.subject.rights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.prorata.contract.Event.Breach;
import org.prorata.contract.Event.BreachKind;
import org.prorata.contract.Event.FormalNotice;
import org.prorata.contract.Event.Matter;
import org.prorata.decision.policy.Policies;
import org.prorata.subject.terms.EffectiveTerms;
import org.prorata.subject.terms.NoticeFormSlot;

/** Lays out what breaches open, each with the first formal notice about it that counts. */
final class BreachSlots {

    private final RightSlots slots;
    private final EffectiveTerms setting;
    private final Policies policies;
    private final String terms;

    BreachSlots(RightSlots slots) {
        this.slots = slots;
        this.setting = slots.setting();
        this.policies = setting.policies();
        this.terms = setting.dossier().terms();
    }

    void add() {
        LocalDate on = slots.on();
        List<FormalNotice> notices = new ArrayList<>();
        for (FormalNotice notice : setting.dossier().events(FormalNotice.class)) {
            if (notice.about() == Matter.BREACH && setting.noticeForm().counts(notice)) {
                notices.add(notice);
            }
        }
        NoticeFormSlot.all(
                        setting,
                        "right.notice_in_wrong_form",
                        notice -> notice instanceof FormalNotice formal && formal.about() == Matter.BREACH)
                .forEach(slots::add);
        notices.sort(Comparator.comparing(FormalNotice::counts));
        List<Breach> breaches = new ArrayList<>(setting.dossier().events(Breach.class));
        if (breaches.isEmpty() && !notices.isEmpty()) {
            BreachDelay.Assumed assumed = policies.find(BreachDelay.Assumed.TABLE, BreachDelay.Assumed::of, on, terms);
            if (assumed == null) {
                slots.silent("terminate_for_breach", notices.get(0).on());
                return;
            }
            breaches.add(new Breach(notices.get(0).on(), assumed.party(), BreachKind.OTHER, true));
        }
        for (Breach breach : breaches) {
            BreachRule rule = policies.find(
                    BreachRule.TABLE,
                    BreachRule::of,
                    on,
                    terms,
                    EffectiveTerms.key(breach.party()),
                    EffectiveTerms.key(breach.kind()),
                    breach.mendable() ? "yes" : "no");
            if (rule == null) {
                slots.silent("terminate_for_breach", breach.on());
            } else {
                FormalNotice about = notices.stream()
                        .filter(notice -> !notice.counts().isBefore(breach.on()))
                        .findFirst()
                        .orElse(null);
                slots.add(new BreachSlot(breach, rule, BreachDelay.of(setting, breach.party(), on), about, on));
            }
        }
    }
}
