package org.prorata.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prorata.contract.Dossier;
import org.prorata.decision.Decision;

/**
 * What a run bills one contract.
 *
 * @param account  what is billed so far, opening included
 * @param openedTo last day of the opening when this run takes stock, else null
 * @param warnings what the rules tell the reader beside
 */
public record NewBill(
        Dossier dossier,
        BilledToDate account,
        @Nullable LocalDate openedTo,
        List<NewDocument> documents,
        List<Decision.Warning> warnings) {

    /** Whether something is given back, or charged that fell due before. */
    public boolean corrects() {
        return documents.stream()
                .flatMap(document -> document.lines().stream())
                .anyMatch(line ->
                        line instanceof Decision.Credit || line instanceof Decision.Charge charge && charge.catchUp());
    }

    /**
     * An invoice, or a credit note when its net is below zero.
     *
     * @param lines charges and credits
     */
    public record NewDocument(
            LocalDate on, List<Decision> lines, List<Decision.Tax> taxes, Decision.InvoiceTotal total) {

        public boolean creditNote() {
            return total.net().signum() < 0;
        }
    }
}
