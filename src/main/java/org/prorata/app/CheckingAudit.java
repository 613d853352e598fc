package org.prorata.app;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.access.IdentityRefused;
import org.prorata.ledger.AuditEntry;
import org.prorata.ledger.AuditHead;
import org.prorata.store.base.Session;
import org.prorata.store.people.AuditCheck;

/** Who did what, and the proof that nothing of it was changed. */
public final class CheckingAudit {

    private final Application application;

    public CheckingAudit(Application application) {
        this.application = application;
    }

    /**
     * What a check came to.
     *
     * @param head  the end of the log, or null when it has not begun
     * @param wrong what is wrong, the first of it; empty when the log is whole
     * @param heads how many noted heads it was compared with
     */
    public record CheckedAudit(@Nullable AuditHead head, List<String> wrong, int heads) {}

    /**
     * Reads the whole log.
     *
     * @param noted a head that somebody kept elsewhere, or null
     */
    public CheckedAudit check(Caller caller, @Nullable AuditHead noted) {
        Session session = application.session(caller, AccessRight.AUDIT);
        AuditCheck.Outcome outcome = AuditCheck.over(session, application.keys(), noted);
        return new CheckedAudit(outcome.head(), outcome.wrong(), outcome.heads());
    }

    /** Hands out the entries from a number on, the first one first. */
    public void read(Caller caller, long from, Consumer<AuditEntry> each) {
        application.session(caller, AccessRight.AUDIT).audit().read(from, each);
    }

    /**
     * Goes on with a new key, as when the old one is lost; the old entries need the old one to be checked.
     *
     * @return the head with the entry that tells of it
     * @throws IdentityRefused when the key is given otherwise than by a file
     */
    public AuditHead newKey(Caller caller) {
        // without the old key nobody gets a token: whoever sits at the machine may, unless everybody has to prove who
        // they are
        AccessRight right = caller.identity().proven() ? AccessRight.MANAGE_USERS : AccessRight.BACK_UP;
        return application.session(caller, right).audit().newKey();
    }
}
