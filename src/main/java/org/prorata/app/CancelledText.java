package org.prorata.app;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prorata.ledger.Document;

/** What a credit note that cancels an invoice says, as text that can be compared. */
final class CancelledText {

    private CancelledText() {}

    /** As the note is stored. */
    static String of(Document note) {
        return text(note.contract(), note.terms(), note.currency(), note.net(), note.tax(), note.gross(), note.total());
    }

    /** As it has to be: the exact negative of what the lines and taxes of the invoice come to. */
    static String negative(Document invoice) {
        BigDecimal net = sum(invoice.lines());
        BigDecimal tax = sum(invoice.taxes());
        return text(
                invoice.contract(),
                invoice.terms(),
                invoice.currency(),
                net.negate(),
                tax.negate(),
                net.add(tax).negate(),
                invoice.total());
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal sum(List<Document.DocumentLine> rows) {
        return rows.stream().map(Document.DocumentLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(
            String contract,
            String terms,
            String currency,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            @Nullable String total) {
        return "contract " + contract + ", terms " + terms + ", " + currency + ", net " + plain(net) + ", tax "
                + plain(tax) + ", gross " + plain(gross) + ", " + total;
    }
}
