package org.prorata.subject.exit;

import java.time.LocalDate;
import java.util.List;
import org.prorata.contract.Ask;
import org.prorata.contract.Cause;
import org.prorata.contract.Event.TerminationNotice;
import org.prorata.contract.Party;
import org.prorata.subject.terms.EffectiveTerms;

/** The notice that a question about leaving supposes, and the recorded one that it is, if there is one. */
final class AskedNotice {

    private final EffectiveTerms setting;
    private final Ask.Terminate ask;
    private final TerminationNotice recorded;
    private final TerminationNotice supposed;

    AskedNotice(EffectiveTerms setting, Ask.Terminate ask) {
        this.setting = setting;
        this.ask = ask;
        this.recorded = setting.dossier().events(TerminationNotice.class).stream()
                .filter(this::same)
                .findFirst()
                .orElse(null);
        this.supposed = suppose();
    }

    private boolean same(TerminationNotice one) {
        return one.cause() == ask.cause()
                && setting.noticeForm().counts(one)
                && (ask.notice() == null
                        || ask.notice().equals(one.counts())
                        || ask.notice().equals(one.on()));
    }

    /** Of a recorded one for the cause the sender and the day of sending, else by whom the cause lets leave. */
    private TerminationNotice suppose() {
        if (recorded != null) {
            return new TerminationNotice(
                    recorded.on(), recorded.presented(), recorded.channel(), recorded.by(), ask.cause(), ask.on());
        }
        return new TerminationNotice(
                ask.notice() == null ? ask.on() : ask.notice(),
                null,
                null,
                ask.cause() == Cause.CLIENT_BREACH ? Party.PROVIDER : Party.CLIENT,
                ask.cause(),
                ask.on());
    }

    TerminationNotice supposed() {
        return supposed;
    }

    /** The day of notice: the one asked about, else that of the recorded one, else null. */
    LocalDate day() {
        return ask.notice() == null && recorded != null ? recorded.counts() : ask.notice();
    }

    /** The other recorded notices that were known on the day of the one asked about: one may have ended the contract by then. */
    List<TerminationNotice> earlier() {
        return setting.dossier().events(TerminationNotice.class).stream()
                .filter(one -> one != recorded
                        && setting.noticeForm().counts(one)
                        && one.counts().isBefore(supposed.counts()))
                .toList();
    }
}
