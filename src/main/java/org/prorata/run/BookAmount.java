package org.prorata.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.prorata.contract.Billed;
import org.prorata.decision.Decision;
import org.prorata.ledger.Impact.Subject;
import org.prorata.ledger.NewBill;
import org.prorata.ledger.NewNote;
import org.prorata.store.invoices.Lines;

/** An amount as one rule book has it, owed to the provider or, below zero, to the client. */
record BookAmount(
        Subject subject,
        String item,
        String what,
        LocalDate from,
        LocalDate to,
        LocalDate on,
        BigDecimal amount,
        Decision decision) {

    static final Comparator<BookAmount> ORDER =
            Comparator.comparing(BookAmount::on).thenComparing(BookAmount::to).thenComparing(BookAmount::amount);

    /** Entries of two books are the same one when they share this, and their place among those that do. */
    record Key(Subject subject, String item, String what, LocalDate from) {}

    Key key() {
        // an invoicing day is the only thing by which the taxes of two invoices differ
        return new Key(subject, item, what, from);
    }

    static List<BookAmount> bill(List<NewBill.NewDocument> documents) {
        List<BookAmount> entries = new ArrayList<>();
        for (NewBill.NewDocument document : documents) {
            for (Decision line : document.lines()) {
                Billed billed = Lines.billed(line);
                entries.add(new BookAmount(
                        Subject.BILL,
                        billed.item(),
                        word(billed.reason()),
                        billed.from(),
                        billed.to(),
                        billed.on(),
                        billed.reason().credit() ? billed.amount().negate() : billed.amount(),
                        line));
            }
            for (Decision.Tax tax : document.taxes()) {
                entries.add(new BookAmount(
                        Subject.TAX,
                        tax.category() + " "
                                + tax.ratePct().stripTrailingZeros().toPlainString(),
                        "tax",
                        tax.on(),
                        tax.on(),
                        tax.on(),
                        tax.amount(),
                        tax));
            }
        }
        return entries;
    }

    static List<BookAmount> late(NewNote note) {
        return note.lines().stream()
                .map(line -> new BookAmount(
                        Subject.LATE,
                        invoice(line.decision()),
                        word(line.kind()),
                        note.on(),
                        note.on(),
                        note.on(),
                        line.amount(),
                        line.decision()))
                .toList();
    }

    private static String invoice(Decision decision) {
        return decision instanceof Decision.LateInterest late
                ? late.invoice()
                : ((Decision.RecoveryFee) decision).invoice();
    }

    /** What a missed service level costs the provider; a credit that was claimed too late costs nothing, one not claimed yet may. */
    static List<BookAmount> level(List<Decision> decisions, LocalDate from, LocalDate to) {
        List<BookAmount> entries = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.ServiceCredit credit
                    && credit.status() != Decision.CreditStatus.LATE_CLAIM) {
                entries.add(new BookAmount(
                        Subject.SERVICE_LEVEL,
                        "service credit",
                        word(credit.status()),
                        from,
                        to,
                        to,
                        credit.amount().negate(),
                        credit));
            } else if (decision instanceof Decision.RestorationPenalty penalty) {
                entries.add(new BookAmount(
                        Subject.SERVICE_LEVEL,
                        "anomaly of " + penalty.anomaly(),
                        "penalty",
                        from,
                        to,
                        to,
                        penalty.amount().negate(),
                        penalty));
            }
        }
        return entries;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
