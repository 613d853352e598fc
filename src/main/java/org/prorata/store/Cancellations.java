package org.prorata.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prorata.contract.Ask;
import org.prorata.engine.BookSource;

/** Credit notes that cancel a whole invoice: written and issued within the transaction of the thread. */
public final class Cancellations {

    private final Database database;
    private final Documents documents;

    public Cancellations(Database database) {
        this.database = database;
        this.documents = new Documents(database);
    }

    /** Opens what becomes known together with a credit note, and waits for those who do the like. */
    public long record(String source) {
        Recordings.lock(database);
        return Recordings.open(database, source);
    }

    /**
     * The invoice of a name or number.
     *
     * @param on the day of the credit note, or null when any will do
     * @throws RunRefused when it is not one that can be credited then, saying what can
     */
    public Document creditable(String name, LocalDate on) {
        Document invoice = documents.find(name)
                .orElseThrow(() -> new RunRefused("no invoice is called " + name + "; prorata export CONTRACT lists a contract's"));
        if (invoice.kind() != Document.Kind.INVOICE) {
            throw new RunRefused(name + " is a " + invoice.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                    + "; only an invoice is credited" + (invoice.corrects().isEmpty() ? "" : ", such as " + invoice.corrects().get(0) + ", which it corrects"));
        }
        if (invoice.issuedOn() == null) {
            throw new RunRefused(name + " is a draft, which nobody owes; prorata run abandon " + invoice.run() + " takes the drafts of its run"
                    + " away, and prorata bill bills anew; only what is issued is credited");
        }
        if (invoice.credited() != null) {
            throw new RunRefused(name + " is credited already, by " + invoice.credited() + "; an invoice is credited once");
        }
        if (invoice.net().signum() <= 0 || invoice.gross().signum() < 0) {
            throw new RunRefused(name + " comes to " + invoice.gross().toPlainString() + " " + invoice.currency() + "; there is nothing to credit");
        }
        correction(invoice.id()).ifPresent(correction -> {
            throw new RunRefused(name + " is corrected in part already, by " + correction + "; only a whole invoice is credited, and what else"
                    + " is wrong with it is set right by facts and the next prorata bill");
        });
        if (on != null && on.isBefore(invoice.issuedOn())) {
            throw new RunRefused("--on " + on + " lies before the day of " + name + ", " + invoice.issuedOn() + "; that day or a later one is allowed");
        }
        return invoice;
    }

    /**
     * A document a line of which names it, or an older note that does, or one that gives days back which it charged: lines did not always
     * name an invoice.
     */
    private Optional<String> correction(long invoice) {
        return database.client().sql("""
                select coalesce(number_of(n.series, n.number), i.name) from invoice i left join issued n on n.invoice = i.id
                where i.corrects = :invoice or i.id in (select invoice from invoice_line where contract_id = i.contract_id and corrects = :invoice)
                or i.id in (
                    select k.invoice from invoice own join invoice_line c on c.invoice = own.id
                    join invoice_line k on k.contract_id = c.contract_id and k.item = c.item
                         and k.first_day <= c.last_day and k.last_day >= c.first_day
                    join invoice later on later.id = k.invoice and later.run > own.run
                    where own.id = :invoice and signed_amount(c.reason, 1) > 0 and signed_amount(k.reason, 1) < 0
                    and k.corrects is null and k.corrects_received is null
                    and not exists (select from cancellation where invoice = later.id))
                order by i.id limit 1""").param("invoice", invoice).query(String.class).optional();
    }

    /**
     * Cancels an invoice.
     *
     * @param rebilledBy the run that bills in place of it, or null: nothing is billed in place of it
     * @return the credit note as it is issued
     */
    public Document cancel(Document invoice, String reason, LocalDate on, Long rebilledBy, long recording) {
        long id = Sequences.next(database, "invoice_id", 1).get(0);
        database.client().sql("""
                insert into invoice (id, run, contract_id, on_day, kind, corrects, terms, currency, net, tax, gross, total, book, known_at)
                select ?, null, contract_id, ?, 'credit_note', id, terms, currency, -net, -tax, -gross, total, book, ?
                from invoice where id = ?""").param(id).param(on).param(recording).param(invoice.id()).update();
        database.client().sql("insert into cancellation (invoice, credit_note, reason, rebilled_by, recording) values (?, ?, ?, ?, ?)")
                .param(invoice.id()).param(id).param(reason).param(rebilledBy).param(recording).update();
        new Issuing(database).now(List.of(id), on, recording);
        return documents.cancelling(id - 1, 1).get(0);
    }

    /** Opens a run that bills the contract of an invoice in its place. */
    public Run rebilling(Document invoice, Ask.Bill window, BookSource book, long recording) {
        return new Runs(database).rebilling(invoice.number(), invoice.contract(), window, recording, book);
    }

    /** Issues what a run made, under the day of the credit note that it stands beside. */
    public List<Document> issue(Run run, LocalDate on, long recording) {
        new Issuing(database).now(database.client().sql("select id from invoice where run = ? order by on_day, id").param(run.id())
                .query(Long.class).list(), on, recording);
        List<String> contracts = documents.contractsOfRun(run.id(), "", 1);
        return contracts.isEmpty() ? new ArrayList<>() : documents.ofRun(run.id(), contracts);
    }

    /**
     * Tells the audit log of a credit note, last of all that its transaction does.
     *
     * @param instead numbers of what was billed in its place
     */
    public void audit(Document invoice, Document note, String reason, List<String> instead) {
        database.audit().append("invoice.credited", "invoice " + invoice.number(),
                Map.of("credit_note", note.number(), "reason", reason, "instead", String.join(" ", instead)));
    }

    /** What was paid on an invoice. */
    public BigDecimal paid(Document invoice) {
        return database.client().sql("select coalesce(sum(amount), 0) from payment p where invoice = ? and " + Withdrawals.NOT_WITHDRAWN).param(invoice.id())
                .query(BigDecimal.class).single();
    }
}
