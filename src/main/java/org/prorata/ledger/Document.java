package org.prorata.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, credit note or debit note as it is stored: every line with its decision in canonical JSON, so that it can
 * be explained and replayed.
 *
 * @param name     how people call it: its number, or a name of its own while it has none
 * @param number   null until it is issued
 * @param run      the run that made it; null for a credit note that cancels an invoice
 * @param on       the day on which it falls due to be invoiced
 * @param issuedOn the day of its number, from which its due day counts, or null while it is a draft; never before another one's of its series
 * @param corrects names of the invoices that a credit note corrects, the first one first; empty for other documents
 * @param cancels  null unless it is a credit note that cancels an invoice: then its lines and taxes are those of the invoice, taken back
 * @param credited the credit note that cancels this invoice, or null
 * @param net      for a debit note its amount, as there is no tax on it
 * @param total    the decision on the totals; null for a debit note
 */
public record Document(
        Kind kind,
        long id,
        String name,
        @Nullable String number,
        @Nullable Long run,
        String contract,
        LocalDate on,
        @Nullable LocalDate issuedOn,
        List<String> corrects,
        @Nullable Cancels cancels,
        @Nullable String credited,
        String terms,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        String book,
        long knownAt,
        List<DocumentLine> lines,
        List<DocumentLine> taxes,
        @Nullable String total) {

    /** What it is. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE,
        DEBIT_NOTE
    }

    /**
     * That a credit note cancels an invoice.
     *
     * @param rebilledBy the run that bills in place of it, or null: it is not billed again
     */
    public record Cancels(
            long invoice, String reason, @Nullable Long rebilledBy) {}

    /**
     * A line or tax: what it is for, its amount (negative for a credit) and its decision.
     *
     * @param corrects the invoice that a line gives back, as people call it, or null
     */
    public record DocumentLine(
            String subject,
            BigDecimal amount,
            String decision,
            @Nullable String corrects) {}

    /** The day that it bears: that of its number or, while it has none, the one on which it falls due to be invoiced. */
    public LocalDate day() {
        return issuedOn == null ? on : issuedOn;
    }

    /** Whether it is one of a preview, which is never issued. */
    public boolean preview() {
        return id < 0;
    }

    /** {@code draft}, {@code issued} or {@code preview}. */
    public String state() {
        return preview() ? "preview" : issuedOn == null ? "draft" : "issued";
    }

    /** The decisions in their order: lines, taxes, total. */
    public List<String> decisions() {
        java.util.ArrayList<String> all = new java.util.ArrayList<>(lines.size() + taxes.size() + 1);
        lines.forEach(row -> all.add(row.decision()));
        taxes.forEach(row -> all.add(row.decision()));
        if (total != null) {
            all.add(total);
        }
        return all;
    }
}
