package org.prorata.ledger;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.prorata.contract.Ask;

/**
 * A run over the portfolio as it is recorded.
 *
 * @param knownAt the recording up to which facts were known to it
 * @param book    version of the rule book that decided
 * @param ended   null while it is under way
 * @param counts  null until it is done
 * @param preview whether its documents only show what a run would make
 * @param retries the run whose parked contracts it tries again, or null when it is over the whole portfolio
 * @param rebills number of the credited invoice in whose place it bills one contract, or null
 * @param followed whether it previews a part of a window and another part comes
 * @param against the rule book that decides now, when it only compares {@code book} with it, or null
 * @param message what did not come out right, or null
 * @param author  who began it, or null when it was begun before identities were
 * @param head    end of the audit log when it was opened, then when it was closed; null when none was kept
 */
public record Run(
        long id,
        Ask ask,
        long knownAt,
        String book,
        int calculation,
        OffsetDateTime started,
        @Nullable OffsetDateTime ended,
        State state,
        @Nullable Counts counts,
        @Nullable String message,
        boolean preview,
        @Nullable Long retries,
        @Nullable String rebills,
        boolean followed,
        @Nullable String against,
        @Nullable String author,
        @Nullable AuditHead head) {

    /** Where a run stands. */
    public enum State {
        RUNNING,
        STOPPING,
        DONE,
        INTERRUPTED,
        FAILED_RECONCILIATION,
        ABANDONED
    }

    /** How many contracts came to what, and the sums of the documents made; {@code billed} have at least one document. */
    public record Counts(
            long contracts,
            long billed,
            long nothingDue,
            long parked,
            long documents,
            long lines,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross) {}

    /** What the run was asked: {@code bill 2026-10-01 to 2026-10-31}, {@code preview of …}, {@code …, run 3 again}. */
    public String title() {
        String asked = ask instanceof Ask.Bill bill
                ? "bill " + bill.from() + " to " + bill.to()
                : "late " + ((Ask.Late) ask).on();
        return (against != null ? "impact of " + book + " on " : preview ? "preview of " : "")
                + asked
                + (retries == null ? "" : ", parked contracts of run " + retries)
                + (rebills == null ? "" : ", in place of " + rebills);
    }

    /** The command that goes on with it when it broke off. */
    public String command() {
        return retries != null
                ? "prorata retry " + retries
                : ask instanceof Ask.Bill bill
                        ? "prorata bill --from " + bill.from() + " --to " + bill.to()
                        : "prorata late --on " + ((Ask.Late) ask).on();
    }

    /** The table for some of its documents; those of previews have tables of their own. */
    public String table(DocumentTable table) {
        return preview ? table.preview : table.stored;
    }

    /** The tables of documents. */
    public enum DocumentTable {
        INVOICE("invoice", "preview_invoice"),
        LINE("invoice_line", "preview_line"),
        TAX("invoice_tax", "preview_tax"),
        CORRECTION("correction", "preview_correction"),
        NOTE("debit_note", "preview_note"),
        NOTE_LINE("debit_note_line", "preview_note_line");

        private final String stored;
        private final String preview;

        DocumentTable(String stored, String preview) {
            this.stored = stored;
            this.preview = preview;
        }
    }
}
