package org.prorata.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prorata.contract.Dossier;
import org.prorata.contract.Invoice;
import org.prorata.decision.Decision;

/** A debit note to be: what a late payer is claimed on a day. */
public record NewNote(Dossier dossier, LocalDate on, List<Line> lines) {

    /** A claim for one invoice: ours, or one from elsewhere under its id; the other is null. */
    public record Line(
            @Nullable Long own,
            @Nullable String received,
            Invoice.Claimed.Kind kind,
            BigDecimal amount,
            Decision decision) {}

    public BigDecimal amount() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
