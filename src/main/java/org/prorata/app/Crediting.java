package org.prorata.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prorata.access.AccessRight;
import org.prorata.access.Caller;
import org.prorata.decision.Refused;
import org.prorata.ledger.Document;
import org.prorata.ledger.RunRefused;
import org.prorata.store.base.Session;

/** Cancels an issued invoice by a credit note and, if wanted, bills anew in its place: all in one transaction. */
public final class Crediting {

    private final Application application;

    public Crediting(Application application) {
        this.application = application;
    }

    /**
     * What a credit came to.
     *
     * @param paid    what was paid on the invoice, which is now in the client's favour
     * @param instead what was billed in its place, issued; empty when nothing is due or nothing was to be billed
     */
    public record Credited(Document invoice, Document note, BigDecimal paid, List<Document> instead) {}

    /**
     * Credits an invoice, which is then owed no more, not billed again, and of which nothing more is given back.
     *
     * @param on the day of the credit note; null: today, or the invoice's day if that is still to come
     * @throws Refused    when the day lies after today
     * @throws RunRefused when it is not an issued invoice, or is credited or corrected already, or a run is under way or broke off, or
     *                    the series has a number of a later day
     */
    public Credited credit(Caller caller, String name, String reason, @Nullable LocalDate on) {
        Session session = application.session(caller, AccessRight.BILL);
        GivenDay.refuseAfterToday(caller, on);
        return new CreditWork(session, caller.today()).credit(name, reason, on);
    }

    /**
     * Credits an invoice and bills what the facts known now make due for the contract, its lines not counted as billed.
     *
     * @throws RunRefused also when the contract cannot be decided
     */
    public Credited rebill(Caller caller, String name, String reason, @Nullable LocalDate on) {
        Session session = application.session(caller, AccessRight.BILL);
        GivenDay.refuseAfterToday(caller, on);
        return new CreditWork(session, caller.today()).rebill(name, reason, on, application.books(session));
    }
}
