package org.prorata.app;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prorata.book.engine.RuleBook;
import org.prorata.contract.Ask;
import org.prorata.contract.Dossier;
import org.prorata.decision.CannotDecide;
import org.prorata.ledger.BilledToDate;
import org.prorata.run.BatchAnswers;
import org.prorata.run.ClosedDays;
import org.prorata.run.DueBills;
import org.prorata.run.DueNotes;
import org.prorata.run.Earlier;
import org.prorata.run.InForce;
import org.prorata.store.base.Session;
import org.prorata.store.facts.Dossiers;
import org.prorata.store.invoices.Claims;
import org.prorata.store.invoices.Ledger;
import org.prorata.store.runs.RunBooks;

/**
 * One contract as the next run would find it on a day: the facts with all that counts as billed, drafts included, and the invoices
 * with what was paid on them and claimed.
 *
 * @param error null, or why it cannot be told what counts as billed; the facts then are as they were told
 */
public record ContractStanding(
        Dossier dossier, Ledger.Drafts drafts, @Nullable CannotDecide error) {

    /**
     * What is known and billed now.
     *
     * @param book decides what fell due before the first run
     * @return null where there is no such contract
     */
    public static @Nullable ContractStanding of(Session session, String contract, RuleBook book, LocalDate on) {
        Dossiers facts = new Dossiers(session);
        long known = facts.watermark();
        Dossier told = facts.read(contract, known).orElse(null);
        if (told == null) {
            return null;
        }
        Ledger ledger = new Ledger(session);
        Map<String, BilledToDate> accounts = new LinkedHashMap<>(ledger.accounts(List.of(contract), Ledger.NEXT));
        List<RunBooks.Book> books = InForce.upTo(session, on);
        BatchAnswers answers = new BatchAnswers(book.evaluator(), false);
        Earlier earlier = Earlier.of(
                session,
                books,
                book,
                false,
                () -> ClosedDays.of(session, books, Ledger.NEXT).orElse(null));
        LocalDate start = told.contract().start();
        LocalDate day = on.isBefore(start) ? start : on;
        Map<String, CannotDecide> errors = new LinkedHashMap<>();
        List<Dossier> counted = new DueBills(answers, new Ask.Bill(day, day).withServiceCredits(), earlier)
                .counted(List.of(told), accounts, errors, new HashSet<>());
        Dossier dossier = counted.isEmpty() ? told : counted.get(0);
        Claims.Open open = new Claims(session)
                .open(List.of(contract), on, known, Ledger.NEXT)
                .get(contract);
        return new ContractStanding(
                dossier.withInvoices(DueNotes.invoices(dossier, open)), ledger.drafts(contract), errors.get(contract));
    }
}
